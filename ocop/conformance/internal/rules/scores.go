package rules

// Scores are the rules of sheets, councils, plans and vectors that no table holds.
func Scores() []string { return nil }

// ScoresOutside are codes of scoring that no document gives.
func ScoresOutside() map[string]string { return nil }
