package procedure

import "github.com/ocop-vn/ocop-go/scoring/lang"

// Application is the kind of application that a dossier is for (Article 6.1).
type Application string

// The kinds of application.
const (
	ApplicationFirst        Application = "first"         // đánh giá lần đầu (Article 6.1.a)
	ApplicationUpgrade      Application = "upgrade"       // nâng hạng (Article 6.1.b)
	ApplicationReassessment Application = "re-assessment" // đánh giá lại (Article 6.1.c)
)

// Name is the kind's name.
func (a Application) Name() lang.Text {
	switch a {
	case ApplicationFirst:
		return lang.Text{Vi: "đánh giá lần đầu", En: "first assessment"}
	case ApplicationUpgrade:
		return lang.Text{Vi: "nâng hạng", En: "upgrade"}
	case ApplicationReassessment:
		return lang.Text{Vi: "đánh giá lại", En: "re-assessment"}
	default:
		return lang.Text{}
	}
}
