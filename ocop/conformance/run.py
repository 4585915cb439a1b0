#!/usr/bin/env python3
"""Runs the conformance suite.

    run.py [--suite DIR] [--kind sheet,plan]
        judges the second reading in reading.py, which knows nothing but the
        published rubric: sheets, councils, plans and vectors
    run.py [--suite DIR] [--kind sheet,dossier] --command 'PROGRAM ARGUMENTS'
        judges a program: a case a line goes in, an answer a line comes out

Exit 0: all passed. Exit 1: something failed. Exit 2: it could not be used.
Python 3.9 or later, nothing else. run.mjs is the same in JavaScript.
"""
import argparse
import base64
import hashlib
import json
import pathlib
import shlex
import subprocess
import sys
import threading

from documents import Reference

# --- The suite


def read_suite(folder):
    """The cases with their kinds. The files must be those that suite.json names."""
    suite = json.loads((folder / "suite.json").read_text("utf-8"))
    for file in suite["documents"]:
        checked(folder, file)
    cases, seen = [], set()
    for file in suite["files"]:
        data = checked(folder, file)
        for line in data.decode("utf-8").rstrip("\n").split("\n"):
            case = json.loads(line)
            if case["id"] in seen:
                raise ValueError(f"{case['id']} is there twice")
            seen.add(case["id"])
            cases.append((file["kind"], case))
    return cases


def checked(folder, file):
    data = (folder / file["name"]).read_bytes()
    if hashlib.sha256(data).hexdigest() != file["sha256"]:
        raise ValueError(f"{file['name']} is not the file that suite.json names")
    return data


def question(folder, kind, case):
    """What a program gets: a document that is a base and changes comes as input."""
    asked = {name: case[name] for name in ("input", "text", "base64", "with") if name in case}
    if "base" in case:
        document = json.loads((folder / "documents" / case["base"]).read_text("utf-8"))
        for change in case.get("patch", ()):
            document = changed(document, change)
        asked["input"] = document
    return {"id": case["id"], "kind": kind, **asked}


def changed(document, change):
    """One operation of a JSON Patch (RFC 6902): add, remove or replace."""
    root = {"": document}
    *way, last = [name.replace("~1", "/").replace("~0", "~") for name in change["path"].split("/")]
    at = root
    for name in way:
        at = at[int(name) if isinstance(at, list) else name]
    if isinstance(at, list):
        place = len(at) if last == "-" else int(last)
        at[place:place + (change["op"] != "add")] = [] if change["op"] == "remove" else [change["value"]]
    elif change["op"] == "remove":
        del at[last]
    else:
        at[last] = change["value"]
    return root[""]


def differs(want, have, at=""):
    """Where an answer is not what is expected, or "". Of objects the named members
    count, problems are equal in any order, all else is equal."""
    if isinstance(want, dict) and isinstance(have, dict):
        for name, value in want.items():
            if name not in have:
                return f"{at}/{name}: expected {short(value)}, is not there"
            found = (differ_in_any_order if name == "problems" else differs)(value, have[name], f"{at}/{name}")
            if found:
                return found
        return ""
    if isinstance(want, list) and isinstance(have, list) and len(want) == len(have):
        return next(filter(None, (differs(w, h, f"{at}/{i}") for i, (w, h) in enumerate(zip(want, have)))), "")
    same = want == have and isinstance(want, bool) == isinstance(have, bool)
    return "" if same else f"{at}: expected {short(want)}, got {short(have)}"


def differ_in_any_order(want, have, at):
    left = list(have) if isinstance(have, list) else []
    for w in want:
        match = next((h for h in left if not differs(w, h)), None)
        if match is None:
            return f"{at}: expected {short(w)}, got {short(have)}"
        left.remove(match)
    return f"{at}: not expected: {short(left)}" if left else ""


def short(value):
    return cut(json.dumps(value, ensure_ascii=False))


def cut(text):
    return text if len(text) <= 400 else text[:400] + "…"


# --- Who answers


def by_reading(folder, questions):
    """The answers of the second reading, by id."""
    reference = Reference(json.loads((folder / "rubric.json").read_text("utf-8")))
    return {q["id"]: [reference.answer(q["kind"], bytes_of(q), q.get("with", {}).get("star"))]
            for q in questions if q["kind"] in Reference.KINDS}


def bytes_of(question):
    if "base64" in question:
        return base64.b64decode(question["base64"])
    return (question["text"] if "text" in question else json.dumps(question["input"])).encode()


def by_program(command, questions):
    """The answers of a program, by id, and whether it went as agreed."""
    program = subprocess.Popen(shlex.split(command), stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def ask():
        try:
            with program.stdin:
                for q in questions:
                    program.stdin.write(json.dumps(q, ensure_ascii=False).encode() + b"\n")
                    program.stdin.flush()
        except OSError:
            pass  # it ended early: what it did not answer is told as failed

    threading.Thread(target=ask, daemon=True).start()
    answers, agreed = {}, True
    for line in program.stdout:
        try:
            answer = json.loads(line)
            answers.setdefault(answer["id"], []).append(answer)
        except (ValueError, KeyError, TypeError):
            agreed = False
            print(f"no answer with an id: {cut(line.decode('utf-8', 'replace').rstrip())}")
    if program.wait() != 0:
        agreed = False
        print(f"the program ended with status {program.returncode}")
    return answers, agreed


def main():
    parse = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parse.add_argument("--suite", type=pathlib.Path, default=pathlib.Path(__file__).resolve().parent / "v1")
    parse.add_argument("--kind", help="only these kinds of case, with commas between")
    parse.add_argument("--command", help="the program to judge")
    flags = parse.parse_args()
    cases = read_suite(flags.suite)
    kinds = flags.kind.split(",") if flags.kind else sorted({kind for kind, _ in cases})
    cases = [(kind, case) for kind, case in cases if kind in kinds]
    questions = [question(flags.suite, kind, case) for kind, case in cases]
    if flags.command:
        answers, agreed = by_program(flags.command, questions)
    else:
        answers, agreed = by_reading(flags.suite, questions), True

    table = {kind: {"passed": 0, "failed": 0, "skipped": 0} for kind in kinds}
    for kind, case in cases:
        given = answers.pop(case["id"], [])
        if not flags.command and kind not in Reference.KINDS:
            table[kind]["skipped"] += 1
            continue
        wrong = differs(case["expect"], given[0]) if len(given) == 1 else f"{len(given)} answers instead of one"
        table[kind]["failed" if wrong else "passed"] += 1
        if wrong:
            print(f"FAILED {case['id']} ({', '.join(case['rules'])})\n  {wrong}")
    for id in answers:
        agreed = False
        print(f"answered, but not asked: {cut(str(id))}")
    print(f"{'':14}" + "".join(f"{name:>9}" for name in ("passed", "failed", "skipped")))
    for kind, counts in table.items():
        print(f"{kind:14}" + "".join(f"{n:9}" for n in counts.values()))
    sums = {name: sum(counts[name] for counts in table.values()) for name in ("passed", "failed", "skipped")}
    if sums["skipped"]:
        print("Skipped are kinds that the published rubric does not decide; --command judges a program on them.")
    print(", ".join(f"{n} {name}" for name, n in sums.items()))
    if sums["passed"] + sums["failed"] == 0:
        raise ValueError("there was nothing to judge")
    return 0 if agreed and not sums["failed"] else 1


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (OSError, ValueError) as error:
        print(f"run.py: {error}", file=sys.stderr)
        sys.exit(2)
