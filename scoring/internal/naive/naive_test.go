package naive_test

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/scoring/internal/naive"
)

func law(t *testing.T) *naive.Law {
	t.Helper()
	f, err := os.Open("../../qd26/testdata/facts.tsv")
	require.NoError(t, err)
	defer f.Close() //nolint:errcheck // only read
	l, err := naive.Load(f)
	require.NoError(t, err)
	return l
}

// A sheet of set 16 worked out by hand beside the decision.
func TestByHand(t *testing.T) {
	t.Parallel()
	answers := map[string]string{}
	for _, pair := range strings.Fields("1.1:b 1.2:b 1.3:c 1.4:c 1.5:a 1.6:b 2.1:d 2.2:c 2.3:c 2.4:yes " +
		"3.1:b 3.2:a 3.3:c 3.4:b 3.5:b 4.1:c 4.2:c 4.3:d 5.1:e 5.2:b 5.3:c 6.1:b 6.2:b 6.3:c 6.4:c 7:c 8:b 9:b 10:none") {
		k, v, _ := strings.Cut(pair, ":")
		answers[k] = v
	}
	r := law(t).Score(naive.Sheet{Set: 16, Answers: answers})
	// A: 2+2+3+2+1+1, 4+2+3+1, 2+0+3+2+2. B: 3+2+3, 5+1+3. C: 3+3+4+3, 3, 4, 3, 0.
	assert.Equal(t, map[string]int{"A": 30, "B": 17, "C": 23}, r.Parts)
	assert.Equal(t, 70, r.Total)
	assert.Equal(t, 4, *r.Band)
	assert.Equal(t, 4, *r.Star)
	assert.Equal(t, "province", *r.Authority)
	var short []string
	for _, s := range r.Shortfalls {
		assert.Equal(t, 5, s.Star)
		short = append(short, s.Criterion+" "+*s.Have+" "+s.Need)
	}
	assert.Equal(t, []string{"1.4 c d", "4.1 c d", "7 c d", "9 b c"}, short)
}

func TestLoadRefuses(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"set\tx", "x\tA", "1\tA\t1\t1.1\ta:1", "set\t1\n1\tA\t1\t1.1\ta:x"} {
		_, err := naive.Load(strings.NewReader(text))
		assert.Error(t, err, text)
	}
}
