package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/ocop/pack"
)

func TestSite(t *testing.T) {
	t.Parallel()
	received := t.TempDir()
	server := httptest.NewServer(site("../../wasm/npm", received))
	defer server.Close()

	status, page := do(t, http.MethodGet, server.URL, nil)
	assert.Equal(t, http.StatusOK, status)
	assert.Contains(t, page, "<ocop-dossier>")
	status, _ = do(t, http.MethodGet, server.URL+"/ocop/package.json", nil)
	assert.Equal(t, http.StatusOK, status)

	status, answer := do(t, http.MethodPost, server.URL+"/dossiers", packed(t))
	assert.Equal(t, http.StatusOK, status)
	kept, err := filepath.Glob(filepath.Join(received, "*.zip"))
	require.NoError(t, err)
	require.Len(t, kept, 1)
	assert.Equal(t, filepath.Base(kept[0]), answer)

	// What is no package is refused, and nothing of it is left.
	status, answer = do(t, http.MethodPost, server.URL+"/dossiers", []byte("hồ sơ"))
	assert.Equal(t, http.StatusUnprocessableEntity, status)
	assert.Contains(t, answer, "PACK-01")
	kept, err = filepath.Glob(filepath.Join(received, "*"))
	require.NoError(t, err)
	assert.Len(t, kept, 1)
}

// packed is an example dossier with files that were made for it, as a package.
func packed(t *testing.T) []byte {
	t.Helper()
	text, err := os.ReadFile("../dossiers/thuc-pham-lan-dau.json")
	require.NoError(t, err)
	var x dossier.Dossier
	require.NoError(t, json.Unmarshal(text, &x))
	content := []byte("hồ sơ")
	files := fstest.MapFS{}
	for i := range x.Evidence {
		file := &x.Evidence[i].File
		file.Size, file.SHA256 = len(content), fmt.Sprintf("%x", sha256.Sum256(content))
		files[file.Name] = &fstest.MapFile{Data: content, Mode: 0o644}
	}
	document, err := json.Marshal(x)
	require.NoError(t, err)
	var b bytes.Buffer
	require.NoError(t, pack.Write(&b, document, files, pack.Options{}))
	return b.Bytes()
}

func do(t *testing.T, method, url string, body []byte) (int, string) {
	t.Helper()
	q, err := http.NewRequestWithContext(t.Context(), method, url, bytes.NewReader(body))
	require.NoError(t, err)
	r, err := http.DefaultClient.Do(q)
	require.NoError(t, err)
	defer func() { require.NoError(t, r.Body.Close()) }()
	text, err := io.ReadAll(r.Body)
	require.NoError(t, err)
	return r.StatusCode, string(text)
}
