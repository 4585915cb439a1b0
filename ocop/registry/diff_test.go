package registry_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/ocop/registry"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

const code = "/66-24277-1-2026"

// nothing is the difference of two registers that say the same.
var nothing = registry.Difference{Added: []registry.Record{}, Removed: []registry.Record{}, Changed: []registry.Change{}}

func TestApplyUndoesDiff(t *testing.T) {
	t.Parallel()
	changed := 0
	byChance(t, func(t *testing.T, from, to, _ *registry.Register) {
		t.Helper()
		d := registry.Diff(from, to)
		changed += len(d.Changed)
		text, err := json.Marshal(d.Patch())
		require.NoError(t, err)
		patch, err := registry.DecodePatch(text)
		require.NoError(t, err)
		got, problems := registry.Apply(from, patch)
		require.Empty(t, problems)
		require.Equal(t, textOf(t, to), textOf(t, got))
		require.Equal(t, nothing, registry.Diff(to, got), "nothing is left to do")

		written, err := json.Marshal(d)
		require.NoError(t, err)
		var again registry.Difference
		require.NoError(t, json.Unmarshal(written, &again))
		require.Equal(t, d, again, "a difference is read as it was written")
	})
	assert.Greater(t, changed, 100, "chance has made something to compare")
}

func TestDiff(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ before, after, patch string }{
		"nothing":                 {handed, handed, ``},
		"the order of channels":   {handed, with(t, `"supermarket","e-commerce"`, `"e-commerce","supermarket"`), ``},
		"a number":                {handed, with(t, `"star":4`, `"star":3`), `{"op":"replace","path":"/star","value":3}`},
		"a text":                  {handed, with(t, "HTX Ea Kao", "HTX <Ea & Kao>"), `{"op":"replace","path":"/producer/name","value":"HTX <Ea & Kao>"}`},
		"a member more":           {with(t, `"size":"small",`, ""), handed, `{"op":"add","path":"/producer/size","value":"small"}`},
		"a member less":           {handed, with(t, `,"trace":"https://example.vn/t"`, ""), `{"op":"remove","path":"/trace"}`},
		"a part":                  {handed, with(t, `"B":"24"`, `"B":"23"`), `{"op":"replace","path":"/parts/B","value":"23"}`},
		"parts more":              {with(t, `"parts":{"A":"35","B":"24","C":"26"},`, ""), handed, `{"op":"add","path":"/parts","value":{"A":"35","B":"24","C":"26"}}`},
		"parts less":              {handed, with(t, `"parts":{"A":"35","B":"24","C":"26"},`, ""), `{"op":"remove","path":"/parts"}`},
		"channels":                {handed, with(t, `"supermarket",`, ""), `{"op":"replace","path":"/channels","value":["e-commerce"]}`},
		"no channels":             {handed, with(t, `"channels":["supermarket","e-commerce"],`, ""), `{"op":"remove","path":"/channels"}`},
		"some, and channels anew": {handed, with(t, `"star":4`, `"star":3`, `"supermarket","e-commerce"`, `"e-commerce","supermarket"`), `{"op":"replace","path":"/star","value":3}`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			before, after := gathered(t, c.before), gathered(t, c.after)
			d := registry.Diff(before, after)
			whole, err := json.Marshal(d.Patch())
			require.NoError(t, err)
			if c.patch == "" {
				assert.Equal(t, nothing, d)
				assert.JSONEq(t, `[]`, string(whole))
				return
			}
			require.Len(t, d.Changed, 1)
			own, err := json.Marshal(d.Changed[0].Patch())
			require.NoError(t, err)
			assert.JSONEq(t, "["+c.patch+"]", string(own))
			test := `{"op":"test","path":"` + code + `","value":` + c.before + `}`
			assert.JSONEq(t, "["+test+","+strings.Replace(c.patch, `"path":"`, `"path":"`+code, 1)+"]", string(whole))
		})
	}
}

func TestMembersTellBeforeAndAfter(t *testing.T) {
	t.Parallel()
	d := registry.Diff(gathered(t, handed), gathered(t, with(t, `"star":4`, `"star":3`, `"size":"small",`, "", `"decision":"1/QĐ"`, `"decision":"2/QĐ"`)))
	assert.Equal(t, []registry.Member{
		{Path: "/decision", Before: json.RawMessage(`"1/QĐ"`), After: json.RawMessage(`"2/QĐ"`)},
		{Path: "/producer/size", Before: json.RawMessage(`"small"`)},
		{Path: "/star", Before: json.RawMessage(`4`), After: json.RawMessage(`3`)},
	}, d.Changed[0].Members())
}

func TestDiffStandsByCode(t *testing.T) {
	t.Parallel()
	numbered := func(i int, star string) string {
		return with(t, "24277-1-", fmt.Sprintf("24277-%d-", i), `"star":4`, `"star":`+star)
	}
	d := registry.Diff(gathered(t, numbered(3, "4"), numbered(2, "4"), numbered(5, "4"), refused), gathered(t, numbered(2, "3"), numbered(4, "4"), numbered(1, "4"), numbered(5, "4")))
	var paths []string
	for _, o := range d.Patch() {
		paths = append(paths, o.Op+" "+o.Path)
	}
	assert.Equal(t, []string{
		"add /66-24277-1-2026", "test /66-24277-2-2026", "replace /66-24277-2-2026/star",
		"test /66-24277-3-2026", "remove /66-24277-3-2026", "add /66-24277-4-2026",
	}, paths)
}

func TestApplyKeepsRecordsWithoutACode(t *testing.T) {
	t.Parallel()
	from, to := gathered(t, refused, handed), gathered(t, with(t, `"star":4`, `"star":3`))
	d := registry.Diff(from, to)
	got, problems := registry.Apply(from, d.Patch())
	require.Empty(t, problems)
	assert.Equal(t, textOf(t, gathered(t, refused, with(t, `"star":4`, `"star":3`))), textOf(t, got))
}

// A patch fits what it was made of and nothing else, and does all or nothing.
func TestPatchFitsOnlyItsRegister(t *testing.T) {
	t.Parallel()
	fitted := 0
	byChance(t, func(t *testing.T, from, to, third *registry.Register) {
		t.Helper()
		d := registry.Diff(from, to)
		before := textOf(t, third)
		got, problems := registry.Apply(third, d.Patch())
		fits := true
		for _, x := range d.Added {
			fits = fits && !holds(third, x.Code)
		}
		for _, x := range append(d.Removed, befores(d.Changed)...) {
			fits = fits && strings.Contains(before, strings.TrimSpace(textOf(t, registerOf(t, []registry.Record{x}))))
		}
		require.Equal(t, fits, got != nil, "%v", problems)
		require.Equal(t, fits, len(problems) == 0)
		require.Equal(t, before, textOf(t, third))
		if fits {
			fitted++
			merged := registry.Merge(from, to, third, registry.KeepBase)
			require.Equal(t, textOf(t, merged.Register), textOf(t, got), "where a patch fits, it merges")
		}
	})
	assert.Greater(t, fitted, 20)
	assert.Less(t, fitted, 380)
}

func befores(list []registry.Change) []registry.Record {
	var all []registry.Record
	for _, c := range list {
		all = append(all, c.Before)
	}
	return all
}

func holds(r *registry.Register, code string) bool {
	for _, x := range r.Records() {
		if x.Code == code {
			return true
		}
	}
	return false
}

func TestApplyRefuses(t *testing.T) {
	t.Parallel()
	second := strings.Replace(handed, "24277-1-", "24277-2-", 1)
	r := gathered(t, handed, second)
	sorted := with(t, `"supermarket","e-commerce"`, `"e-commerce","supermarket"`)
	wide := "{" + strings.Repeat(" ", 64<<10) + sorted[1:] // more than the budget of a record
	for name, c := range map[string]struct {
		patch string
		want  []string
	}{
		"nothing to do":                  {`[]`, nil},
		"a member":                       {`[{"op":"replace","path":"` + code + `/star","value":3}]`, nil},
		"a part":                         {`[{"op":"test","path":"` + code + `/parts/A","value":"35"},{"op":"replace","path":"` + code + `/parts/A","value":"36"}]`, nil},
		"the list of channels":           {`[{"op":"test","path":"` + code + `/channels","value":["e-commerce","supermarket"]}]`, nil},
		"members in another order":       {`[{"op":"test","path":"` + code + `/parts","value":{"C":"26","A":"35","B":"24"}}]`, nil},
		"taken away and put back":        {`[{"op":"remove","path":"` + code + `"},{"op":"add","path":"` + code + `","value":` + handed + `}]`, nil},
		"a record with much space":       {`[{"op":"test","path":"` + code + `","value":` + wide + `}]`, nil},
		"a record with too much of it":   {`[{"op":"remove","path":"` + code + `"},{"op":"add","path":"` + code + `","value":` + wide + `},{"op":"test","path":"` + code + `","value":` + sorted + `}]`, []string{"JSON-04 " + code}},
		"a code of one letter":           {`[{"op":"remove","path":"/x"}]`, []string{"REGISTER-57 /0"}},
		"no list":                        {`{}`, []string{"JSON-09"}},
		"no operation":                   {`[1]`, []string{"JSON-09 /0"}},
		"no path":                        {`[{"op":"remove"}]`, []string{"JSON-08 /0"}},
		"a member that is not ours":      {`[{"op":"remove","path":"` + code + `","from":"/x"}]`, []string{"JSON-07 /0/from"}},
		"another operation":              {`[{"op":"move","path":"` + code + `","value":1}]`, []string{"REGISTER-56 /0"}},
		"the whole register":             {`[{"op":"test","path":"","value":{}}]`, []string{"REGISTER-56 /0"}},
		"no code":                        {`[{"op":"remove","path":"/"},{"op":"remove","path":"//star"},{"op":"remove","path":"xy"}]`, []string{"REGISTER-56 /0", "REGISTER-56 /1", "REGISTER-56 /2"}},
		"no value":                       {`[{"op":"add","path":"` + code + `/ground"}]`, []string{"REGISTER-56 /0"}},
		"a value to remove":              {`[{"op":"remove","path":"` + code + `","value":1}]`, []string{"REGISTER-56 /0"}},
		"a record that is not there":     {`[{"op":"remove","path":"/66-24277-3-2026"}]`, []string{"REGISTER-57 /0"}},
		"a member that is not there":     {`[{"op":"replace","path":"` + code + `/ground","value":"x"}]`, []string{"REGISTER-57 /0"}},
		"a member of nothing":            {`[{"op":"add","path":"/66-24277-3-2026/star","value":3}]`, []string{"REGISTER-57 /0"}},
		"a member of a text":             {`[{"op":"add","path":"` + code + `/product/star","value":3}]`, []string{"REGISTER-57 /0"}},
		"an item of a list":              {`[{"op":"replace","path":"` + code + `/channels/0","value":"shop"}]`, []string{"REGISTER-57 /0"}},
		"over what is there":             {`[{"op":"add","path":"` + code + `/star","value":3}]`, []string{"REGISTER-58 /0"}},
		"another value":                  {`[{"op":"test","path":"` + code + `/star","value":3}]`, []string{"REGISTER-59 /0"}},
		"a text for a number":            {`[{"op":"test","path":"` + code + `/star","value":"4"}]`, []string{"REGISTER-59 /0"}},
		"the first of each product":      {`[{"op":"remove","path":"` + code + `/ground"},{"op":"remove","path":"` + code + `/ground"},{"op":"remove","path":"/66-24277-2-2026/ground"}]`, []string{"REGISTER-57 /0", "REGISTER-57 /2"}},
		"a shape that is none":           {`[{"op":"replace","path":"` + code + `/star","value":"4"}]`, []string{"JSON-09 " + code + "/star"}},
		"a member that no record has":    {`[{"op":"add","path":"` + code + `/x~1y","value":1}]`, []string{"JSON-07 " + code + "/x~01y"}},
		"a state that asks for more":     {`[{"op":"replace","path":"` + code + `/state","value":"withdrawn"}]`, []string{"RECORD-01 " + code + "/withdrawn", "RECORD-01 " + code + "/ground"}},
		"a record under another's code":  {`[{"op":"add","path":"/66-24277-3-2026","value":` + handed + `}]`, []string{"REGISTER-55 /66-24277-3-2026/code"}},
		"another code":                   {`[{"op":"replace","path":"` + code + `/code","value":"66-24277-3-2026"}]`, []string{"REGISTER-55 " + code + "/code"}},
		"no record":                      {`[{"op":"add","path":"/66-24277-3-2026","value":null}]`, []string{"JSON-09 /66-24277-3-2026"}},
		"a member twice within a value":  {`[{"op":"test","path":"` + code + `/parts","value":{"A":"35","A":"35"}}]`, []string{"REGISTER-56 /0"}},
		"a rule is for Check to look at": {`[{"op":"replace","path":"` + code + `/star","value":5}]`, nil},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			patch, err := registry.DecodePatch([]byte(c.patch))
			problems := problem.From(err)
			require.Equal(t, err != nil, len(problems) > 0)
			if err == nil {
				var got *registry.Register
				got, problems = registry.Apply(r, patch)
				assert.Equal(t, len(problems) == 0, got != nil)
			}
			assert.Equal(t, append([]string{}, c.want...), codesAt(problems))
			assert.Equal(t, textOf(t, gathered(t, handed, second)), textOf(t, r), "what it is applied to stays")
		})
	}
}

// What is no JSON cannot come by bytes, and is refused as a value too.
func TestApplyRefusesWhatIsNoJSON(t *testing.T) {
	t.Parallel()
	_, problems := registry.Apply(gathered(t, handed), registry.Patch{{Op: "replace", Path: code + "/star", Value: json.RawMessage(`{`)}})
	assert.Equal(t, []string{"REGISTER-56 /0"}, codesAt(problems))
}

func TestDifferenceIsReadStrictly(t *testing.T) {
	t.Parallel()
	changed := with(t, `"star":4`, `"star":3`)
	text := `{"added":[],"removed":[],"changed":[{"code":"66-24277-1-2026","before":` + handed + `,"after":` + changed + `,"patch":[{"op":"replace","path":"/star","value":3}]}]}`
	var d registry.Difference
	require.NoError(t, json.Unmarshal([]byte(text), &d))
	require.Len(t, d.Changed, 1)
	var zero registry.Difference
	written, err := json.Marshal(zero)
	require.NoError(t, err)
	assert.JSONEq(t, `{"added":[],"removed":[],"changed":[]}`, string(written))
	for _, c := range [][2]string{
		{`"path":"/star"`, `"path":"/set"`},
		{`"value":3`, `"value":2`},
		{`"code":"66-24277-1-2026","before"`, `"code":"66-24277-2-2026","before"`},
		{`{"added"`, `{"more":1,"added"`},
		{`"added":[]`, `"added":[{}]`},
		{`"added":[],`, ``},
		{`"after":{"code":"66-24277-1-2026"`, `"after":{"code":"66-24277-2-2026"`},
		{`"set":13`, `"set":27`},
		{`}]}]}`, `}]}]`},
	} {
		require.Contains(t, text, c[0])
		kept := d
		err := kept.UnmarshalJSON([]byte(strings.Replace(text, c[0], c[1], 1)))
		assert.NotEmpty(t, problem.From(err), c[1])
		assert.Equal(t, d, kept, c[1])
	}
	assert.Equal(t, []string{"JSON-13 /added/0"}, codesAt(problem.From(d.UnmarshalJSON([]byte(strings.Replace(text, `"added":[]`, `"added":[{}]`, 1))))))
}

func TestChangeIsReadStrictly(t *testing.T) {
	t.Parallel()
	change := registry.Diff(gathered(t, handed), gathered(t, with(t, `"star":4`, `"star":3`))).Changed[0]
	data, err := json.Marshal(change)
	require.NoError(t, err)
	var again registry.Change
	require.NoError(t, json.Unmarshal(data, &again))
	assert.Equal(t, change, again)
	for _, c := range []struct{ old, changed, want string }{
		{`"value":3`, `"value":2`, "JSON-13 /patch/0/value"},
		{`"before":`, `"more":1,"before":`, "JSON-13 /more"},
		{`"set":13`, `"set":99`, "JSON-13 /before"},
		{`"after":{"code":"66-24277-1-2026"`, `"after":{"code":"66-24277-2-2026"`, "REGISTER-55 /after/code"},
	} {
		require.Contains(t, string(data), c.old)
		assert.Equal(t, []string{c.want}, codesAt(problem.From(again.UnmarshalJSON([]byte(strings.Replace(string(data), c.old, c.changed, 1))))), c.changed)
		assert.Equal(t, change, again)
	}
}

func TestPatchIsReadStrictly(t *testing.T) {
	t.Parallel()
	patch := registry.Patch{{Op: "remove", Path: code}}
	for text, want := range map[string]string{
		`[{"path":"` + code + `"}]`:             "JSON-08 /0",
		`[{"op":"move","path":"` + code + `"}]`: "REGISTER-56 /0",
		`[{"op":"add","path":"` + code + `","value":` + strings.Repeat("[", 14) + strings.Repeat("]", 14) + `}`:  "JSON-01",
		`[{"op":"add","path":"` + code + `","value":` + strings.Repeat("[", 15) + strings.Repeat("]", 15) + `}]`: "JSON-05",
	} {
		_, err := registry.DecodePatch([]byte(text))
		require.NotEmpty(t, problem.From(err))
		assert.True(t, strings.HasPrefix(codesAt(problem.From(err))[0], want), "%s: %v", text, err)
		assert.Error(t, json.Unmarshal([]byte(text), &patch))
		assert.Len(t, patch, 1)
	}
	_, err := registry.DecodePatch([]byte(`[{"op":"add","path":"` + code + `","value":` + strings.Repeat("[", 14) + strings.Repeat("]", 14) + `}]`))
	assert.NoError(t, err)
	many := make(registry.Patch, 1_001)
	_, problems := registry.Apply(gathered(t), many)
	assert.Len(t, problems, 1_001)
	assert.Equal(t, "JSON-11", problems[1_000].Code)
	_, problems = registry.Apply(gathered(t), many[1:])
	assert.Len(t, problems.Of("REGISTER-56"), 1_000)
}

func TestBytesOfExchange(t *testing.T) {
	t.Parallel()
	full := []byte("[]" + strings.Repeat(" ", 128<<20-2))
	_, err := registry.DecodePatch(full)
	assert.NoError(t, err)
	assert.NotEqual(t, []string{"JSON-04"}, codesAt(problem.From(new(registry.Difference).UnmarshalJSON(full))))
	full = append(full, ' ')
	_, err = registry.DecodePatch(full)
	assert.Equal(t, []string{"JSON-04"}, codesAt(problem.From(err)))
	assert.Equal(t, []string{"JSON-04"}, codesAt(problem.From(new(registry.Difference).UnmarshalJSON(full))))
}

func TestApplyLeavesThePatchAsItIs(t *testing.T) {
	t.Parallel()
	value := `{"C":"26", "A":"35", "B":"24"}`
	patch := registry.Patch{{Op: "test", Path: code + "/parts", Value: json.RawMessage(value)}}
	_, problems := registry.Apply(gathered(t, handed), patch)
	assert.Empty(t, problems)
	assert.Equal(t, value, string(patch[0].Value))
}

func FuzzDecodePatch(f *testing.F) {
	f.Add([]byte(`[]`))
	f.Add([]byte(`[{"op":"test","path":"` + code + `","value":` + handed + `},{"op":"replace","path":"` + code + `/star","value":3}]`))
	f.Add([]byte(`[{"op":"remove","path":"` + code + `/parts/A"},{"op":"add","path":"` + code + `/parts/A","value":"35"}]`))
	f.Add([]byte(`[{"op":"add","path":"/66-24277-2-2026","value":` + strings.Replace(handed, "24277-1-", "24277-2-", 1) + `}]`))
	f.Add([]byte(`[{"op":"add","path":"` + code + `/channels","value":["shop"]}]`))
	r := gathered(f, handed, refused)
	f.Fuzz(func(t *testing.T, data []byte) {
		patch, err := registry.DecodePatch(data)
		if err != nil {
			require.NotEmpty(t, problem.From(err))
			return
		}
		text, err := json.Marshal(patch)
		require.NoError(t, err)
		var again registry.Patch
		require.NoError(t, json.Unmarshal(text, &again))
		got, problems := registry.Apply(r, patch)
		other, same := registry.Apply(r, again)
		require.Equal(t, problems, same)
		require.Equal(t, got == nil, len(problems) > 0)
		if got != nil {
			require.Equal(t, got.Digest(), other.Digest())
			lines := textOf(t, got)
			require.Equal(t, lines, textOf(t, gathered(t, strings.Split(lines, "\n")...)), "what came out is a register")
		}
	})
}

func FuzzDifference(f *testing.F) {
	f.Add([]byte(`{"added":[` + handed + `],"removed":[],"changed":[]}`))
	f.Add([]byte(`{"added":[],"removed":[` + refused + `],"changed":[{"code":"66-24277-1-2026","before":` + handed + `,"after":` + strings.Replace(handed, `"star":4`, `"star":3`, 1) + `,"patch":[{"op":"replace","path":"/star","value":3}]}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var d registry.Difference
		if err := d.UnmarshalJSON(data); err != nil {
			require.NotEmpty(t, problem.From(err))
			return
		}
		text, err := json.Marshal(d)
		require.NoError(t, err)
		var again registry.Difference
		require.NoError(t, json.Unmarshal(text, &again))
		require.Equal(t, d, again)
	})
}
