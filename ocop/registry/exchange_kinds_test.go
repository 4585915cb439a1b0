package registry

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestKindsOfExchange(t *testing.T) {
	t.Parallel()
	var codes, want []string
	for _, k := range exchangeKinds() {
		codes = append(codes, k.Code)
	}
	for i := range 20 {
		want = append(want, fmt.Sprintf("REGISTER-%d", 50+i))
	}
	assert.Equal(t, want, codes, "each once, in the order of the codes")
}
