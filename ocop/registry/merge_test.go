package registry_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/ocop/registry"
)

func TestMergeOfOneSideIsThatSide(t *testing.T) {
	t.Parallel()
	byChance(t, func(t *testing.T, base, a, _ *registry.Register) {
		t.Helper()
		for _, sides := range [][3]*registry.Register{{base, a, base}, {base, base, a}, {base, a, a}} {
			merged := registry.Merge(sides[0], sides[1], sides[2], registry.KeepBase)
			require.Empty(t, merged.Conflicts)
			require.Equal(t, textOf(t, a), textOf(t, merged.Register))
		}
	})
}

func TestMergeIsSymmetric(t *testing.T) {
	t.Parallel()
	conflicts := 0
	byChance(t, func(t *testing.T, base, ours, theirs *registry.Register) {
		t.Helper()
		one, other := registry.Merge(base, ours, theirs, registry.KeepBase), registry.Merge(base, theirs, ours, registry.KeepBase)
		require.Equal(t, textOf(t, one.Register), textOf(t, other.Register))
		for i := range other.Conflicts {
			c := &other.Conflicts[i]
			c.Ours, c.Theirs = c.Theirs, c.Ours
		}
		require.Equal(t, one.Conflicts, other.Conflicts)
		conflicts += len(one.Conflicts)
		kept := registry.Merge(base, ours, theirs, registry.KeepOurs)
		require.Len(t, kept.Conflicts, len(one.Conflicts))
		require.Equal(t, kept.Register.Check(), kept.Problems)
	})
	assert.Greater(t, conflicts, 30)
}

// changesOf are what a register has otherwise than base: by code and path, the
// value that stands there now. Channels are one a channel.
func changesOf(t testing.TB, base, r *registry.Register) map[string]string {
	t.Helper()
	all := map[string]string{}
	d := registry.Diff(base, r)
	for _, x := range d.Added {
		all["+"+x.Code] = textOf(t, registerOf(t, []registry.Record{x}))
	}
	for _, x := range d.Removed {
		all["-"+x.Code] = ""
	}
	for _, c := range d.Changed {
		for _, m := range c.Members() {
			if m.Path != "/channels" {
				all[c.Before.Code+m.Path] = string(m.After)
				continue
			}
			for _, channel := range []string{"supermarket", "convenience-store", "e-commerce", "shop", "export"} {
				was, is := slices.Contains(c.Before.Channels, channel), slices.Contains(c.After.Channels, channel)
				if was != is {
					all[c.Before.Code+m.Path+"/"+channel] = map[bool]string{true: "there", false: "gone"}[is]
				}
			}
		}
	}
	return all
}

// What each side changed is in what comes out, and nothing else, but for what is a
// conflict.
func TestMergeHasWhatBothChanged(t *testing.T) {
	t.Parallel()
	clean := 0
	byChance(t, func(t *testing.T, base, ours, theirs *registry.Register) {
		t.Helper()
		merged := registry.Merge(base, ours, theirs, registry.KeepBase)
		have, o, s := changesOf(t, base, merged.Register), changesOf(t, base, ours), changesOf(t, base, theirs)
		inConflict := func(at string) bool {
			return slices.ContainsFunc(merged.Conflicts, func(c registry.Conflict) bool {
				return strings.HasPrefix(strings.TrimLeft(at, "+-"), c.Code+c.Path)
			})
		}
		for _, side := range []map[string]string{o, s} {
			for at, value := range side {
				if inConflict(at) {
					require.NotContains(t, have, at, "a conflict stands as in the base")
				} else {
					require.Equal(t, value, have[at], at)
				}
			}
		}
		for at := range have {
			_, ofOurs := o[at]
			_, ofTheirs := s[at]
			require.True(t, ofOurs || ofTheirs, at)
		}
		if len(merged.Conflicts) == 0 && len(o) > 0 && len(s) > 0 {
			clean++
		}
	})
	assert.Greater(t, clean, 50)
}

func TestMerge(t *testing.T) {
	t.Parallel()
	less := func(member string) string { return with(t, member, "") }
	const parts = `"parts":{"A":"35","B":"24","C":"26"},`
	for name, c := range map[string]struct {
		base, ours, theirs string // "" for no record
		merged             string
		conflicts          []string // as path base|ours|theirs
		problems           []string
	}{
		"two members":         {handed, with(t, "Cà phê", "Trà"), with(t, "1/QĐ", "2/QĐ"), with(t, "Cà phê", "Trà", "1/QĐ", "2/QĐ"), nil, nil},
		"one member alike":    {handed, with(t, "Cà phê", "Trà"), with(t, "Cà phê", "Trà"), with(t, "Cà phê", "Trà"), nil, nil},
		"one alike, one more": {handed, with(t, "Cà phê", "Trà", "1/QĐ", "2/QĐ"), with(t, "Cà phê", "Trà", "HTX Ea Kao", "HTX"), with(t, "Cà phê", "Trà", "1/QĐ", "2/QĐ", "HTX Ea Kao", "HTX"), nil, nil},
		"one member":          {handed, with(t, "Cà phê", "Trà"), with(t, "Cà phê", "Chè"), handed, []string{`/product "Cà phê"|"Trà"|"Chè"`}, nil},
		"two of the producer": {handed, with(t, "HTX Ea Kao", "HTX"), less(`,"taxCode":"0100109106"`), with(t, "HTX Ea Kao", "HTX", `,"taxCode":"0100109106"`, ""), nil, nil},
		"two parts":           {handed, with(t, `"A":"35"`, `"A":"34"`), with(t, `"B":"24"`, `"B":"25"`), with(t, `"A":"35"`, `"A":"34"`, `"B":"24"`, `"B":"25"`), nil, nil},
		"one part":            {handed, with(t, `"A":"35"`, `"A":"34"`), with(t, `"A":"35"`, `"A":"36"`), handed, []string{`/parts/A "35"|"34"|"36"`}, nil},
		"parts, and no parts": {handed, less(parts), with(t, `"A":"35"`, `"A":"34"`), handed, []string{`/parts {"A":"35","B":"24","C":"26"}|null|{"A":"34","B":"24","C":"26"}`}, nil},
		"a member that both give": {
			less(`"size":"small",`), handed, with(t, `"size":"small"`, `"size":"micro"`), less(`"size":"small",`), []string{`/producer/size null|"small"|"micro"`}, nil,
		},
		"channels of each": {
			handed, with(t, `"supermarket","e-commerce"`, `"shop","supermarket","e-commerce"`), less(`"supermarket",`), with(t, `"supermarket","e-commerce"`, `"e-commerce","shop"`), nil, nil,
		},
		"no channels, and more": {
			handed, less(`"channels":["supermarket","e-commerce"],`), with(t, `"supermarket"`, `"shop","supermarket"`), with(t, `"supermarket","e-commerce"`, `"shop"`), nil, nil,
		},
		"each takes one channel": {
			handed, less(`"supermarket",`), less(`,"e-commerce"`), less(`"channels":["supermarket","e-commerce"],`), nil, nil,
		},
		"both remove":  {handed, "", "", "", nil, nil},
		"one removes":  {handed, handed, "", "", nil, nil},
		"one adds":     {"", "", handed, handed, nil, nil},
		"both add it":  {"", handed, with(t, `"supermarket","e-commerce"`, `"e-commerce","supermarket"`), handed, nil, nil},
		"both add one": {"", handed, less(`"size":"small",`), "", []string{` null|` + canonical(t, handed) + `|` + canonical(t, less(`"size":"small",`))}, nil},
		"removed, and changed": {
			handed, "", with(t, "Cà phê", "Trà"), handed, []string{` ` + canonical(t, handed) + `|null|` + canonical(t, with(t, "Cà phê", "Trà"))}, nil,
		},
		"right by themselves, wrong together": {
			with(t, `"star":4`, `"star":3`, `"total":"85"`, `"total":"75"`, parts, ""),
			with(t, `"star":4`, `"star":3`, `"total":"85"`, `"total":"65"`, parts, ""),
			with(t, `"star":4`, `"star":4`, `"total":"85"`, `"total":"75"`, parts, ""),
			with(t, `"star":4`, `"star":4`, `"total":"85"`, `"total":"65"`, parts, ""), nil, []string{"REGISTER-10 " + code + "/star"},
		},
		"of a shape that is none": {
			handed,
			with(t, `"state":"recognised"`, `"state":"extended","extendedUntil":"2030-01-01"`),
			with(t, `"state":"recognised"`, `"state":"withdrawn","withdrawn":"2027-01-01","ground":"not-producing"`),
			with(t, `"state":"recognised"`, `"state":"recognised","extendedUntil":"2030-01-01","withdrawn":"2027-01-01","ground":"not-producing"`),
			[]string{`/state "recognised"|"extended"|"withdrawn"`},
			[]string{"RECORD-02 " + code + "/extendedUntil", "RECORD-02 " + code + "/withdrawn", "RECORD-02 " + code + "/ground"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			base, ours, theirs := gathered(t, c.base), gathered(t, c.ours), gathered(t, c.theirs)
			merged := registry.Merge(base, ours, theirs, "")
			if c.problems == nil || !strings.HasPrefix(c.problems[0], "RECORD") {
				assert.Equal(t, textOf(t, gathered(t, c.merged)), textOf(t, merged.Register))
			} else {
				assert.JSONEq(t, sorted(c.merged), textOf(t, merged.Register))
			}
			for _, x := range merged.Register.Records() {
				assert.True(t, x.Channels == nil || len(x.Channels) > 0)
			}
			told := []string{}
			for _, k := range merged.Conflicts {
				assert.Equal(t, "66-24277-1-2026", k.Code)
				assert.Equal(t, registry.KeepBase, k.Kept)
				told = append(told, k.Path+" "+string(k.Base)+"|"+string(k.Ours)+"|"+string(k.Theirs))
			}
			assert.Equal(t, append([]string{}, c.conflicts...), told)
			assert.Equal(t, append([]string{}, c.problems...), codesAt(merged.Problems))
		})
	}
}

// sorted has the channels of handed in order.
func sorted(text string) string {
	return strings.Replace(text, `"supermarket","e-commerce"`, `"e-commerce","supermarket"`, 1)
}

// canonical is a record's own line.
func canonical(t testing.TB, text string) string {
	t.Helper()
	return strings.TrimSpace(textOf(t, gathered(t, text)))
}

func TestMergeKeepsOurs(t *testing.T) {
	t.Parallel()
	base, ours, theirs := gathered(t, handed), gathered(t, with(t, "Cà phê", "Trà")), gathered(t, with(t, "Cà phê", "Chè", "1/QĐ", "2/QĐ"))
	merged := registry.Merge(base, ours, theirs, registry.KeepOurs)
	assert.Equal(t, textOf(t, gathered(t, with(t, "Cà phê", "Trà", "1/QĐ", "2/QĐ"))), textOf(t, merged.Register))
	require.Len(t, merged.Conflicts, 1)
	assert.Equal(t, registry.KeepOurs, merged.Conflicts[0].Kept)
	merged = registry.Merge(base, gathered(t), theirs, registry.KeepOurs)
	assert.Empty(t, merged.Register.Records(), "ours has removed it")
	assert.Len(t, merged.Conflicts, 1)
}

// A record that one side changed, or both alike, is as it stands there, with its
// channels in their order.
func TestMergeLeavesARecordAsItIs(t *testing.T) {
	t.Parallel()
	base, changed := gathered(t, handed), gathered(t, with(t, "Cà phê", "Trà"))
	for _, sides := range [][2]*registry.Register{{changed, base}, {base, changed}, {changed, changed}} {
		assert.Equal(t, changed.Records(), registry.Merge(base, sides[0], sides[1], registry.KeepBase).Register.Records())
	}
}

func TestMergeOfRecordsWithoutACode(t *testing.T) {
	t.Parallel()
	tea, rice, salt := refused, strings.Replace(refused, "Trà", "Gạo", 1), strings.Replace(refused, "Trà", "Muối", 1)
	for _, c := range []struct{ base, ours, theirs, want []string }{
		{nil, []string{tea}, []string{rice}, []string{tea, rice}},
		{[]string{tea}, []string{tea}, []string{tea}, []string{tea}},
		{[]string{tea}, nil, []string{tea}, nil},
		{[]string{tea, rice}, []string{tea}, []string{rice, salt}, []string{salt}},
		{nil, []string{tea}, []string{tea}, []string{tea}},
	} {
		merged := registry.Merge(gathered(t, c.base...), gathered(t, c.ours...), gathered(t, c.theirs...), registry.KeepBase)
		assert.Equal(t, textOf(t, gathered(t, c.want...)), textOf(t, merged.Register))
		assert.Empty(t, merged.Conflicts)
		assert.Equal(t, nothing, registry.Diff(merged.Register, gathered(t)), "a record without a code has no part in it")
	}
}

func TestMergedAsJSON(t *testing.T) {
	t.Parallel()
	merged := registry.Merge(gathered(t, handed), gathered(t, with(t, "Cà phê", "Trà")), gathered(t), registry.KeepBase)
	text, err := json.Marshal(merged)
	require.NoError(t, err)
	assert.JSONEq(t, `{"conflicts":[{"code":"66-24277-1-2026","path":"","base":`+canonical(t, handed)+`,"ours":`+canonical(t, with(t, "Cà phê", "Trà"))+`,"theirs":null,"kept":"base"}],"problems":[]}`, string(text))
	var again registry.Merged
	require.NoError(t, json.Unmarshal(text, &again))
	assert.Equal(t, merged.Conflicts, again.Conflicts)
	assert.Equal(t, "REGISTER-54", again.Conflicts[0].Problem().Code)
	bare := registry.Conflict{Code: "x", Theirs: json.RawMessage(`2`)}
	assert.Equal(t, "REGISTER-54", bare.Problem().Code, "without a value there is none")
}
