package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// What those who import us get is read by a person and given under a licence that
// Apache-2.0 may stand beside; the list that a person made agrees with the texts.
func TestWhatReachesUsersIsRead(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("it lists the module's packages")
	}
	found := map[string]*dependency{}
	require.NoError(t, goModules(found, root, filepath.Join(root, "go.mod")))
	assert.NotEmpty(t, found)
	read := licences()
	for _, d := range found {
		assert.Empty(t, d.unfit())
		assert.Equal(t, read[d.name], d.licence, d.name)
	}
}

func TestUnfitLicences(t *testing.T) {
	t.Parallel()
	ours, tests := []string{"go.mod", "scoring/benchmarks/go.mod"}, []string{"scoring/benchmarks/go.mod"}
	for _, c := range []struct {
		dependency
		fits bool
	}{
		{dependency{"a", "v1", "MIT", ours}, true},
		{dependency{"a", "v1", "MPL-2.0", tests}, true},
		{dependency{"a", "v1", "MPL-2.0", ours}, false},
		{dependency{"a", "v1", "MPL-2.0", []string{"ocop/registry/xlsx/go.mod"}}, false},
		{dependency{"a", "v1", "AGPL-3.0", tests}, false},
		{dependency{"a", "v1", "", tests}, false},
		{dependency{"a", "v1", "Apache-2.0 OR MIT", ours}, true},
		{dependency{"a", "v1", "(AGPL-3.0 OR MIT)", ours}, true},
		{dependency{"a", "v1", "Apache-2.0 AND AGPL-3.0", ours}, false},
		{dependency{"a", "v1", "Apache-2.0 AND LGPL-3.0-or-later", tests}, true},
	} {
		assert.Equal(t, c.fits, c.unfit() == "", c.dependency)
	}
}

// A licence is known by its own sentence, however its lines are broken.
func TestLicenceIn(t *testing.T) {
	t.Parallel()
	for want, texts := range map[string][]string{
		"MIT":                         {"Permission is hereby granted,\n free of charge, to any person"},
		"BSD-3-Clause":                {"Redistribution and use in\nsource and binary forms … Neither the name of"},
		"BSD-2-Clause":                {"Redistribution and use in source and binary forms"},
		"Apache-2.0":                  {"Apache License\n   Version 2.0, January 2004"},
		"Apache-2.0 OR MIT":           {"Apache License, Version 2.0", "Permission is hereby granted, free of charge"},
		"Apache-2.0 AND BSD-3-Clause": {"Apache License, Version 2.0", "Redistribution and use in source and binary forms; Neither the name"},
		"":                            {"All rights reserved"},
	} {
		dir := t.TempDir()
		for i, text := range texts {
			require.NoError(t, os.WriteFile(filepath.Join(dir, []string{"LICENSE", "COPYING.txt"}[i]), []byte(text), 0o600))
		}
		got, err := licenceIn(dir)
		require.NoError(t, err)
		assert.Equal(t, want, got)
	}
}

// What an import brings along: who only scores and checks gets two modules of others.
func TestWhatAnImportBrings(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("it lists packages")
	}
	const json, text = "github.com/go-json-experiment/json", "golang.org/x/text"
	for importer, want := range map[string][]string{
		"./scoring":         {json},
		"./dossier":         {json, text},
		"./ocop":            {json, text},
		"./ocop/httpapi":    {json, text},
		"./ocop/registry":   {json, text},
		"./ocop/pack":       {json, text},
		"./ocop/schema":     {json, text},
		"./ocop/trace":      {json, text},
		"./ocop/trace/page": {"github.com/boombuler/barcode", json, text},
	} {
		works, err := target{"linux", "amd64"}.works(root, "", importer)
		require.NoError(t, err)
		var got []string
		for _, w := range works {
			if name, _, _ := strings.Cut(w.name, " "); strings.Contains(name, ".") {
				got = append(got, name)
			}
		}
		assert.ElementsMatch(t, want, got, importer)
	}
}
