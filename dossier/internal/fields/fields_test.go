package fields_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/ocop-vn/ocop-go/dossier/internal/fields"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// A field is named by its member; an item by the list that it stands in.
func TestNamed(t *testing.T) {
	t.Parallel()
	label := lang.Text{Vi: "Tên sản phẩm", En: "Name of the product"}
	for path, name := range map[string]string{
		"/product/name": "name", "/evidence/3/file": "file", "/facts/members/12": "members", "/table/3/4": "table", "/line2": "line2", "/about/": "", "/0": "", "": "",
	} {
		assert.Equal(t, problem.Worded("field", name, label), fields.Named(path, label), path)
	}
}

func TestObject(t *testing.T) {
	t.Parallel()
	o := fields.Object{Names: []string{"a", "b"}, Labels: []lang.Text{{Vi: "x"}, {Vi: "y"}}, Required: 2}
	assert.Equal(t, "y", o.Label("b").Vi)
	assert.False(t, o.Requires(0))
	assert.True(t, o.Requires(1))
}
