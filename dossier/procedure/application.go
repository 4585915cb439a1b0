package procedure

import "github.com/ocop-vn/ocop-go/scoring/lang"

// Application is the kind of application that a dossier is for (Article 6.1).
type Application string

// The kinds of application.
const (
	First        Application = "first"         // đánh giá lần đầu (Article 6.1.a)
	Upgrade      Application = "upgrade"       // nâng hạng (Article 6.1.b)
	Reassessment Application = "re-assessment" // đánh giá lại (Article 6.1.c)
)

// Name is the kind's name.
func (a Application) Name() lang.Text {
	switch a {
	case First:
		return lang.Text{Vi: "đánh giá lần đầu", En: "first assessment"}
	case Upgrade:
		return lang.Text{Vi: "nâng hạng", En: "upgrade"}
	case Reassessment:
		return lang.Text{Vi: "đánh giá lại", En: "re-assessment"}
	default:
		return lang.Text{}
	}
}
