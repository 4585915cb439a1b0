package registry

import (
	"crypto/ed25519"
	"crypto/x509"
	"encoding/pem"

	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// What can be wrong with a signature.
var (
	otherSignature = problem.Kind{Code: "REGISTER-68", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Chữ ký không phải của khóa này trên bản kê này: bản kê đã bị sửa hoặc do khóa khác ký.",
		En: "The signature is not of this key on this manifest: it was changed, or another key signed it.",
	}}
	noKey = problem.Kind{Code: "REGISTER-69", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Không đọc được khóa: cần {expected}.", En: "The key cannot be read: {expected} is needed.",
	}}
)

var (
	privateKey = problem.Worded("expected", "private", lang.Text{Vi: "khóa riêng Ed25519 dạng PEM (PKCS #8)", En: "an Ed25519 private key in PEM (PKCS #8)"})
	publicKey  = problem.Worded("expected", "public", lang.Text{Vi: "khóa công khai Ed25519 dạng PEM (PKIX)", En: "an Ed25519 public key in PEM (PKIX)"})
)

// Sign signs a manifest, in its canonical form, with an Ed25519 key (RFC 8032) in
// PEM (PKCS #8). The signature is 64 bytes and stands beside the manifest. The error
// is a problem.List.
func Sign(d *Delivery, key []byte) (signature []byte, err error) {
	if problems := d.check(); len(problems) > 0 {
		return nil, problems
	}
	if block, _ := pem.Decode(key); block != nil {
		read, _ := x509.ParsePKCS8PrivateKey(block.Bytes)
		if private, ok := read.(ed25519.PrivateKey); ok {
			return ed25519.Sign(private, d.AppendJSON(nil)), nil
		}
	}
	return nil, problem.List{noKey.At("", privateKey)}
}

// CheckSignature holds a signature to a manifest and to the public key, in PEM
// (PKIX), of who should have signed it.
func CheckSignature(d *Delivery, signature, key []byte) problem.List {
	if block, _ := pem.Decode(key); block != nil {
		read, _ := x509.ParsePKIXPublicKey(block.Bytes)
		if public, ok := read.(ed25519.PublicKey); ok {
			if ed25519.Verify(public, d.AppendJSON(nil), signature) {
				return nil
			}
			return problem.List{otherSignature.At("")}
		}
	}
	return problem.List{noKey.At("", publicKey)}
}
