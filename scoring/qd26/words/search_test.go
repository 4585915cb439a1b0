package words_test

import (
	"encoding/json"
	"flag"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/unicode/norm"

	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
	"github.com/ocop-vn/ocop-go/scoring/qd26/words"
)

var update = flag.Bool("update", false, "write testdata/find.json anew")

func setsOf(text string, l lang.Lang) []int {
	sets := []int{}
	for _, f := range words.Find(text, l) {
		sets = append(sets, f.Set)
	}
	return sets
}

// Each word leads to all the sets that it may belong to, with marks and without.
func TestEachWordFindsItsSets(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("slow under the race detector, and one step after the other")
	}
	had := map[int]bool{}
	for _, c := range words.Search() {
		for _, l := range []lang.Lang{lang.Vi, lang.En} {
			for _, word := range c.In(l) {
				for _, text := range []string{norm.NFD.String(strings.ToUpper(word)), unmarked(word)} {
					assert.Subset(t, setsOf(text, l), c.Sets, text)
				}
			}
		}
		for _, no := range c.Sets {
			_, ok := qd26.Edition().Set(no)
			assert.True(t, ok, no)
			had[no] = true
		}
	}
	assert.Len(t, had, len(qd26.Edition().Sets()), "every set is called something")
}

// What people looked for in vain (cases 23), and how they write it.
func TestFind(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		text string
		sets []int
	}{
		{"cafe", []int{13}},
		{"café", []int{13}},
		{"ca phe", []int{13}},
		{"cà fe", []int{13}},
		{"cà-phê bột", []int{13}},
		{"coffee", []int{13}},
		{"homestay", []int{26}},
		{"mắm tôm", []int{9, 10}},
		{"tôm, MẮM", []int{9, 10}},
		{"bánh tráng", []int{5, 6}},
		{"miến", []int{5, 6, 7}},
		{"bún", []int{5, 6}},
		{"kẹo", []int{6, 7, 8}},
		{"nấm", []int{1, 4, 7, 18, 20}},
		{"thổ cẩm", []int{21, 22}},
		{"tho cam", []int{21, 22}},
		{"gốm", []int{21}},
		{"yến sào", []int{4, 8, 17}},
		{"tra", []int{2, 11, 12, 17}}, // cá tra, and trà; not trắng, tranh or tráng
		{"trà", []int{11, 12, 17}},
		{"trắng", []int{14}},
		{"trang", []int{5, 6, 14, 21, 22}},
		{"mì tôm", []int{5}},
		{"mỳ tôm", []int{5}},
		{"kỹ tay", []int{}}, // y after a vowel is no i
		{"tai", []int{}},
		{"thuỷ sản", []int{2, 8}}, // the tone in another place
		{"thủy sản", []int{2, 8}},
		{"đậu phụ", []int{6, 7}},
		{"dậu phụ", []int{}}, // d is not đ where marks are typed
		{"dau phu", []int{6, 7}},
		{"13", []int{13}},
		{"cà phê gốm", []int{}}, // all words are needed
		{"hom", []int{26}},      // not typed to the end
		{"thổ cẩ", []int{21, 22}},
		{"lạp xương", []int{8}}, // lạp xưởng before its tone
		{"homstay", []int{}},
		{"tra trắng", []int{}},
	} {
		assert.Equal(t, c.sets, setsOf(c.text, lang.Vi), c.text)
	}
	for _, c := range []struct {
		text string
		sets []int
	}{
		{"Coffee", []int{13}},
		{"honey", []int{4, 8, 17, 18}},
		{"weaving", []int{21, 22}},
		{"homestay", []int{26}},
		{"homestays", []int{26}},
		{"tomatoes", []int{1, 9}},
		{"sugarcane juice", []int{17}},
		{"juices sugarcane", []int{17}}, // juice, not juic
		{"bird's nest", []int{4, 8, 17, 18}},
		{"cà phê", []int{}},
	} {
		assert.Equal(t, c.sets, setsOf(c.text, lang.En), c.text)
	}
	for _, empty := range []string{"", " … "} {
		assert.Len(t, setsOf(empty, lang.Vi), 26, "what asks for nothing finds all")
	}
}

// A set tells by which word it was found, unless by its own name.
func TestFindTellsWhy(t *testing.T) {
	t.Parallel()
	assert.Equal(t, []words.Found{{Set: 9, Word: "mắm tôm"}, {Set: 10, Word: "mắm tôm"}}, words.Find("mam tom", lang.Vi))
	assert.Equal(t, []words.Found{{Set: 14}, {Set: 15, Word: "rượu vang"}, {Set: 18, Word: "rượu thuốc"}}, words.Find("rượu", lang.Vi))
}

// Who changes what Search gives changes nothing here.
func TestSearchIsTheCallers(t *testing.T) {
	t.Parallel()
	list := words.Search()
	want := words.Search()[0].In(lang.Vi)[0]
	list[0].Sets[0] = 99
	list[0].In(lang.Vi)[0] = "?"
	assert.Equal(t, 1, words.Search()[0].Sets[0])
	assert.Equal(t, want, words.Search()[0].In(lang.Vi)[0])
}

// Beside a matcher that knows nothing of Unicode: it reads letters from a list.
func TestFindAsANaiveMatcherDoes(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("slow under the race detector, and one step after the other")
	}
	random := rand.New(rand.NewPCG(23, 26))
	for _, l := range []lang.Lang{lang.Vi, lang.En} {
		all := linesOf(l)
		for range 1000 {
			text := randomPart(random, all)
			assert.Equal(t, naiveFind(text, all), setsOf(text, l), "%q", text)
		}
	}
}

// randomPart is a piece of a name or of two, as somebody may type it.
func randomPart(random *rand.Rand, all []line) string {
	text := ""
	for range 1 + random.IntN(5)/4 {
		name := []rune(all[random.IntN(len(all))].name)
		from := random.IntN(len(name))
		text += " " + string(name[from:from+1+random.IntN(len(name)-from)])
	}
	switch random.IntN(4) {
	case 0:
		text = unmarked(text)
	case 1:
		text = strings.ToUpper(text)
	case 2:
		text = strings.NewReplacer("ả", "a", "ổ", "ô", "ừ", "ư", "i", "y", "ph", "f").Replace(text)
	}
	return text
}

type line struct {
	set   int
	name  string
	words []syllable // as the naive matcher reads them
}

func linesOf(l lang.Lang) []line {
	var all []line
	for _, set := range words.Rubric().Sets {
		all = append(all, lineOf(set.No, strconv.Itoa(set.No)+" "+set.Name.In(l)+" "+qd26.SectorName(set.Class.Sector).In(l)))
	}
	for _, c := range words.Search() {
		for _, no := range c.Sets {
			for _, word := range c.In(l) {
				all = append(all, lineOf(no, word))
			}
		}
	}
	return all
}

func lineOf(set int, name string) line { return line{set, name, naiveWords(name)} }

// syllable is a word in small letters without any mark, the shape of each letter
// (ă is 1, â 2, ơ 3, đ 4) and the tone of all, 1 to 5.
type syllable struct {
	letters string
	shapes  string
	tone    int
}

// vowels has each shape of a letter with the six tones.
var vowels = []struct {
	letter, shape byte
	tones         string
}{
	{'a', '0', "aàáãảạ"},
	{'a', '1', "ăằắẵẳặ"},
	{'a', '2', "âầấẫẩậ"},
	{'e', '0', "eèéẽẻẹ"},
	{'e', '2', "êềếễểệ"},
	{'i', '0', "iìíĩỉị"},
	{'o', '0', "oòóõỏọ"},
	{'o', '2', "ôồốỗổộ"},
	{'o', '3', "ơờớỡởợ"},
	{'u', '0', "uùúũủụ"},
	{'u', '3', "ưừứữửự"},
	{'y', '0', "yỳýỹỷỵ"},
	{'d', '4', "đ"},
}

func naiveWords(text string) []syllable {
	var list []syllable
	for word := range strings.FieldsFuncSeq(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		s := syllable{}
		for _, r := range word {
			letter, shape := string(r), "0"
			for _, v := range vowels {
				if tone := slices.Index([]rune(v.tones), r); tone >= 0 {
					letter, shape = string(v.letter), string(v.shape)
					s.tone = max(s.tone, tone)
				}
			}
			s.letters, s.shapes = s.letters+letter, s.shapes+shape
		}
		list = append(list, s.spelled())
	}
	return list
}

func (s syllable) spelled() syllable {
	if s.letters[0] == 'f' {
		s.letters, s.shapes = "ph"+s.letters[1:], "0"+s.shapes
	}
	if n := len(s.letters); n > 3 && s.letters[n-1] == 's' && s.letters[n-2] != 's' {
		s = s.cut(n - 1)
		if n--; s.letters[n-1] == 'e' && strings.IndexByte("iohx", s.letters[n-2]) >= 0 {
			s = s.cut(n - 1)
		}
	}
	if n := len(s.letters); s.letters[n-1] == 'y' && (n == 1 || s.letters == "quy" || strings.IndexByte("aeiouy", s.letters[n-2]) < 0) {
		s.letters = s.letters[:n-1] + "i"
	}
	return s
}

func (s syllable) cut(n int) syllable { return syllable{s.letters[:n], s.shapes[:n], s.tone} }

func (s syllable) isPlain() bool { return s.tone == 0 && strings.Trim(s.shapes, "0") == "" }

func (s syllable) isWhole(of syllable) bool { return s == of || s.isPlain() && s.letters == of.letters }

func (s syllable) begins(of syllable) bool {
	if !strings.HasPrefix(of.letters, s.letters) || s.tone != 0 && s.tone != of.tone {
		return false
	}
	for i := range s.shapes {
		if s.shapes[i] != '0' && s.shapes[i] != of.shapes[i] {
			return false
		}
	}
	return true
}

func naiveFind(text string, all []line) []int {
	asked := naiveWords(text)
	for _, last := range []func(syllable, syllable) bool{syllable.isWhole, syllable.begins} {
		sets := []int{}
		for _, line := range all {
			found := true
			for i, one := range asked {
				matches := syllable.isWhole
				if i == len(asked)-1 {
					matches = last
				}
				found = found && slices.ContainsFunc(line.words, func(s syllable) bool { return matches(one, s) })
			}
			if found && !slices.Contains(sets, line.set) {
				sets = append(sets, line.set)
			}
		}
		if slices.Sort(sets); len(sets) > 0 {
			return sets
		}
	}
	return []int{}
}

func unmarked(text string) string {
	var b strings.Builder
	for _, r := range text {
		for _, v := range vowels {
			if strings.ContainsRune(v.tones, unicode.ToLower(r)) {
				r = rune(v.letter)
			}
		}
		b.WriteRune(r)
	}
	return b.String()
}

// The table that the form's own finding is held to, in wasm/test/find.test.mjs.
func TestFindTable(t *testing.T) {
	t.Parallel()
	type row struct {
		Lang lang.Lang `json:"lang"`
		Text string    `json:"text"`
		Sets []int     `json:"sets"`
	}
	random := rand.New(rand.NewPCG(1, 2))
	var table []string
	for _, l := range []lang.Lang{lang.Vi, lang.En} {
		all := linesOf(l)
		texts := []string{"", "tra", "trà", "trắng", "cafe", "cà fe", "mỳ", "HOÀ", "thuỷ sản", "quý", "ma\u0300", "Đ", "d\u0335a", "13", "x\u200by", "tomatoes", "glass", "ßs", "một 2 ba"}
		for range 250 {
			texts = append(texts, randomPart(random, all))
		}
		for _, text := range texts {
			data, err := json.Marshal(row{l, text, setsOf(text, l)})
			require.NoError(t, err)
			table = append(table, string(data))
		}
	}
	const name = "testdata/find.json"
	have := "[\n" + strings.Join(table, ",\n") + "\n]\n"
	if *update {
		require.NoError(t, os.MkdirAll("testdata", 0o755))
		require.NoError(t, os.WriteFile(name, []byte(have), 0o644))
	}
	want, err := os.ReadFile(name)
	require.NoError(t, err)
	assert.Equal(t, string(want), have, "go test ./scoring/qd26/words -update writes it anew")
}
