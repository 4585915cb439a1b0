// Package dossiers makes cases of the conformance suite.
package dossiers

import "github.com/ocop-vn/ocop-go/ocop/conformance/internal/suite"

// Files are the files of cases, each with what must come out.
func Files() []suite.File { return nil }
