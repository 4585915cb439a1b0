package rules

// Registers are still to come; their owner takes away what they bring.

// Registers are the rules of registers, traces and packages that no table holds.
func Registers() []string { return nil }

// RegistersOutside are codes of registers that no document gives.
func RegistersOutside() map[string]string { return nil }
