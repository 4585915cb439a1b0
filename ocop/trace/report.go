package trace

import "github.com/ocop-vn/ocop-go/scoring/problem"

// Report is what the events of some documents tell, taken together. The order of
// documents and of the events in them makes no difference to it, but for the paths
// of its problems.
type Report struct {
	// Lots are the lots and pieces that were shipped or sold, those shipped first
	// first. What was shipped on a pallet is among them, the pallet is not.
	Lots []Lot
	// Places are those that the lots name, by ID.
	Places []Place
	// Problems are of all events, not only of those of the lots. A path begins with
	// the number of the document, from 0, as given to Trace.
	Problems problem.List
	// Levels are what the caller asked Levels for; nil where it did not.
	Levels []Level
}

// Lot is a lot or a piece that was shipped, and its chain.
type Lot struct {
	EPC      string // as written where it was made
	Key      Key
	Content            // what is told of it
	Made     []*Step   // what made it and what it was made of, first first
	From     []Input   // what it was made of, back to the first events, first first
	Went     []*Step   // what befell it and the pallets it was on since it was made, first first
	Into     []string  // EPCs of the lots that were made of it, by EPC
	Complete bool      // every lot of the chain was made or observed, so far as the events tell
	Quantity []Measure // how much was made of it

	own []*Step // what made the lot itself
}

// Step is one event, as told to people.
type Step struct {
	Event  string // its ID; "" where it has none
	Type   string // ObjectEvent and so on
	Action string
	Step   string // bizStep
	Stage  string // in the maker's own words; "" where not told
	Time   string // as written, with its offset
	Place  string // ID of the place; "" where none is told
	To     string // ID of the place it was sent to
	Pallet string // EPC of the pallet or parcel that a lot was packed in, or went in

	placed bool // its place has a GLN or coordinates
}

// Input is a lot of which another was made, directly or by way of others.
type Input struct {
	EPC      string
	Key      Key
	*Content         // what is told of it; never nil in a Report
	Used     Measure // what went into the steps of the chain, not only into the lot at its end
	First    bool    // nothing says what it was made of: the chain begins here
	Seen     bool    // an event made or observed it
	Time     string  // when it was made or first observed; "" where it was neither
	Place    string  // likewise; ID of the place

	order int32 // of the event that Time is of
}

// Reach is where goods went, or what was made of them.
type Reach struct {
	EPC     string
	Key     Key
	Content         // what is told of it
	Made    []*Step // what made it, first first
	Went    []*Step // what befell it and the pallets it was on, first first
}

// Measure is an exact amount and its unit.
type Measure struct {
	Amount string // in digits, such as 200.5; "" where none is told
	Unit   string // UN/CEFACT; "" counts pieces
}
