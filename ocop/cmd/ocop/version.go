package main

import (
	"encoding/json"
	"runtime/debug"

	"github.com/spf13/pflag"

	"github.com/ocop-vn/ocop-go/ocop"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
)

// released is the version that a released archive is of, as v1.2.3; the linker
// sets it (ocop/internal/release), as such a build knows nothing of its source.
var released string

// about is what the command tells of itself.
type about struct {
	Version  string    `json:"version"`            // of the module: v1.2.3, or devel
	Revision string    `json:"revision,omitempty"` // of the source, where the build knows it
	Modified bool      `json:"modified,omitempty"` // the source was not quite that
	Go       string    `json:"go"`
	Editions []edition `json:"editions"` // built in
}

type edition struct {
	ID       string `json:"id"`
	Decision string `json:"decision"`
	SHA256   string `json:"sha256"` // of the published rubric
}

// aboutThis reads what a build says of itself; info is nil where it says nothing.
func aboutThis(released string, info *debug.BuildInfo) about {
	a := about{Version: released}
	if info != nil {
		a.Go = info.GoVersion
		if a.Version == "" && info.Main.Version != "(devel)" {
			a.Version = info.Main.Version
		}
		for _, s := range info.Settings {
			switch s.Key {
			case "vcs.revision":
				a.Revision = s.Value
			case "vcs.modified":
				a.Modified = s.Value == "true"
			}
		}
	}
	if a.Version == "" {
		a.Version = "devel"
	}
	for _, e := range ocop.Editions() {
		if e.BuiltIn {
			a.Editions = append(a.Editions, edition{e.ID, e.Decision, qd26.SHA256()})
		}
	}
	return a
}

// version runs the verb version.
func (c *command) version(args []string) int {
	flags := pflag.NewFlagSet("version", pflag.ContinueOnError)
	asJSON := flags.Bool("json", false, "")
	_, code, done := c.parse(flags, args)
	switch {
	case done:
		return code
	case flags.NArg() > 0:
		return c.unusable("version không nhận tệp: %s", "version takes no file: %s", flags.Arg(0))
	}
	info, _ := debug.ReadBuildInfo()
	a := aboutThis(released, info)
	if *asJSON {
		line, err := json.Marshal(a)
		if err != nil {
			return c.cannotWrite(err)
		}
		c.json(append(line, '\n'))
		return exitOK
	}
	c.tellAbout(a)
	return exitOK
}

// tellAbout writes it for people, in the user's language.
func (c *command) tellAbout(a about) {
	c.lang = c.user
	c.print("ocop %s", a.Version)
	if a.Revision != "" {
		changed := ""
		if a.Modified {
			changed = c.words(", có sửa đổi", ", modified")
		}
		c.print(c.words("Mã nguồn %s%s", "Source %s%s"), a.Revision, changed)
	}
	for _, e := range a.Editions {
		c.print(c.words("Bộ tiêu chí %s, Quyết định %s", "Rubric %s, Decision %s"), e.ID, e.Decision)
	}
}
