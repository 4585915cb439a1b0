package main

import (
	"bytes"
	"encoding/json"
	"runtime/debug"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
)

func TestLocale(t *testing.T) {
	t.Parallel()
	for env, want := range map[string]lang.Lang{
		"":                   lang.Vi,
		"LC_ALL=en_US.UTF-8": lang.En,
		"LC_ALL=EN":          lang.En,
		"LC_ALL=en@x":        lang.En,
		"LC_MESSAGES=en-GB":  lang.En,
		"LANG=en.UTF-8":      lang.En,
		"LANG=vi_VN":         lang.Vi,
		"LC_ALL=vi_VN LC_MESSAGES=en_US LANG=en_US": lang.Vi,
		"LC_MESSAGES=en_US LANG=vi_VN":              lang.En,
		"LC_ALL= LANG=en_US":                        lang.En,
		"LC_ALL=C LANG=en_US":                       lang.En, // C names no language
		"LC_ALL=C.UTF-8":                            lang.Vi,
		"LANG=POSIX":                                lang.Vi,
		"LANG=fr_FR LC_MESSAGES=_":                  lang.Vi,
		"LANG=eng":                                  lang.Vi,
		"LANGUAGE=en":                               lang.Vi,
	} {
		set := map[string]string{}
		for _, one := range strings.Fields(env) {
			name, value, _ := strings.Cut(one, "=")
			set[name] = value
		}
		assert.Equal(t, want, localeOf(func(name string) string { return set[name] }), env)
	}
}

// Help and what is wrong with a call come in the language of --lang, wherever it
// stands and whatever is wrong beside it, then in the environment's; reports in
// that of --lang alone.
func TestLanguage(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		locale    lang.Lang
		args      string
		says, not string
	}{
		{"", "scores", "Không có lệnh “scores”", "verb"},
		{lang.En, "scores", "There is no verb “scores”", "lệnh"},
		{lang.En, "scores --lang vi", "Không có lệnh “scores”", ""},
		{lang.Vi, "scores --lang=en", "There is no verb", ""},
		{lang.Vi, "--lang en scores", "There is no verb “scores”", ""},
		{lang.Vi, "--lang=vi --lang en scores", "There is no verb “scores”", ""},
		{lang.Vi, "score --none --lang en", "There is no flag --none", ""},
		{lang.Vi, "score --lang en --none", "There is no flag --none", ""},
		{lang.En, "score --lang fr -", "--lang is vi or en, not “fr”", ""},
		{lang.Vi, "score --lang en --lang=fr -", "--lang is vi or en", ""},
		{lang.En, "score --lang", "The flag --lang needs a value", ""},
		{lang.Vi, "score -- --lang en", "Không đọc được tệp --lang", ""},
		{lang.En, "score none", "Cannot read the file none: there is no such file", ""},
		{lang.En, "rubric --edition x", "There is no rubric called x", ""},
		{lang.En, "", "Every verb: ", "Cờ chung"},
		{lang.Vi, "", "Cờ chung: ", "Every verb"},
		{lang.En, "help", "Every verb: ", "Cờ chung"},
		{lang.En, "--help --lang vi", "Cờ chung: ", "Every verb"},
		{lang.Vi, "--lang en --help", "Every verb: ", "Cờ chung"},
		{lang.En, "score -h", "own claims", "Cờ chung"},
		{lang.Vi, "help score --lang en", "own claims", "Cờ chung"},
		{lang.En, "--version", "Rubric qd26-2026, Decision 26/2026/QĐ-TTg\n", "Bộ"},
		{lang.Vi, "version", "Bộ tiêu chí qd26-2026, Quyết định 26/2026/QĐ-TTg\n", "Rubric"},
		{lang.En, "score " + sheets + "gao-st25.json", "Bộ sản phẩm 3", "Product set"},
		{lang.En, "validate -", "DOSSIER-01 /edition: Chưa có: Bộ tiêu chí.", "missing"},
		{lang.Vi, "score --lang en " + sheets + "gao-st25.json", "Product set 3", "Bộ sản phẩm"},
	} {
		var b bytes.Buffer
		cmd := &command{stdin: strings.NewReader("{}"), stdout: &output{to: &b}, stderr: &b, locale: c.locale}
		cmd.run(strings.Fields(c.args))
		assert.Contains(t, b.String(), c.says, "%s %s", c.locale, c.args)
		if c.not != "" {
			assert.NotContains(t, b.String(), c.not, "%s %s", c.locale, c.args)
		}
	}
	p := program("scores")
	p.Env = append(p.Env, "LC_ALL=", "LC_MESSAGES=", "LANG=en_US.UTF-8")
	said, err := p.CombinedOutput()
	require.Error(t, err)
	assert.Equal(t, "ocop: There is no verb “scores”. Try ocop help.\n", string(said))
}

func TestVerbFirst(t *testing.T) {
	t.Parallel()
	for args, want := range map[string]string{
		"":                         "",
		"score x":                  "score x",
		"--lang en score x":        "score --lang en x",
		"--lang=en --lang vi help": "help --lang=en --lang vi",
		"--lang":                   "--lang",
		"--lang en":                "--lang en",
		"--json score":             "--json score",
	} {
		assert.Equal(t, strings.Fields(want), verbFirst(strings.Fields(args)), args)
	}
}

func TestVersion(t *testing.T) {
	t.Parallel()
	built := func(version string, settings ...debug.BuildSetting) *debug.BuildInfo {
		return &debug.BuildInfo{GoVersion: "go1.26.0", Main: debug.Module{Version: version}, Settings: settings}
	}
	editions := []edition{{qd26.ID, "26/2026/QĐ-TTg", qd26.SHA256()}}
	revision := debug.BuildSetting{Key: "vcs.revision", Value: "0123abc"}
	for _, c := range []struct {
		released string
		info     *debug.BuildInfo
		want     about
	}{
		{"", nil, about{"devel", "", false, "", editions}},
		{"v1.2.3", nil, about{"v1.2.3", "", false, "", editions}},
		{"", built("(devel)"), about{"devel", "", false, "go1.26.0", editions}},
		{"", built("v1.2.3"), about{"v1.2.3", "", false, "go1.26.0", editions}},
		{"v1.2.3", built("(devel)"), about{"v1.2.3", "", false, "go1.26.0", editions}},
		{"v1.2.3", built("v0.0.0-x"), about{"v1.2.3", "", false, "go1.26.0", editions}},
		{"", built("", revision, debug.BuildSetting{Key: "vcs.modified", Value: "false"}), about{"devel", "0123abc", false, "go1.26.0", editions}},
		{"", built("", revision, debug.BuildSetting{Key: "vcs.modified", Value: "true"}), about{"devel", "0123abc", true, "go1.26.0", editions}},
	} {
		assert.Equal(t, c.want, aboutThis(c.released, c.info))
	}
	out, errs, code := run("", "--version", "--json")
	assert.Equal(t, exitOK, code, errs)
	var a about
	require.NoError(t, json.Unmarshal([]byte(out), &a))
	assert.Equal(t, editions, a.Editions)
	assert.NotEmpty(t, a.Version)

	var b bytes.Buffer
	c := &command{stdout: &output{to: &b}, user: lang.En}
	c.tellAbout(about{"v1.2.3", "0123abc", true, "go1.26.0", editions})
	assert.Equal(t, "ocop v1.2.3\nSource 0123abc, modified\nRubric qd26-2026, Decision 26/2026/QĐ-TTg\n", b.String())
	b.Reset()
	c.tellAbout(about{Version: "devel", Revision: "0123abc"})
	assert.Equal(t, "ocop devel\nSource 0123abc\n", b.String())
}
