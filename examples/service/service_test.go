//go:build unix

package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/gin-gonic/gin"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/dossier"
)

func TestMain(m *testing.M) {
	gin.SetMode(gin.TestMode)
	os.Exit(m.Run())
}

// binary finds a program of PostgreSQL, which Debian does not put in PATH.
func binary(name string) string {
	if path, err := exec.LookPath(name); err == nil {
		return path
	}
	found, _ := filepath.Glob("/usr/lib/postgresql/*/bin/" + name)
	if len(found) == 0 {
		return ""
	}
	return found[len(found)-1]
}

// postgres starts a database of its own in a temporary folder, on a socket there.
func postgres(t *testing.T) *pgxpool.Pool {
	t.Helper()
	initdb, server := binary("initdb"), binary("postgres")
	if initdb == "" || server == "" {
		t.Skip("PostgreSQL is not here: the example that keeps dossiers is NOT RUN (Debian: postgresql)")
	}
	dir, err := os.MkdirTemp("/tmp", "ocop-db-") // a socket's path is short
	require.NoError(t, err)
	t.Cleanup(func() { assert.NoError(t, os.RemoveAll(dir)) })
	as := func(name string, args ...string) *exec.Cmd {
		p := exec.Command(name, args...)
		p.Dir, p.Stderr = dir, t.Output()
		p.SysProcAttr = other(t, dir)
		return p
	}
	data := filepath.Join(dir, "data")
	require.NoError(t, as(initdb, "--pgdata", data, "--username", "ocop", "--auth", "trust", "--encoding", "UTF8", "--locale", "C", "--no-sync").Run())
	p := as(server, "-D", data, "-k", dir, "-c", "listen_addresses=", "-c", "fsync=off")
	require.NoError(t, p.Start())
	t.Cleanup(func() {
		assert.NoError(t, p.Process.Signal(syscall.SIGINT)) // its fast end
		assert.NoError(t, p.Wait())
	})
	pool, err := pgxpool.New(t.Context(), fmt.Sprintf("host=%s user=ocop dbname=postgres", dir))
	require.NoError(t, err)
	t.Cleanup(pool.Close)
	require.Eventually(t, func() bool { return pool.Ping(context.Background()) == nil }, time.Minute, 20*time.Millisecond)
	require.NoError(t, Store{pool}.Prepare(t.Context()))
	require.NoError(t, Store{pool}.Prepare(t.Context()), "a second start")
	return pool
}

// other is another user where this one is root, whom PostgreSQL refuses; the folder is given to it.
func other(t *testing.T, dir string) *syscall.SysProcAttr {
	t.Helper()
	if os.Geteuid() != 0 {
		return nil
	}
	u, err := user.Lookup("postgres")
	if err != nil {
		u, err = user.Lookup("nobody")
	}
	require.NoError(t, err)
	uid, err := strconv.Atoi(u.Uid)
	require.NoError(t, err)
	gid, err := strconv.Atoi(u.Gid)
	require.NoError(t, err)
	require.NoError(t, os.Chown(dir, uid, gid))
	return &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}}
}

func ask(h http.Handler, method, target, document string) *httptest.ResponseRecorder {
	q := httptest.NewRequest(method, target, strings.NewReader(document))
	q.Header.Set("Content-Type", "application/json")
	w := httptest.NewRecorder()
	h.ServeHTTP(w, q)
	return w
}

func examples(t *testing.T) map[string]string {
	t.Helper()
	files, err := filepath.Glob("../dossiers/*.json")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	documents := map[string]string{}
	for _, file := range files {
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		documents[filepath.Base(file)] = string(data)
	}
	return documents
}

// Behind gin the rules answer as they do alone.
func TestRules(t *testing.T) {
	t.Parallel()
	r := NewRouter(Store{})
	sheet, err := os.ReadFile("../sheets/ca-phe-dak-lak.json")
	require.NoError(t, err)
	w := ask(r, "POST", "/ocop/v1/score", string(sheet))
	assert.Equal(t, http.StatusOK, w.Code)
	assert.Contains(t, w.Body.String(), `"total":92`)
	for target, status := range map[string]int{
		"POST /ocop/v1/score": 400, "PUT /ocop/v1/score": 405, "GET /ocop/v1/rubric/13": 200, "HEAD /ocop/openapi.json": 200,
		"GET /ocop/nothing": 404, "OPTIONS /ocop/v1/score": 204, "POST /ocop/v1/validate?as=foo": 400,
	} {
		method, at, _ := strings.Cut(target, " ")
		w := ask(r, method, at, "")
		assert.Equal(t, status, w.Code, target)
		if status >= 400 {
			assert.Equal(t, "application/problem+json", w.Header().Get("Content-Type"), target)
		}
	}
}

// A dossier without an error is stored, found by what it holds, and read back equal.
func TestDossiers(t *testing.T) {
	t.Parallel()
	store := Store{postgres(t)}
	r := NewRouter(store)
	stored := map[string]string{} // by location
	for name, document := range examples(t) {
		w := ask(r, "POST", "/dossiers", document)
		require.Equal(t, http.StatusCreated, w.Code, "%s: %s", name, w.Body)
		stored[w.Header().Get("Location")] = document
	}
	for location, document := range stored {
		w := ask(r, "GET", location, "")
		require.Equal(t, http.StatusOK, w.Code)
		assert.JSONEq(t, document, w.Body.String())
		before, problems := dossier.Read([]byte(document), dossier.Options{})
		require.NoError(t, problems.Err())
		after, problems := dossier.Read(w.Body.Bytes(), dossier.Options{})
		require.NoError(t, problems.Err())
		assert.Equal(t, before, after)
	}
	count := func(query string) (n int) {
		w := ask(r, "GET", "/dossiers"+query, "")
		require.Equal(t, http.StatusOK, w.Code, w.Body)
		var list struct{ Dossiers []Found }
		require.NoError(t, json.Unmarshal(w.Body.Bytes(), &list))
		return len(list.Dossiers)
	}
	assert.Equal(t, len(stored), count(""))
	province, set, star := map[string]int{}, map[int]int{}, map[int]int{}
	all, err := store.Find(t.Context(), Filter{})
	require.NoError(t, err)
	for _, f := range all {
		province[f.Province]++
		set[f.Set]++
		star[*f.Star]++
	}
	require.Greater(t, len(province)+len(set)+len(star), 8, "the examples differ")
	for code, n := range province {
		assert.Equal(t, n, count("?province="+code))
	}
	for no, n := range set {
		assert.Equal(t, n, count(fmt.Sprintf("?set=%d", no)))
	}
	for k, n := range star {
		assert.Equal(t, n, count(fmt.Sprintf("?star=%d", k)))
	}
	assert.Equal(t, 0, count("?set=13&province=01"))
	assert.Equal(t, 0, count("?province="+"%27%3B%20drop%20table%20dossiers"), "a value is no SQL")

	t.Run("what is refused is not stored", func(t *testing.T) {
		good := examples(t)["thuc-pham-lan-dau.json"]
		for document, status := range map[string]int{
			strings.Replace(good, `"set": 13`, `"set": 12`, 1):       422,
			`{"edition":"qd26-2026","set":13,"answers":{"1.1":"c"}}`: 422,
			`{`:                               400,
			good + strings.Repeat(" ", 1<<20): 413,
		} {
			w := ask(r, "POST", "/dossiers", document)
			assert.Equal(t, status, w.Code, w.Body)
			assert.Equal(t, "application/problem+json", w.Header().Get("Content-Type"))
			assert.Contains(t, w.Body.String(), `"problems":[{"code":"`)
		}
		assert.Equal(t, len(stored), count(""))
		for target, status := range map[string]int{"/dossiers/0": 404, "/dossiers/x": 404, "/dossiers?set=x": 400} {
			w := ask(r, "GET", target, "")
			assert.Equal(t, status, w.Code, target)
			assert.Equal(t, "application/problem+json", w.Header().Get("Content-Type"))
		}
		_, err := store.Get(t.Context(), 0)
		assert.ErrorIs(t, err, pgx.ErrNoRows)
	})
	t.Run("the database is gone", func(t *testing.T) {
		store.pool.Close()
		for _, w := range []*httptest.ResponseRecorder{ask(r, "GET", "/dossiers", ""), ask(r, "GET", "/dossiers/1", ""), ask(r, "POST", "/dossiers", examples(t)["thuc-pham-lan-dau.json"])} {
			assert.Equal(t, http.StatusInternalServerError, w.Code)
			assert.False(t, bytes.Contains(w.Body.Bytes(), []byte("pool")), "nothing of the inside is told")
		}
		assert.Equal(t, http.StatusOK, ask(r, "GET", "/ocop/healthz", "").Code, "the rules need none")
	})
}
