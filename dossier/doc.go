// Package dossier holds the law of what surrounds a score: when a dossier is
// due where, and the life of a certificate. It follows Articles 4 to 8 and 12
// of Decision 26/2026/QĐ-TTg. It has no clock: the date is an argument.
//
// The forms themselves, their evidence and codes are not here yet.
package dossier

// Application is the kind of application that a dossier is for (Article 6.1).
type Application string

// The kinds of application.
const (
	First        Application = "first"         // đánh giá lần đầu
	Upgrade      Application = "upgrade"       // nâng hạng
	Reassessment Application = "re-assessment" // đánh giá lại
)
