// Package budget says what each kind of document may cost: the bytes that are
// read, how deep they nest, how many members and items they have, how many
// problems are told, and how many bytes these take. A document has one budget,
// the same while it is read, checked and answered, in Go and in the browser.
//
// What goes over a limit is told as a problem of its own: JSON-04 (bytes),
// JSON-05 (depth), JSON-12 (members), VECTOR-04 (a vector's bytes), and JSON-11
// where there are more problems than are shown. Within the limits time and
// memory grow with the bytes of the document and no faster.
package budget

// Budget bounds what one document may cost. No field is 0.
type Budget struct {
	Bytes    int // largest document
	Depth    int // deepest nesting of objects and lists
	Members  int // members of objects and items of lists, all together
	Problems int // problems told, before the one that says that there are more
	Output   int // bytes of these problems as JSON
}

// Sheet is for sheets and plan requests. A full sheet of 34 criteria has about
// 500 bytes, 2 levels and 40 members; with a note of 500 letters on each 50 KB more.
func Sheet() Budget {
	return Budget{Bytes: 64 << 10, Depth: 16, Members: 2_000, Problems: 100, Output: 128 << 10}
}

// Comparison is for two sheets in one document, each within the budget of a sheet.
func Comparison() Budget {
	both := Sheet()
	both.Bytes, both.Depth, both.Members = 2*both.Bytes, both.Depth+1, 2*both.Members
	return both
}

// Council is for councils. One of 11 members has about 7 KB, 4 levels and 450 members.
func Council() Budget {
	return Budget{Bytes: 1 << 20, Depth: 16, Members: 20_000, Problems: 100, Output: 128 << 10}
}

// Dossier is for dossiers. One with 60 pieces of evidence has about 60 KB, 5
// levels and 1,500 members.
func Dossier() Budget {
	return Budget{Bytes: 1 << 20, Depth: 16, Members: 50_000, Problems: 500, Output: 512 << 10}
}

// Rubric is for loaded rubrics. The edition in force has about 1 MB, 11 levels
// and 35,000 members.
func Rubric() Budget {
	return Budget{Bytes: 16 << 20, Depth: 16, Members: 500_000, Problems: 1_000, Output: 1 << 20}
}

// Trace is for documents of events. An event with its goods and content has about
// 1 KB, 5 levels and 40 members.
func Trace() Budget {
	return Budget{Bytes: 16 << 20, Depth: 32, Members: 1_000_000, Problems: 1_000, Output: 1 << 20}
}

// VectorBytes is the longest vector. In qd26-2026 the longest has 286 bytes
// without gates, which fits a QR code of version 11 (321 bytes at error
// correction level L), and 423 with every gate of its set (version 13, 425 bytes).
const VectorBytes = 4 << 10
