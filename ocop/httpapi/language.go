package httpapi

import (
	"net/http"
	"strconv"
	"strings"

	"github.com/ocop-vn/ocop-go/scoring/lang"
)

// languageOf is the language of a refusal's title and detail: English where the
// request prefers it to Vietnamese.
func languageOf(q *http.Request) lang.Lang {
	best, most := lang.Vi, 0.0
	for _, header := range q.Header.Values("Accept-Language") {
		for item := range strings.SplitSeq(header, ",") {
			tag, quality := weighed(item)
			primary, _, _ := strings.Cut(strings.ToLower(tag), "-")
			l := lang.Lang(primary)
			if primary == "*" {
				l = lang.Vi
			}
			if (l == lang.Vi || l == lang.En) && quality > most {
				best, most = l, quality
			}
		}
	}
	return best
}

// weighed takes an item of an Accept-Language header apart; 1 is the quality of
// one that names none, and 0 means that it is not wanted.
func weighed(item string) (tag string, quality float64) {
	tag, rest, _ := strings.Cut(item, ";")
	quality = 1
	if q, ok := strings.CutPrefix(strings.TrimSpace(rest), "q="); ok {
		var err error
		if quality, err = strconv.ParseFloat(strings.TrimSpace(q), 64); err != nil {
			quality = 0
		}
	}
	return strings.TrimSpace(tag), quality
}
