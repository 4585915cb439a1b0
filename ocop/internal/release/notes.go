package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// notes are what CHANGELOG.md says of a version: all below its heading, as
// "## v1.2.3" or "## v1.2.3 (2026-12-01)", up to the next. The npm package is
// released with the module, so it has to bear the same version.
func notes(root, version string) (string, error) {
	data, err := os.ReadFile(filepath.Join(root, "CHANGELOG.md")) //nolint:gosec // the project's own
	if err != nil {
		return "", err
	}
	text := section(string(data), version)
	if text == "" {
		return "", fmt.Errorf("CHANGELOG.md says nothing of %s: rename what is unreleased", version)
	}
	data, err = os.ReadFile(filepath.Join(root, "wasm", "npm", "package.json")) //nolint:gosec // the project's own
	if err != nil {
		return "", err
	}
	var about struct{ Version string }
	if err := json.Unmarshal(data, &about); err != nil {
		return "", fmt.Errorf("package.json: %w", err)
	}
	if "v"+about.Version != version {
		return "", fmt.Errorf("wasm/npm/package.json is of %s, not of %s", about.Version, version)
	}
	return text, nil
}

// section is the text below a heading of the second level.
func section(document, title string) string {
	for part := range strings.SplitSeq("\n"+document, "\n## ") {
		heading, text, _ := strings.Cut(part, "\n")
		if name, _, _ := strings.Cut(strings.TrimSpace(heading), " "); name == title {
			if text = strings.TrimSpace(text); text != "" {
				return text + "\n"
			}
		}
	}
	return ""
}
