#!/usr/bin/env bash
# Checks the example dossiers, and one that is broken, from Go, Node, Python and
# PHP, and reads them into classes that are generated for Java. Where a language
# is missing it says so; STRICT=1 makes that a failure, but for what this system
# has no package of.
set -euo pipefail
cd "$(dirname "$0")"

dossiers=(../dossiers/*.json)
dossiers=("${dossiers[@]/#/$PWD/}")
schema=$PWD/../../ocop/schema/v1/dossier.json
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
broken=$work/broken.json
sed 's/"set": *[0-9]*/"set": 99/' ../dossiers/thuc-pham-lan-dau.json > "$broken"
(cd ../.. && go run ./ocop/cmd/ocop schema --shape --lang en --dir "$work/shapes")
shape=$work/shapes/dossier.json

# run checks that a checker takes every example and refuses the broken one.
run() {
  local name=$1 against=$2
  shift 2
  "$@" "$against" "${dossiers[@]}" > "$work/said" || { cat "$work/said" >&2; exit 1; }
  if "$@" "$against" "$broken" > /dev/null; then
    echo "$name takes a broken dossier" >&2
    exit 1
  fi
  echo "$name: ${#dossiers[@]} dossiers fit, the broken one is refused"
}

# missing says that something is not here, and which packages would bring it.
missing() {
  local name=$1
  shift
  echo "$name is not here: its example is NOT RUN" >&2
  [ -n "${STRICT:-}" ] || return 0
  for package in "$@"; do
    apt-cache show "$package" > /dev/null 2>&1 || { echo "  (there is no package $package)" >&2; return 0; }
  done
  exit 1
}

(cd go && go build -o "$work/check" .)
run Go "$schema" "$work/check"

generated=$work/generated
if command -v node > /dev/null && command -v npm > /dev/null; then
  (cd node && npm ci --silent --no-audit --no-fund > /dev/null)
  run Node "$schema" node node/check.mjs
  (cd generators && npm ci --silent --no-audit --no-fund > /dev/null)
  run "ajv with the shape" "$shape" node generators/ajv.mjs
  cat "$work/said"
  node generators/generate.mjs "$work/shapes" "$generated"
else
  missing Node npm
fi

# Debian's python3-jsonschema belongs to Debian's Python.
python=python3
[ -x /usr/bin/python3 ] && python=/usr/bin/python3
if $python -c 'import jsonschema' 2> /dev/null; then
  run Python "$schema" "$python" python/check.py
  [ ! -d "$generated" ] || $python -m compileall -q "$generated/python"
else
  missing "python3 with jsonschema" python3-jsonschema
fi

if php -r 'exit((@include "JsonSchema/autoload.php") ? 0 : 1);' 2> /dev/null; then
  run "PHP with the shape" "$shape" php php/check.php
  [ ! -d "$generated" ] || find "$generated/php" -name '*.php' -print0 | xargs -0 -n 1 php -l > /dev/null
else
  missing "PHP with json-schema" php-cli php-mbstring php-json-schema
fi

jars=/usr/share/java
classpath=$jars/jackson-core.jar:$jars/jackson-annotations.jar:$jars/jackson-databind.jar
if command -v javac > /dev/null && [ -f "$jars/jackson-databind.jar" ] && [ -d "$generated" ]; then
  javac -encoding UTF-8 -cp "$classpath" -d "$work/classes" "$generated"/java/*/*.java generators/ReadDossiers.java
  java -cp "$work/classes:$classpath" ReadDossiers "${dossiers[@]}"
  echo "Java: ${#dossiers[@]} dossiers read into generated classes and written as they were"
else
  missing "Java with Jackson" default-jdk-headless libjackson2-databind-java
fi
