package httpapi

import (
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"strconv"

	"github.com/ocop-vn/ocop-go/ocop"
	"github.com/ocop-vn/ocop-go/ocop/pack"
	"github.com/ocop-vn/ocop-go/scoring/budget"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// packageRoute is the address that packs a dossier with its files.
func packageRoute(l *ocop.Library, maxBytes int64) route {
	return route{
		method: http.MethodPost, path: "/v1/packages", id: "pack",
		summary: lang.Text{
			Vi: "Đóng một hồ sơ và các tệp minh chứng thành một gói (BagIt trong ZIP)",
			En: "Pack a dossier with its files into one package (BagIt in a ZIP)",
		},
		query: []parameter{{name: "on", day: true, text: lang.Text{
			Vi: "Ngày đóng gói ghi trong gói; không nêu thì không ghi.",
			En: "The day of packing that the package tells; if not given, it tells none.",
		}}},
		form:  true,
		most:  maxBytes,
		gives: content{mediaType: pack.MediaType, schemaOf: binary(), fileName: packageName},
		door:  func(c call) answer { return packUp(l, c) },
	}
}

// packageName is what a browser saves a package as.
const packageName = "ho-so.zip"

// Parts of the form that is packed.
const (
	partDossier = "dossier"
	partFile    = "file"
)

// packUp packs what a form had. The package is whole before any of it is sent.
func packUp(l *ocop.Library, c call) answer {
	to := c.scratch.spool()
	err := pack.Write(to, c.document, c.files, pack.Options{Date: c.on(), Exact: true, Read: l.ReadDossier})
	switch {
	case c.scratch.ctx.Err() != nil:
		return leftAlone()
	case err != nil:
		return wrong(err)
	}
	return answer{status: http.StatusOK, mediaType: pack.MediaType, file: to, fileName: packageName}
}

// validatePackage checks a package. Whatever is wrong with it or in it, it was
// read as a package: so it is 422 too where the dossier in it is no JSON.
func validatePackage(l *ocop.Library, c call) answer {
	_, problems := pack.Check(c.packed, c.packed.size, pack.Options{Read: l.ReadDossier})
	switch {
	case c.scratch.ctx.Err() != nil: // of which Check only knows that it cannot read on
		return leftAlone()
	case problems.Err() != nil:
		return refused(http.StatusUnprocessableEntity, problems...)
	}
	return given(append(problems.AppendVerdict(nil), '\n'))
}

// leftAlone is the answer to a request that ended before it: nobody hears it.
func leftAlone() answer { return refused(http.StatusBadRequest, cutShort.At("")) }

// isPackage tells of a package, whatever the parameters of its media type.
func isPackage(contentType string) bool {
	mediaType, _, err := mime.ParseMediaType(contentType)
	return (err == nil || errors.Is(err, mime.ErrInvalidMediaParameter)) && mediaType == pack.MediaType
}

func packageOver(limit int64) *answer {
	return new(refused(http.StatusRequestEntityTooLarge, packageTooLarge.At("", problem.Value("limit", strconv.FormatInt(limit, 10)))))
}

// receivePackage reads a package into a spool, as who checks it reads in any order.
func receivePackage(w http.ResponseWriter, q *http.Request, c *call, most int64) *answer {
	if q.ContentLength > most {
		return packageOver(most) // without reading any of it
	}
	c.packed = c.scratch.spool()
	if _, err := io.Copy(c.packed, http.MaxBytesReader(w, q.Body, most)); err != nil {
		return notWhole(err, packageOver(most))
	}
	return nil
}

// receiveForm reads a form: the part dossier once, into memory as every document,
// and the parts file, each under a name, into a spool.
func receiveForm(w http.ResponseWriter, q *http.Request, c *call, most int64) *answer {
	said := mediaTypeOf(q.Header)
	mediaType, params, err := mime.ParseMediaType(said)
	switch {
	case err != nil && !errors.Is(err, mime.ErrInvalidMediaParameter), mediaType != typeForm:
		return refuseMediaType(said, typeForm)
	case params["boundary"] == "":
		return new(refused(http.StatusBadRequest, unreadableForm.At("")))
	case q.ContentLength > most:
		return packageOver(most)
	}
	body := &arriving{r: http.MaxBytesReader(w, q.Body, most)}
	f := form{call: c, body: body, over: packageOver(most), spool: c.scratch.spool()}
	if refusal := f.read(multipart.NewReader(body, params["boundary"])); refusal != nil {
		return refusal
	}
	if _, err := io.Copy(io.Discard, body); err != nil { // what stands behind the last part came whole too
		return f.broken(err)
	}
	return nil
}

// arriving is a body that keeps why it could not be read on, apart from what a
// form's reader makes of it.
type arriving struct {
	r   io.Reader
	err error
}

func (a *arriving) Read(b []byte) (int, error) {
	n, err := a.r.Read(b)
	if err != nil && !errors.Is(err, io.EOF) {
		a.err = err
	}
	return n, err
}

// form is a form that is read.
type form struct {
	*call

	body    *arriving
	over    *answer // the refusal of one that is too large
	spool   *spool
	dossier bool // it came
}

// read reads all parts, up to the first that is refused.
func (f *form) read(parts *multipart.Reader) *answer {
	for {
		part, err := parts.NextPart()
		if err == io.EOF { // one that is wrapped is no end: the last boundary is missing
			break
		}
		if err != nil {
			return f.broken(err)
		}
		if refusal := f.take(part); refusal != nil {
			return refusal
		}
	}
	if !f.dossier {
		return new(refused(http.StatusBadRequest, notOneDossier.At("")))
	}
	return nil
}

// take takes a part, whichever it is.
func (f *form) take(part *multipart.Part) *answer {
	switch name := part.FormName(); name {
	case partDossier:
		return f.takeDossier(part)
	case partFile:
		return f.takeFile(part)
	default:
		return new(refused(http.StatusBadRequest, unknownPart.At("", problem.Value("part", name))))
	}
}

func (f *form) takeDossier(part io.Reader) *answer {
	if f.dossier {
		return new(refused(http.StatusBadRequest, notOneDossier.At("")))
	}
	limit := budget.Dossier().Bytes
	document, err := io.ReadAll(io.LimitReader(part, int64(limit)+1))
	switch {
	case err != nil:
		return f.broken(err)
	case len(document) > limit:
		return tooLarge(limit)
	}
	f.document, f.dossier = document, true
	return nil
}

func (f *form) takeFile(part *multipart.Part) *answer {
	if count := len(f.files) + 1; count > pack.MaxFiles {
		return new(refused(http.StatusUnprocessableEntity, pack.TooManyFiles(count)))
	}
	at := f.spool.size
	if _, err := io.Copy(f.spool, part); err != nil {
		return f.broken(err)
	}
	f.files = append(f.files, upload{fileName(part), f.spool.section(at, f.spool.size-at)})
	return nil
}

// fileName is the name of a part's file, as it is: multipart.Part.FileName leaves
// folders out of it, and would take ../x.pdf for x.pdf.
func fileName(part *multipart.Part) string {
	_, params, _ := mime.ParseMediaType(part.Header.Get("Content-Disposition")) // it was read for the part's name
	return params["filename"]
}

// broken refuses a form that could not be read on.
func (f *form) broken(err error) *answer {
	switch {
	case f.body.err != nil:
		return notWhole(f.body.err, f.over)
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF), f.scratch.ctx.Err() != nil: // before the last boundary
		return new(refused(http.StatusBadRequest, cutShort.At("")))
	default:
		return new(refused(http.StatusBadRequest, unreadableForm.At("")))
	}
}
