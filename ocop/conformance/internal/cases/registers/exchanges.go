package registers

import (
	"crypto/ed25519"
	"crypto/sha256"
	"crypto/x509"
	"encoding/hex"
	"encoding/pem"
	"maps"
	"strings"

	"github.com/ocop-vn/ocop-go/ocop/conformance/internal/suite"
)

// asks adds a case of what is done with registers.
func (t *topic) asks(action, id, why string, input object, expect any) {
	t.add(suite.Case{ID: action + "/" + id, Why: why, Input: raw(input), With: suite.With{Action: action}, Expect: raw(expect)}, "exchange/"+action)
}

// leastCode is the code of the least record.
const leastCode = "66-24277-1-2026"

// gathered are cases of what a register is, however its file was written: in the
// canonical form records are in the order of their codes, those without one first, and
// members in alphabetical order (RFC 8785).
func gathered() suite.File {
	t := newTopic(suite.Exchange, "gather")
	whole := func(id, why, text, canonical string, told ...finding) {
		t.asks("gather", id, why, object{"register": text}, object{
			"records": strings.Count(canonical, "\n"), "sha256": sumOf(canonical), "text": canonical, "problems": list(told),
		})
	}
	none := func(id, why, text string, told ...finding) {
		t.asks("gather", id, why, object{"register": text}, object{"problems": list(told)})
	}
	a, b := product(), another("2")
	whole("none", "", "", "")
	whole("order", "", *lines(b, a), *lines(a, b))
	whole("table", "", table(",", nil), *lines(a))
	whole("twice", "one record that stands twice counts once", *lines(a, a), *lines(a))
	whole("composed", "texts are in composed form (NFC)", *lines(product(object{"product": "Ca\u0300 phe\u0302"})), *lines(a))
	whole("channels", "channels are a set", *lines(product(object{"channels": []string{"shop", "export"}})), *lines(product(object{"channels": []string{"export", "shop"}})))
	whole("broken-rule", "a record that breaks a rule is told and kept", *lines(product(object{"authority": "ministry"})), *lines(product(object{"authority": "ministry"})), wrong("REGISTER-11", "/authority").at(1))
	whole("REGISTER-50/no-code", "", *lines(a, keyless(2)), *lines(keyless(2), a), doubt("REGISTER-50", "/code").at(2))
	none("REGISTER-51/unreadable", "its product would pass for removed", *lines(a)+"{]\n", broken().at(2), wrong("REGISTER-51", ""))
	none("REGISTER-52/other-content", "", *lines(a, product(object{"product": "Chè"})), wrong("REGISTER-52", "/code").at(2), wrong("REGISTER-51", ""))
	return t.File
}

// keyless is a product that was refused and never had a code.
func keyless(star int) object {
	return product(object{"state": "refused", "star": star, "total": "45", "code": nil, "decision": nil, "authority": nil, "issued": nil, "expires": nil})
}

// operation is one of a JSON Patch.
func operation(op, path string, value any) object {
	if op == "remove" {
		return object{"op": op, "path": path}
	}
	return object{"op": op, "path": path, "value": value}
}

// differences are cases of what one register has otherwise than another.
func differences() suite.File {
	t := newTopic(suite.Exchange, "diff")
	a, b := product(), another("2")
	differ := func(id, why string, from, to []object, added, removed, changed []object, patch ...object) {
		input := object{"old": *lines(from...), "new": *lines(to...)}
		t.asks("diff", id, why, input, object{"added": some(added), "removed": some(removed), "changed": some(changed)})
		t.asks("patch", id, why, input, object{"patch": some(patch)})
		if len(patch) > 0 {
			t.asks("apply", id, why, object{"register": *lines(from...), "patch": patch}, object{"text": *lines(to...), "problems": list(nil)})
		}
	}
	change := func(id, why string, before, after object, patch ...object) {
		whole := []object{operation("test", "/"+leastCode, before)}
		for _, o := range patch {
			o = maps.Clone(o)
			o["path"] = "/" + leastCode + o["path"].(string)
			whole = append(whole, o)
		}
		differ(id, why, []object{before}, []object{after}, nil, nil, []object{{"code": leastCode, "before": before, "after": after, "patch": patch}}, whole...)
	}
	differ("same", "", []object{a}, []object{a}, nil, nil, nil)
	differ("added", "", []object{a}, []object{a, b}, []object{b}, nil, nil, operation("add", "/66-24277-2-2026", b))
	differ("removed", "each record that goes is tested as a whole first", []object{a, b}, []object{a}, nil, []object{b}, nil, operation("test", "/66-24277-2-2026", b), operation("remove", "/66-24277-2-2026", nil))
	change("member", "", a, product(object{"star": 3}), operation("replace", "/star", 3))
	change("member-added", "", a, product(object{"previous": "66-24277-9-2025"}), operation("add", "/previous", "66-24277-9-2025"))
	change("member-gone", "", product(object{"previous": "66-24277-9-2025"}), a, operation("remove", "/previous", nil))
	change("two-members", "in the order of their paths", a, product(object{"star": 3, "product": "Chè"}), operation("replace", "/product", "Chè"), operation("replace", "/star", 3))
	change("within", "", a, product(object{"producer": object{"name": "HTX Ea Tu", "kind": "cooperative"}}), operation("replace", "/producer/name", "HTX Ea Tu"))
	parts := object{"A": "30", "B": "20", "C": "25"}
	change("parts-added", "parts that are there on one side are one member", a, product(object{"parts": parts}), operation("add", "/parts", parts))
	shop, order := product(object{"channels": []string{"export", "shop"}}), product(object{"channels": []string{"shop", "export"}})
	t.asks("diff", "channels-order", "channels are a set", object{"old": *lines(shop), "new": *lines(order)}, object{"added": some(nil), "removed": some(nil), "changed": some(nil)})
	t.asks("diff", "no-code", "records without a code have no part in it", object{"old": "", "new": *lines(keyless(2))}, object{"added": some(nil), "removed": some(nil), "changed": some(nil)})
	return t.File
}

// some is a list that is never null.
func some(list []object) []object { return append([]object{}, list...) }

// patches are cases of patches that do not fit.
func patches() suite.File {
	t := newTopic(suite.Exchange, "apply")
	a := product()
	apply := func(id, why string, found []finding, patch ...object) {
		t.asks("apply", id, why, object{"register": *lines(a), "patch": some(patch)}, object{"problems": list(found)})
	}
	at := "/" + leastCode
	b := another("2")
	apply("REGISTER-55/other-code", "", found(wrong("REGISTER-55", "/66-24277-3-2026/code")), operation("add", "/66-24277-3-2026", b))
	apply("REGISTER-55/code-changed", "", found(wrong("REGISTER-55", at+"/code")), operation("replace", at+"/code", "66-24277-2-2026"))
	apply("REGISTER-56/move", "", found(wrong("REGISTER-56", "/0")), object{"op": "move", "path": at, "value": 1})
	apply("REGISTER-56/no-value", "", found(wrong("REGISTER-56", "/0")), object{"op": "add", "path": at})
	apply("REGISTER-56/remove-value", "", found(wrong("REGISTER-56", "/0")), object{"op": "remove", "path": at, "value": 1})
	apply("REGISTER-56/whole", "a register is never replaced whole", found(wrong("REGISTER-56", "/0")), operation("replace", "", object{}))
	apply("REGISTER-57/test", "", found(wrong("REGISTER-57", "/0")), operation("test", "/66-24277-2-2026", b))
	apply("REGISTER-57/remove", "", found(wrong("REGISTER-57", "/0")), operation("remove", "/66-24277-2-2026", nil))
	apply("REGISTER-57/member", "", found(wrong("REGISTER-57", "/0")), operation("replace", at+"/previous", "66-24277-9-2025"))
	apply("REGISTER-57/within", "", found(wrong("REGISTER-57", "/0")), operation("add", at+"/parts/A", "30"))
	apply("REGISTER-58/add", "stricter than RFC 6902: nothing is added over what is there", found(wrong("REGISTER-58", "/0")), operation("add", at, a))
	apply("REGISTER-58/member", "", found(wrong("REGISTER-58", "/0")), operation("add", at+"/star", 3))
	apply("REGISTER-59/test", "", found(wrong("REGISTER-59", "/0")), operation("test", at, product(object{"star": 3})), operation("remove", at, nil))
	apply("REGISTER-59/later", "", found(wrong("REGISTER-59", "/1")), operation("replace", at+"/star", 3), operation("test", at+"/star", 4))
	apply("shape", "what comes out is checked as a record is", found(wrong("RECORD-01", at+"/total")), operation("remove", at+"/total", nil))
	apply("two-products", "the first that does not fit of each product", found(wrong("REGISTER-58", "/0"), wrong("REGISTER-57", "/2")), operation("add", at, a), operation("add", at, a), operation("remove", "/66-24277-2-2026", nil))
	t.asks("apply", "rule", "a record that breaks a rule is told", object{"register": *lines(a), "patch": []object{operation("replace", at+"/authority", "ministry")}},
		object{"text": *lines(product(object{"authority": "ministry"})), "problems": found(wrong("REGISTER-11", at+"/authority"))})
	return t.File
}

// merges are cases of two registers that came out of a third.
func merges() suite.File {
	t := newTopic(suite.Exchange, "merge")
	a := product()
	merged := func(id, why string, base, ours, theirs, out []object) {
		t.asks("merge", id, why, object{"base": *lines(base...), "ours": *lines(ours...), "theirs": *lines(theirs...)}, object{"text": *lines(out...), "conflicts": some(nil), "problems": list(nil)})
	}
	is := func(records ...object) []object { return records }
	named := func(name string) object { return product(object{"product": name}) }
	merged("same", "", is(a), is(a), is(a), is(a))
	merged("ours", "", is(a), is(named("Chè")), is(a), is(named("Chè")))
	merged("theirs", "", is(a), is(a), is(named("Chè")), is(named("Chè")))
	merged("both-alike", "", is(a), is(named("Chè")), is(named("Chè")), is(named("Chè")))
	merged("two-members", "", is(a), is(named("Chè")), is(product(object{"previous": "66-24277-9-2025"})), is(product(object{"product": "Chè", "previous": "66-24277-9-2025"})))
	merged("within", "", is(a), is(product(object{"producer": object{"name": "HTX Ea Tu", "kind": "cooperative"}})), is(product(object{"producer": object{"name": "HTX Ea Kao", "kind": "cooperative", "size": "small"}})),
		is(product(object{"producer": object{"name": "HTX Ea Tu", "kind": "cooperative", "size": "small"}})))
	merged("added", "", is(a), is(a, another("2")), is(a, another("3")), is(a, another("2"), another("3")))
	merged("removed", "", is(a, another("2")), is(a), is(a, another("2")), is(a))
	sold := func(channels ...string) object { return product(object{"channels": channels}) }
	merged("channels", "channels are a set: what one added comes, what one removed goes", is(sold("export", "shop")), is(sold("e-commerce", "export", "shop")), is(sold("shop", "supermarket")), is(sold("e-commerce", "shop", "supermarket")))
	merged("no-code", "without a code: there where one added it, gone where one removed it", is(keyless(2)), is(), is(keyless(1), keyless(2)), is(keyless(1)))

	conflict := func(id, keep string, base, ours, theirs, out []object, c object, told finding) {
		c["code"], c["kept"] = leastCode, keep
		t.asks("merge", id, "", object{"base": *lines(base...), "ours": *lines(ours...), "theirs": *lines(theirs...), "keep": keep},
			object{"text": *lines(out...), "conflicts": []object{c}, "problems": found(told)})
	}
	at := "/" + leastCode
	tea, rice := named("Chè"), named("Gạo")
	conflict("REGISTER-53/keep-base", "base", is(a), is(tea), is(rice), is(a), object{"path": "/product", "base": "Cà phê", "ours": "Chè", "theirs": "Gạo"}, wrong("REGISTER-53", at+"/product"))
	conflict("REGISTER-53/keep-ours", "ours", is(a), is(tea), is(rice), is(tea), object{"path": "/product", "base": "Cà phê", "ours": "Chè", "theirs": "Gạo"}, wrong("REGISTER-53", at+"/product"))
	conflict("REGISTER-53/both-added", "base", is(), is(a), is(tea), is(), object{"path": "", "base": nil, "ours": a, "theirs": tea}, wrong("REGISTER-53", at))
	conflict("REGISTER-54/removed-changed", "base", is(a), is(), is(tea), is(a), object{"path": "", "base": a, "ours": nil, "theirs": tea}, wrong("REGISTER-54", at))
	conflict("REGISTER-54/keep-ours", "ours", is(a), is(), is(tea), is(), object{"path": "", "base": a, "ours": nil, "theirs": tea}, wrong("REGISTER-54", at))
	before := func(code string) object { return product(object{"previous": code}) }
	conflict("REGISTER-54/member", "base", is(before("66-24277-9-2025")), is(a), is(before("66-24277-8-2025")), is(before("66-24277-9-2025")),
		object{"path": "/previous", "base": "66-24277-9-2025", "ours": nil, "theirs": "66-24277-8-2025"}, wrong("REGISTER-54", at+"/previous"))
	t.asks("merge", "two-right-make-a-wrong", "4 stars of one side, 60 points of the other",
		object{"base": *lines(product(object{"star": 3})), "ours": *lines(a), "theirs": *lines(product(object{"star": 3, "total": "60"}))},
		object{"text": *lines(product(object{"total": "60"})), "conflicts": some(nil), "problems": found(wrong("REGISTER-10", at+"/star"))})
	return t.File
}

// deliveries are cases of manifests of what one office hands to another. A manifest
// is hashed and signed in its canonical form (RFC 8785).
func deliveries() suite.File {
	t := newTopic(suite.Exchange, "deliver")
	jsonl, csv := *lines(product()), table(",", nil)
	file := func(name, text string, records int) object {
		return object{"name": name, "bytes": len(text), "sha256": sumOf(text), "records": records}
	}
	manifest := func(changes ...object) object {
		x := object{
			"schema": "ocop-delivery-1", "from": "66", "on": today, "files": []object{file("a.jsonl", jsonl, 1)},
			"register": object{"records": 1, "sha256": sumOf(jsonl)},
		}
		for _, c := range changes {
			maps.Copy(x, c)
		}
		return x
	}
	head := object{"from": "66", "on": today}
	deliver := func(id, why string, head object, files object, made object) {
		t.asks("deliver", id, why, object{"head": head, "files": files}, object{"manifest": made, "sha256": sumOf(string(raw(made))), "problems": list(nil)})
	}
	deliver("one", "", head, object{"a.jsonl": jsonl}, manifest())
	deliver("two-forms", "a record that stands in two forms counts once", head, object{"b.csv": csv, "a.jsonl": jsonl}, manifest(object{"files": []object{file("a.jsonl", jsonl, 1), file("b.csv", csv, 1)}}))
	follows := object{"previous": sumOf(string(raw(manifest()))), "to": "Bộ Nông nghiệp và Môi trường", "on": "2026-12-25"}
	next := maps.Clone(head)
	maps.Copy(next, follows)
	deliver("next", "it names the one before by its hash", next, object{"a.jsonl": jsonl}, manifest(follows))

	verify := func(id, why string, m object, files object, more object, told ...finding) {
		input := object{"manifest": m, "files": files}
		maps.Copy(input, more)
		t.asks("verify", id, why, input, verdict(told...))
	}
	files := object{"a.jsonl": jsonl}
	verify("as-delivered", "", manifest(), files, nil)
	verify("other-form", "the register is the same however it is written", manifest(object{"files": []object{file("b.csv", csv, 1)}}), object{"b.csv": csv}, nil)
	for _, c := range []struct {
		id, path string
		changes  object
	}{
		{"schema", "/schema", object{"schema": "ocop-delivery-2"}},
		{"from", "/from", object{"from": ""}},
		{"from-blanks", "/from", object{"from": " 66"}},
		{"from-long", "/from", object{"from": strings.Repeat("x", 201)}},
		{"to", "/to", object{"to": "a\nb"}},
		{"previous", "/previous", object{"previous": "X"}},
		{"name-outside", "/files/0/name", object{"files": []object{file("../a.jsonl", jsonl, 1)}}},
		{"name-twice", "/files/1/name", object{"files": []object{file("a.jsonl", jsonl, 1), file("a.jsonl", jsonl, 1)}}},
		{"bytes", "/files/0/bytes", object{"files": []object{{"name": "a.jsonl", "bytes": -1, "sha256": sumOf(jsonl), "records": 1}}}},
		{"hash", "/files/0/sha256", object{"files": []object{{"name": "a.jsonl", "bytes": len(jsonl), "sha256": strings.ToUpper(sumOf(jsonl)), "records": 1}}}},
		{"register", "/register/sha256", object{"register": object{"records": 1, "sha256": ""}}},
	} {
		t.asks("verify", "REGISTER-60/"+c.id, "", object{"manifest": manifest(c.changes), "files": files}, refusal(wrong("REGISTER-60", c.path)))
	}
	t.asks("verify", "on", "", object{"manifest": manifest(object{"on": "2026-02-30"}), "files": files}, refusal(wrong("DATE-01", "/on")))
	other := *lines(another("2")) // as long as the one that was delivered, with other content
	longer := *lines(product(), another("2"))
	verify("REGISTER-61/no-file", "", manifest(object{"register": object{"records": 0, "sha256": sumOf("")}}), object{}, nil, wrong("REGISTER-61", "/files/0/name"))
	verify("REGISTER-62/size", "", manifest(), object{"a.jsonl": jsonl + "\n"}, nil, wrong("REGISTER-62", "/files/0/bytes"), wrong("REGISTER-63", "/files/0/sha256"))
	verify("REGISTER-63/hash", "", manifest(object{"files": []object{{"name": "a.jsonl", "bytes": len(jsonl), "sha256": sumOf(""), "records": 1}}}), files, nil, wrong("REGISTER-63", "/files/0/sha256"))
	verify("REGISTER-64/records", "", manifest(object{"files": []object{file("a.jsonl", jsonl, 2)}}), files, nil, wrong("REGISTER-64", "/files/0/records"))
	verify("REGISTER-65/register", "", manifest(object{"register": object{"records": 1, "sha256": sumOf(other)}}), files, nil, wrong("REGISTER-65", "/register"))
	verify("REGISTER-65/longer", "", manifest(), object{"a.jsonl": longer}, nil, wrong("REGISTER-62", "/files/0/bytes"), wrong("REGISTER-63", "/files/0/sha256"), wrong("REGISTER-64", "/files/0/records"), wrong("REGISTER-65", "/register"))
	verify("next", "", manifest(follows), files, object{"previous": manifest()})
	verify("REGISTER-66/other-before", "", manifest(object{"previous": sumOf("")}), files, object{"previous": manifest()}, wrong("REGISTER-66", "/previous"))
	verify("REGISTER-66/none-named", "", manifest(), files, object{"previous": manifest()}, wrong("REGISTER-66", "/previous"))
	verify("REGISTER-67/earlier", "", manifest(follows, object{"on": "2026-11-24"}), files, object{"previous": manifest()}, wrong("REGISTER-67", "/on"))
	verify("that-day", "", manifest(follows, object{"on": today}), files, object{"previous": manifest()})

	key := ed25519.NewKeyFromSeed([]byte("a key of the conformance suite  "))
	der, err := x509.MarshalPKIXPublicKey(key.Public())
	if err != nil {
		panic(err) // an Ed25519 key can be written
	}
	public := string(pem.EncodeToMemory(&pem.Block{Type: "PUBLIC KEY", Bytes: der}))
	signature := ed25519.Sign(key, raw(manifest()))
	verify("signed", "Ed25519 over the canonical manifest", manifest(), files, object{"signature": signature, "key": public})
	verify("REGISTER-68/changed", "", manifest(object{"from": "68"}), files, object{"signature": signature, "key": public}, wrong("REGISTER-68", ""))
	verify("REGISTER-69/key", "", manifest(), files, object{"signature": signature, "key": "x"}, wrong("REGISTER-69", ""))
	return t.File
}

// sumOf is the SHA-256 of a text.
func sumOf(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}
