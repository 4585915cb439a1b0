package pack_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"testing/fstest"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/ocop/pack"
	"github.com/ocop-vn/ocop-go/scoring/civil"
)

// scanned is a dossier and its files, as a scanner would have made them.
func scanned() ([]byte, fstest.MapFS) {
	document, err := os.ReadFile("../../examples/dossiers/thuc-pham-lan-dau.json")
	if err != nil {
		log.Fatal(err)
	}
	x, err := dossier.Decode(document)
	if err != nil {
		log.Fatal(err)
	}
	files := fstest.MapFS{}
	for i := range x.Evidence {
		f := &x.Evidence[i].File
		data := []byte("%PDF-1.7 " + f.Name)
		hash := sha256.Sum256(data)
		f.Size, f.SHA256 = len(data), hex.EncodeToString(hash[:])
		files[f.Name] = &fstest.MapFile{Data: data}
	}
	document, err = json.Marshal(x)
	if err != nil {
		log.Fatal(err)
	}
	return document, files
}

// A dossier and its files become one package; whoever receives it checks it, and takes
// it apart.
func ExampleWrite() {
	document, files := scanned() // the files: os.DirFS of their folder
	var b bytes.Buffer
	if err := pack.Write(&b, document, files, pack.Options{Date: civil.Date{Year: 2026, Month: 7, Day: 3}}); err != nil {
		log.Fatal(err)
	}

	x, problems := pack.Check(bytes.NewReader(b.Bytes()), int64(b.Len()), pack.Options{})
	if err := problems.Err(); err != nil {
		log.Fatal(err)
	}
	fmt.Println(x.Product.Name, len(files), "files")
	// Output: Cà phê Robusta lên men Ea Tul 22 files
}

// A package of which the last bytes did not arrive.
func ExampleCheck() {
	document, files := scanned()
	var b bytes.Buffer
	if err := pack.Write(&b, document, files, pack.Options{}); err != nil {
		log.Fatal(err)
	}
	cut := b.Bytes()[:b.Len()-100]
	_, problems := pack.Check(bytes.NewReader(cut), int64(len(cut)), pack.Options{})
	fmt.Println(problems.Err())
	// Output: PACK-02 : The ZIP file is cut short: its end is missing. Send or fetch it again.
}

// The folder is there whole or not at all.
func ExampleExtract() {
	dir, err := os.MkdirTemp("", "")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(dir) //nolint:errcheck // of an example
	document, files := scanned()
	var b bytes.Buffer
	if err := pack.Write(&b, document, files, pack.Options{}); err != nil {
		fmt.Println(err)
		return
	}
	bag := filepath.Join(dir, "ho-so")
	if err := pack.Extract(bytes.NewReader(b.Bytes()), int64(b.Len()), bag, pack.Options{}); err != nil {
		fmt.Println(err)
		return
	}
	names, err := filepath.Glob(bag + "/*")
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, name := range names {
		fmt.Println(filepath.Base(name))
	}
	// Output:
	// bag-info.txt
	// bagit.txt
	// data
	// manifest-sha256.txt
	// tagmanifest-sha256.txt
}
