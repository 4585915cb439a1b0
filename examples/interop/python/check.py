"""Checks OCOP dossiers with jsonschema against the published JSON Schema.

python3 check.py SCHEMA FILE...
"""
import json
import sys

from jsonschema import Draft202012Validator


def load(name):
    with open(name, encoding="utf-8") as file:
        return json.load(file)


schema, files = load(sys.argv[1]), sys.argv[2:]
validator = Draft202012Validator(schema)
refused = 0
for name in files:
    errors = list(validator.iter_errors(load(name)))
    print(f"{name}: {'refused' if errors else 'fits'}")
    refused += bool(errors)
    for error in errors:
        place = "/".join(str(part) for part in error.absolute_path)
        print(f"  /{place}: {error.message[:200]}")
sys.exit(1 if refused else 0)
