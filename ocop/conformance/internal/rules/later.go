package rules

// Dossiers and Registers are still to come; their owners take away what they bring.

// Dossiers are the rules of dossiers, dates and lives that no table holds.
func Dossiers() []string { return nil }

// DossiersOutside are codes of dossiers that no document gives.
func DossiersOutside() map[string]string { return nil }

// Registers are the rules of registers, traces and packages that no table holds.
func Registers() []string { return nil }

// RegistersOutside are codes of registers that no document gives.
func RegistersOutside() map[string]string { return nil }
