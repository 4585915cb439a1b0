// Package scoring is the law of OCOP scoring as code: a sheet in, a verdict out.
//
// # What it encodes
//
// Decision 26/2026/QĐ-TTg, Article 3 and Appendix II. A product belongs to one
// of 26 product sets. Its set's rubric has three parts, A (40 points), B (25)
// and C (35); parts have sections, sections have criteria, and a criterion has
// options in printed order, each worth whole points. A [Sheet] chooses an
// option for each criterion. From it follows a [Result]:
//
//   - The total, 0 to 100 points, gives the band: 5 from 90, 4 from 70, 3 from
//     50, 2 from 30, else 1 (Article 3.3).
//   - Some options are starred: they, or one printed after them, are the
//     minimum for 3, 4 or 5 stars (Appendix II). The star is the highest not
//     above the band whose minima, and those of every lower star, are met.
//     Stars 1 and 2 have no minima.
//   - Gates are knock-outs: they reject the dossier or stop the assessment, and
//     then there is no star. One of them, in set 16, follows from the answers.
//   - Criterion 5.2 falls away when the answer to 5.1 is that there is no story.
//   - Unanswered, "none" and 0 points are three things. A sheet with a criterion
//     unanswered has no star, but bounds: what is still possible, exactly.
//     "none" says that the product meets no printed level; it is an answer,
//     worth 0 points, only where the decision prints no option of 0 points.
//   - The province recognises 3 and 4 stars, the ministry 5 (Article 4.1).
//
// What people enter beside the answers, [Remarks], is checked and kept, and nothing
// follows from it.
//
// Points are whole numbers and never an input; there is no float.
//
// # How it is built
//
// An [Edition] is data: package qd26 holds the one in force as static tables,
// package rubric loads others, qd26/words has the words. This package needs no
// words, no clock and no I/O, keeps no state, and imports nothing that a
// browser module should not carry.
package scoring
