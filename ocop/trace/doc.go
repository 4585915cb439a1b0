// Package trace follows a product along its chain of events: what a lot was made
// of, where and when, and where it went.
//
// Events are those of EPCIS 2.0, in its JSON-LD form. Read reads a document of
// them, Document.AppendJSON writes one, Builder makes one for a program that knows
// nothing of EPCIS, and Trace puts the events of many documents together and says
// what does not fit. Goods and places are named by GS1 keys, see Key.
//
// What a trace must tell at least is said by Circular 02/2024/TT-BKHCN, see Content.
package trace
