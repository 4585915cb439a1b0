package procedure_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/dossier/procedure"
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/civil"
)

// Where a life stands on a day, by the steps up to it, and what may come next.
func TestStanding(t *testing.T) {
	t.Parallel()
	var life procedure.Life
	require.NoError(t, json.Unmarshal([]byte(whole), &life))
	for on, want := range map[string]string{
		"2026-05-31": `{"on":"2026-05-31","stage":"draft","star":null,"authority":null,"issued":null,"expires":null,"extendedUntil":null,"previousUntil":"2026-07-01","next":["file"],"problems":[]}`,
		"2026-08-01": `{"on":"2026-08-01","stage":"province-scored","star":5,"authority":"ministry","issued":null,"expires":null,"extendedUntil":null,"previousUntil":"2026-07-01","next":["send-on","refuse","take-back","redo"],"problems":[]}`,
		"2026-09-20": `{"on":"2026-09-20","stage":"ministry-scored","star":5,"authority":"ministry","issued":null,"expires":null,"extendedUntil":null,"previousUntil":"2026-07-01","next":["recognise","refuse","take-back"],"problems":[]}`,
		"2029-05-30": `{"on":"2029-05-30","stage":"expiring","star":5,"authority":"ministry","issued":"2026-10-01","expires":"2029-10-01","extendedUntil":null,"previousUntil":"2026-07-01","next":["withdraw"],"problems":[]}`,
		"2029-11-01": `{"on":"2029-11-01","stage":"extended","star":5,"authority":"ministry","issued":"2026-10-01","expires":"2029-10-01","extendedUntil":"2030-03-30","previousUntil":"2026-07-01","next":["end-extension","withdraw"],"problems":[]}`,
		"":           `{"on":null,"stage":"withdrawn","star":5,"authority":"ministry","issued":"2026-10-01","expires":"2029-10-01","extendedUntil":"2030-03-30","previousUntil":"2026-07-01","next":[],"problems":[]}`,
	} {
		day := civil.Date{}
		if on != "" {
			day = date(t, on)
		}
		s := life.Standing(day)
		assert.Equal(t, want, string(s.AppendJSON(nil)), on)
		back(t, s, want)
	}
	back(t, procedure.Standing{}, `{"on":null,"stage":null,"star":null,"authority":null,"issued":null,"expires":null,"extendedUntil":null,"previousUntil":null,"next":[],"problems":[]}`)
	_, err := json.Marshal(procedure.Standing{Expires: civil.Date{Year: 2026, Month: 2, Day: 30}})
	assert.Error(t, err)
	assert.Error(t, json.Unmarshal([]byte(`{"stage":"filed"}`), new(procedure.Standing)))
}

// From 3 stars on somebody decides on the star (Article 4.1).
func TestAuthorityOfAStar(t *testing.T) {
	t.Parallel()
	for star, want := range map[int]scoring.Authority{1: "", 2: "", 3: scoring.AuthorityProvince, 4: scoring.AuthorityProvince, 5: scoring.AuthorityMinistry} {
		assert.Equal(t, want, walk(t, star, "file", "review", "province").Standing(civil.Date{}).Authority, star)
	}
}

// On no day a step counts that is possible on some day to come.
func TestNext(t *testing.T) {
	t.Parallel()
	assert.Equal(t, []procedure.StepKind{"file"}, procedure.Life{}.Next(civil.Date{}))
	assert.Equal(t, []procedure.StepKind{"file"}, procedure.Life{Application: again, Previous: &procedure.Certificate{Star: 3, Issued: date(t, "2026-07-10")}}.Next(civil.Date{}))
	four := walk(t, 4, "file", "review", "province", "recognise")
	assert.Equal(t, []procedure.StepKind{"extend", "withdraw", "redo"}, four.Next(civil.Date{}))
	assert.Equal(t, []procedure.StepKind{"withdraw", "redo"}, four.Next(date(t, "2027-01-01")))
	assert.Empty(t, four.Next(date(t, "2026-11-30")), "before its last step")
	assert.Equal(t, []procedure.StepKind{"refuse", "take-back", "redo"}, walk(t, 2, "file", "review", "province").Next(civil.Date{}))
	assert.Equal(t, []procedure.StepKind{"send-back", "propose", "refuse", "take-back"}, walk(t, 4, "file").Next(civil.Date{}))
	assert.Equal(t, []procedure.StepKind{"send-back", "score-by-ministry", "refuse", "take-back"}, walk(t, 5, "file", "review", "province", "send").Next(civil.Date{}))
	proposed, err := walk(t, 4, "file").Take(procedure.Step{Kind: procedure.StepPropose, On: date(t, "2026-12-20")})
	require.NoError(t, err)
	assert.Equal(t, []procedure.StepKind{"send-back", "score-by-province", "refuse", "take-back"}, proposed.Next(civil.Date{}))
	certificate := procedure.Life{Previous: &procedure.Certificate{Star: 4, Issued: date(t, "2026-07-10")}}
	assert.Equal(t, []procedure.StepKind{"file", "extend", "withdraw", "redo"}, certificate.Next(civil.Date{}))
	scored, err := walk(t, 5, "file", "review", "province", "send").Take(procedure.Step{Kind: procedure.StepScoreByMinistry, On: date(t, "2026-12-01"), Star: 4, Total: "85"})
	require.NoError(t, err)
	assert.Equal(t, []procedure.StepKind{"score-by-province", "recognise", "refuse", "take-back"}, scored.Next(civil.Date{}))
}
