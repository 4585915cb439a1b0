package sample

import (
	"slices"
	"testing"
)

func TestHeld(t *testing.T) {
	if !Held(3) || Held(2) || !Held(4) {
		t.Error()
	}
}

func TestHalfHeld(t *testing.T) {
	if HalfHeld(0) || !HalfHeld(100) {
		t.Error()
	}
}

func TestEquivalent(t *testing.T) {
	if Equivalent(1, 2) != 2 || Equivalent(2, 1) != 2 || Equivalent(0, 0) != 0 {
		t.Error()
	}
}

func TestEndless(t *testing.T) {
	if Endless(3) != 3 {
		t.Error()
	}
}

func TestRemoved(t *testing.T) {
	Removed(new([]string))
}

func TestForms(t *testing.T) {
	got, err := Forms("a", []int{4, -1, 1})
	if err != nil || !slices.Equal(got, []string{"A", "x", "x", "x", "yyy"}) {
		t.Error(got, err)
	}
	if _, err := Forms("", nil); err != errLow {
		t.Error(err)
	}
}
