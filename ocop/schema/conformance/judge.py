"""Judges each fifth case of conformance_test.go with python-jsonschema."""
import json
import pathlib
import sys

from jsonschema import Draft202012Validator

cases, schemas = sys.argv[1:]
judges = {
    p.stem: Draft202012Validator(json.loads(p.read_text(encoding="utf-8")))
    for p in pathlib.Path(schemas).glob("*.json")
}
count, wrong = 0, []
with open(cases, encoding="utf-8") as lines:
    for number, line in enumerate(lines):
        if number % 5:
            continue
        case = json.loads(line)
        refused = not judges[case["as"]].is_valid(json.loads(case["document"]))
        count += 1
        if refused != case["refused"]:
            wrong.append(f"{'refuses' if refused else 'accepts'} {case['as']}: {case['document'][:600]}")
print(f"{count} cases by python-jsonschema; {len(wrong)} disagreements")
for w in wrong[:10]:
    print(w, file=sys.stderr)
sys.exit(1 if wrong or not count else 0)
