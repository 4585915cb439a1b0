// Package sample has what a rewriting could break, and rules that its tests
// hold, hold in part, or do not hold.
package sample

import (
	"errors"
	"strings"
)

const (
	least = 3
	most  = 2 * least
)

type grade string

type level uint8

const (
	low level = iota
	high
)

const none grade = ""

var table = [most]int{1: 10, least: 30}

var errLow = errors.New("low")

// Held has every mutant noticed.
func Held(n int) bool { return n >= least }

// HalfHeld is asked far from its limit only.
func HalfHeld(n int) bool { return n > 10 }

// NotRun is not run at all.
func NotRun(n int) int { return n + 1 }

// Equivalent lets a mutant live that nobody can tell: of equal ones either is the greater.
func Equivalent(a, b int) int {
	if a < b {
		return b
	}
	return a
}

// Endless would not end without its step.
func Endless(n int) (steps int) {
	for n > 0 {
		n--
		steps++
	}
	return steps
}

// Removed counts on a statement that no test asks for.
func Removed(log *[]string) int {
	*log = append(*log, "removed")
	return len(*log)
}

func first[T comparable](list []T, ok func(T) bool) (found T, _ error) {
	for _, x := range list {
		if ok(x) && x != found {
			return x, nil
		}
	}
	return found, errLow
}

type counter[T ~int | ~uint8] struct{ n T }

func (c *counter[T]) add(by T) { c.n += by * 2 }

func apply(f func(int), n int) { f(n) }

// Forms goes through what is awkward to rewrite.
func Forms(text string, list []int) (out []string, err error) {
	string := strings.ToUpper(text) // shadows a type
	true := len(list) > 0           // and a constant
	c := &counter[int]{}
	apply(c.add, 1<<2-1) // a method value, a constant expression
	var mask uint8 = 1<<8 - 1
	mask >>= 4
	const local = 2
	var room [local + 1]int
rows:
	for i := range list {
		switch x := list[i]; {
		case x < 0:
			continue rows
		case x == least, x == most:
			break rows
		default:
			room[i%len(room)] += x
		}
	}
	switch grade(string) {
	case none:
		return nil, errLow
	case "A", "B":
		out = append(out, string)
	}
	switch high {
	case low:
		out = nil
	}
	for {
		if c.n--; c.n < 0 {
			break
		}
		if c.n%2 == 0 {
			continue
		}
		func() { defer apply(func(n int) { room[0] += n }, 1); out = append(out, "x") }()
	}
	if x, e := first(room[:], func(n int) bool { return n > 1 && true }); e == nil && mask == 15 {
		return append(out, strings.Repeat("y", x/2)), nil
	} else if errors.Is(e, errLow) {
		return out, e
	}
	var any = errLow
	switch e := any.(type) {
	case nil:
		panic("no error")
	case error:
		err = e
	}
	return
}
