package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"debug/buildinfo"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// root is the project's.
const root = "../../.."

// untar reads an archive.
func untar(t *testing.T, data []byte) (files []file) {
	t.Helper()
	z, err := gzip.NewReader(bytes.NewReader(data))
	require.NoError(t, err)
	for r := tar.NewReader(z); ; {
		h, err := r.Next()
		if err == io.EOF { //nolint:errorlint // bare
			return files
		}
		require.NoError(t, err)
		assert.True(t, h.ModTime.Equal(moment))
		content, err := io.ReadAll(r)
		require.NoError(t, err)
		files = append(files, file{h.Name, fs.FileMode(h.Mode), content})
	}
}

// An archive holds the program, LICENSE, NOTICE and the terms of all that the
// program says it is linked from; made twice, it is the same, and nothing of
// this machine is in it.
func TestBinaries(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("it builds the command")
	}
	if runtime.GOOS == "windows" {
		t.Skip("its archive is another, see TestArchives")
	}
	here := target{runtime.GOOS, runtime.GOARCH}
	dir, again := t.TempDir(), t.TempDir()
	require.NoError(t, binaries(root, dir, "v1.2.3", []target{here}))
	require.NoError(t, binaries(root, again, "v1.2.3", []target{here}))
	sums, err := os.ReadFile(filepath.Join(dir, "SHA256SUMS"))
	require.NoError(t, err)
	same, err := os.ReadFile(filepath.Join(again, "SHA256SUMS"))
	require.NoError(t, err)
	assert.Equal(t, string(sums), string(same))

	folder := "ocop_" + here.os + "_" + here.arch
	data, err := os.ReadFile(filepath.Join(dir, folder+".tar.gz"))
	require.NoError(t, err)
	assert.Equal(t, fmt.Sprintf("%x  %s.tar.gz\n", sha256.Sum256(data), folder), string(sums))
	files := map[string]file{}
	for _, f := range untar(t, data) {
		files[strings.TrimPrefix(f.name, folder+"/")] = f
	}
	assert.Len(t, files, 4)
	for _, name := range []string{"LICENSE", "NOTICE"} {
		own, err := os.ReadFile(filepath.Join(root, name))
		require.NoError(t, err)
		assert.Equal(t, string(own), string(files[name].data))
		assert.Equal(t, fs.FileMode(0o644), files[name].mode)
	}
	assert.Contains(t, string(files["NOTICE"].data), "LICENSES.txt")

	binary := filepath.Join(t.TempDir(), "ocop")
	require.NoError(t, os.WriteFile(binary, files["ocop"].data, files["ocop"].mode))
	out, err := exec.Command(binary, "help").Output()
	require.NoError(t, err)
	assert.Contains(t, string(out), "ocop score")
	out, err = exec.Command(binary, "--version").Output()
	require.NoError(t, err)
	assert.Contains(t, string(out), "ocop v1.2.3\n")
	info, err := buildinfo.ReadFile(binary)
	require.NoError(t, err)
	terms := string(files["LICENSES.txt"].data)
	assert.Contains(t, terms, "\n==== The Go standard library and runtime "+strings.TrimPrefix(info.GoVersion, "go")+": LICENSE\n\nCopyright 2009 The Go Authors.")
	require.NotEmpty(t, info.Deps)
	for _, m := range info.Deps {
		assert.Regexp(t, `(?m)^==== `+m.Path+" "+m.Version+": (LICENSE|COPYING)", terms)
	}
	assert.NotContains(t, terms, "testify", "nothing that is not linked")
	for _, s := range info.Settings {
		assert.False(t, strings.HasPrefix(s.Key, "vcs"), s.Key)
	}
	project, err := filepath.Abs(root)
	require.NoError(t, err)
	for _, place := range []string{project, os.TempDir() + "/ocop-release"} {
		assert.False(t, bytes.Contains(files["ocop"].data, []byte(place)), place)
		assert.NotContains(t, terms, place)
	}
}

func TestArchives(t *testing.T) {
	t.Parallel()
	files := []file{{"a", 0o755, []byte("one")}, {"b", 0o644, []byte("two")}}
	name, data, err := target{"darwin", "arm64"}.archive(files)
	require.NoError(t, err)
	assert.Equal(t, "ocop_darwin_arm64.tar.gz", name)
	assert.Equal(t, []file{{"ocop_darwin_arm64/a", 0o755, []byte("one")}, {"ocop_darwin_arm64/b", 0o644, []byte("two")}}, untar(t, data))

	windows := target{"windows", "amd64"}
	assert.Equal(t, "ocop.exe", windows.executable())
	name, data, err = windows.archive(files)
	require.NoError(t, err)
	assert.Equal(t, "ocop_windows_amd64.zip", name)
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	require.NoError(t, err)
	require.Len(t, z.File, 2)
	for i, f := range z.File {
		assert.Equal(t, "ocop_windows_amd64/"+files[i].name, f.Name)
		assert.Equal(t, files[i].mode, f.Mode())
		assert.True(t, f.Modified.Equal(moment))
		r, err := f.Open()
		require.NoError(t, err)
		content, err := io.ReadAll(r)
		require.NoError(t, err)
		assert.Equal(t, files[i].data, content)
	}
}

// The terms of a package stand with it and in the folders above, up to the
// module's; a module without terms is not released.
func TestCollect(t *testing.T) {
	t.Parallel()
	module := t.TempDir()
	inner := filepath.Join(module, "x", "y")
	require.NoError(t, os.MkdirAll(filepath.Join(inner, "LICENSES"), 0o700))
	for name, text := range map[string]string{"NOTICE": "n", "x/licence.md": "inner", "x/license.go": "code", "x/y/z.txt": "no"} {
		require.NoError(t, os.WriteFile(filepath.Join(module, filepath.FromSlash(name)), []byte(text+"\n"), 0o600))
	}
	const name = "golang.org/x/text"
	found := map[string]*work{}
	require.ErrorContains(t, collect(found, name, "v1", module, inner), name+" has no licence")
	require.NoError(t, os.WriteFile(filepath.Join(module, "COPYING"), []byte("outer"), 0o600))
	require.NoError(t, collect(found, name, "v1", module, inner))
	const want = "head\n\n- golang.org/x/text v1 (BSD-3-Clause)\n" +
		"\n==== golang.org/x/text v1: COPYING\n\nouter\n\n==== golang.org/x/text v1: NOTICE\n\nn\n\n==== golang.org/x/text v1: x/licence.md\n\ninner\n"
	assert.Equal(t, want, string(written("head", sorted(found))))
	assert.Error(t, collect(found, name, "v1", module, filepath.Join(module, "none")))
}
