package main

import (
	"strings"

	"github.com/ocop-vn/ocop-go/scoring/lang"
)

// localeOf is the language that the environment names: of LC_ALL, LC_MESSAGES and
// LANG the first that is Vietnamese or English, as in en_US.UTF-8. C, POSIX and
// languages that we do not speak name none; without any it is Vietnamese.
func localeOf(env func(string) string) lang.Lang {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		code := strings.FieldsFunc(env(name)+"_", func(r rune) bool { return strings.ContainsRune("_.@-", r) })
		if len(code) == 0 {
			continue
		}
		if l, ok := spoken(strings.ToLower(code[0])); ok {
			return l
		}
	}
	return lang.Vi
}

// asked is the language that a command line asks for with --lang, wherever that
// stands and whatever else is wrong in it; else the environment's.
func asked(args []string, locale lang.Lang) lang.Lang {
	for i, arg := range args {
		if arg == "--" { // what follows are files
			break
		}
		code, ok := strings.CutPrefix(arg, "--lang=")
		if arg == "--lang" && i+1 < len(args) {
			code, ok = args[i+1], true
		}
		if l, known := spoken(code); ok && known {
			locale = l // the last counts, as for any flag
		}
	}
	return locale
}

// spoken is the language of a code, if we speak it.
func spoken(code string) (lang.Lang, bool) {
	l := lang.Lang(code)
	return l, l == lang.Vi || l == lang.En
}

// verbFirst moves a --lang that stands before the verb behind it.
func verbFirst(args []string) []string {
	n := 0
	for n < len(args) {
		switch {
		case strings.HasPrefix(args[n], "--lang="):
			n++
			continue
		case args[n] == "--lang" && n+1 < len(args):
			n += 2
			continue
		}
		break
	}
	if n == len(args) {
		return args
	}
	moved := append([]string{args[n]}, args[:n]...)
	return append(moved, args[n+1:]...)
}
