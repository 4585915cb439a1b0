"""Judges each fifth case of conformance_test.go with python-jsonschema."""
import json
import pathlib
import sys

from jsonschema import Draft202012Validator

cases, *folders = sys.argv[1:]
judges, shapes = (
    {
        p.stem: Draft202012Validator(json.loads(p.read_text(encoding="utf-8")))
        for p in pathlib.Path(folder).glob("*.json")
    }
    for folder in folders
)
count, wrong = 0, []
with open(cases, encoding="utf-8") as lines:
    for number, line in enumerate(lines):
        if number % 5:
            continue
        case = json.loads(line)
        document = json.loads(case["document"])
        refused = not judges[case["as"]].is_valid(document)
        count += 1
        if not case["refused"] and not shapes[case["as"]].is_valid(document):
            wrong.append(f"the shape of {case['as']} refuses what the schema takes: {case['document'][:600]}")
        if refused != case["refused"]:
            wrong.append(f"{'refuses' if refused else 'accepts'} {case['as']}: {case['document'][:600]}")
print(f"{count} cases by python-jsonschema; {len(wrong)} disagreements")
for w in wrong[:10]:
    print(w, file=sys.stderr)
sys.exit(1 if wrong or not count else 0)
