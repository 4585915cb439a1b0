//go:build !ocop_browser

package paper

import (
	"archive/zip"
	"io"
)

// DOCX writes the paper as a document of WordprocessingML (ECMA-376). The few
// parts that a paper needs are written here: the library for Go that there is has
// had no release of its own for long, and neither its size nor its clock would do
// in a browser. The same paper gives the same bytes.
func (p *Paper) DOCX(w io.Writer) error {
	archive := zip.NewWriter(w)
	for _, part := range p.Parts() {
		file, err := archive.CreateHeader(&zip.FileHeader{Name: part.Name, Method: zip.Deflate})
		if err != nil {
			return err
		}
		if _, err := io.WriteString(file, part.Content); err != nil {
			return err
		}
	}
	return archive.Close()
}
