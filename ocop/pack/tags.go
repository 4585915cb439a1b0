package pack

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// declared is the bag declaration (RFC 8493, 2.1.1).
const declared = versionLabel + ": " + version + "\n" + encodingLabel + ": " + encoding + "\n"

const (
	versionLabel  = "BagIt-Version"
	version       = "1.0"
	encodingLabel = "Tag-File-Character-Encoding"
	encoding      = "UTF-8"
	oxumLabel     = "Payload-Oxum"
)

// tagFile is a tag file by name, or any other that is small enough to be held.
type tagFile struct {
	name string
	text []byte
}

// tagsOf are the tag files of a dossier's bag. All that they say is known from
// the dossier, so that they can stand before what they are about.
func tagsOf(x *dossier.Dossier, text []byte, files []file, date civil.Date) []tagFile {
	var sums bytes.Buffer
	writeSum(&sums, sumOf(text), document)
	for i := range files {
		writeSum(&sums, files[i].sha256, evidence+files[i].name)
	}
	tags := []tagFile{
		{declaration, []byte(declared)},
		{bagInfo, info(x, oxum(int64(len(text))+total(files), 1+len(files)), date)},
		{manifest, sums.Bytes()},
	}
	var tagSums bytes.Buffer // of all but itself (RFC 8493, 2.2.1)
	for _, t := range tags {
		writeSum(&tagSums, sumOf(t.text), t.name)
	}
	return append(tags, tagFile{tagManifest, tagSums.Bytes()})
}

func total(files []file) (bytes int64) {
	for i := range files {
		bytes += files[i].size
	}
	return bytes
}

// info is bag-info.txt (RFC 8493, 2.2.2). A name in a dossier has one line, so
// that no value here begins another.
func info(x *dossier.Dossier, oxum string, date civil.Date) []byte {
	var b bytes.Buffer
	element := func(label, value string) { b.WriteString(label + ": " + value + "\n") }
	element("Source-Organization", x.Producer.Name)
	element("External-Description", x.Product.Name)
	if date != (civil.Date{}) {
		element("Bagging-Date", date.String())
	}
	element(oxumLabel, oxum)
	return b.Bytes()
}

// oxum is a Payload-Oxum: the payload's bytes and files.
func oxum(size int64, files int) string {
	return strconv.FormatInt(size, 10) + "." + strconv.Itoa(files)
}

func sumOf(text []byte) string {
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:])
}

// writeSum writes a manifest's line, as sha256sum does. No name here has what
// would have to be percent-encoded (RFC 8493, 2.1.3): a dossier refuses
// line breaks and % in them.
func writeSum(b *bytes.Buffer, sum, name string) { b.WriteString(sum + "  " + name + "\n") }

// linesOf are the lines of a tag file, which end with LF, CR or both (RFC 8493, 2.3).
func linesOf(text []byte) []string {
	s := strings.ReplaceAll(strings.ReplaceAll(string(text), "\r\n", "\n"), "\r", "\n")
	if s = strings.TrimSuffix(s, "\n"); s == "" {
		return nil
	}
	return strings.Split(s, "\n")
}

func wrongLine(name string, line int) problem.Problem {
	return malformedTag.At("", named(name), number("line", line))
}

// checkDeclaration looks at bagit.txt: these two lines and nothing beside
// (RFC 8493, 2.1.1).
func checkDeclaration(text []byte, found *problem.Collector) {
	lines := linesOf(text)
	for i, label := range []string{versionLabel, encodingLabel} {
		if i == len(lines) {
			found.Add(wrongLine(declaration, i+1))
			return
		}
		value, ok := strings.CutPrefix(lines[i], label+": ")
		switch {
		case !ok:
			found.Add(wrongLine(declaration, i+1))
		case label == versionLabel && value != version:
			found.Add(otherVersion.At("", problem.Value("version", value)))
		case label == encodingLabel && !strings.EqualFold(value, encoding):
			found.Add(otherEncoding.At("", problem.Value("encoding", value)))
		}
	}
	if len(lines) > 2 {
		found.Add(wrongLine(declaration, 3))
	}
}

// checkInfo looks at bag-info.txt: elements of a label and a value, which may go
// on in lines that are indented (RFC 8493, 2.2.2). The payload's oxum is compared
// where it is not "".
func checkInfo(text []byte, payloadOxum string, found *problem.Collector) {
	if !utf8.Valid(text) {
		found.Add(wrongLine(bagInfo, 1))
		return
	}
	seen := false
	for i, line := range linesOf(text) {
		goesOn := i > 0 && (strings.HasPrefix(line, " ") || strings.HasPrefix(line, "\t"))
		label, value, ok := strings.Cut(line, ":")
		switch {
		case goesOn:
		case !ok || label == "" || strings.TrimSpace(label) != label:
			found.Add(wrongLine(bagInfo, i+1))
		case strings.EqualFold(label, oxumLabel):
			if seen { // it must not be repeated
				found.Add(wrongLine(bagInfo, i+1))
			}
			seen = true
			if value = strings.TrimSpace(value); payloadOxum != "" && value != payloadOxum {
				found.Add(wrongOxum.At("", problem.Value("value", value), problem.Value("expected", payloadOxum)))
			}
		}
	}
}

// sums are the hashes that a manifest gives, by file, and the files in its order.
type sums struct {
	of    map[string]string
	files []string
}

// readSums reads a manifest: lines of a hash, white space and a file
// (RFC 8493, 2.1.3), each file once.
func readSums(name string, text []byte, found *problem.Collector) sums {
	s := sums{of: map[string]string{}}
	for i, line := range linesOf(text) {
		at := strings.IndexAny(line, " \t")
		if at < 0 {
			found.Add(wrongLine(name, i+1))
			continue
		}
		sum, path := strings.ToLower(line[:at]), strings.TrimLeft(line[at:], " \t") // hexadecimal in either case
		_, twice := s.of[path]
		switch raw, err := hex.DecodeString(sum); {
		case err != nil || len(raw) != sha256.Size || path == "" || !utf8.ValidString(path) || strings.HasPrefix(path, payload) != (name == manifest):
			found.Add(wrongLine(name, i+1))
		case twice:
			found.Add(listedTwice.At("", problem.Value("manifest", name), named(path)))
		default:
			s.of[path] = sum
			s.files = append(s.files, path)
		}
	}
	return s
}
