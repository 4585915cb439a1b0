#!/usr/bin/env bash
# Checks the example dossiers, and one that is broken, from Go, Node and Python.
# Where a language is missing it says so; STRICT=1 makes that a failure.
set -euo pipefail
cd "$(dirname "$0")"

schema=../../../ocop/schema/v1/dossier.json
broken=$(mktemp --suffix=.json)
trap 'rm -f "$broken"' EXIT
sed 's/"set": *[0-9]*/"set": 99/' ../dossiers/thuc-pham-lan-dau.json > "$broken"

# run checks that a checker takes every example and refuses the broken one.
run() {
  local name=$1
  shift
  "$@" "$schema" ../../dossiers/*.json > /dev/null
  if "$@" "$schema" "$broken" > /dev/null; then
    echo "$name takes a broken dossier" >&2
    exit 1
  fi
  echo "$name: $(ls ../../dossiers/*.json | wc -l) dossiers fit, the broken one is refused"
}

missing() {
  echo "$1 is not here: its example is NOT RUN" >&2
  [ -z "${STRICT:-}" ] || exit 1
}

cd go && go build -o check . && run Go ./check && rm check && cd ..

if command -v node > /dev/null && command -v npm > /dev/null; then
  cd node && npm ci --silent --no-audit --no-fund > /dev/null && run Node node check.mjs && cd ..
else
  missing Node
fi

# Debian's python3-jsonschema belongs to Debian's Python.
python=python3
[ -x /usr/bin/python3 ] && python=/usr/bin/python3
if $python -c 'import jsonschema' 2> /dev/null; then
  cd python && run Python "$python" check.py && cd ..
else
  missing "python3 with jsonschema"
fi
