package registry

// CodeKey and CodeText are for tests of their round trip.
var (
	CodeKey  = codeKey
	CodeText = codeText
)

// In are options by which each grouping keeps so many facts in memory.
func (o Options) In(room int) Options {
	o.room = room
	return o
}
