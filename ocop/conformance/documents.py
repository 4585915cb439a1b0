"""Reads documents strictly and says what is wrong with them, each with its code and
JSON Pointer; what is right is given to the rules in reading.py.
"""
import datetime
import json
import re
import unicodedata

import reading

EARLIER = {"qd148-2023", "qd1048-2019"}  # there are such editions, but no rubric of them
MAX_INTEGER = 2 ** 53 - 1
LEVELS, PROBLEMS = 16, 100
BYTES, ITEMS = {"council": 1 << 20}, {"council": 20_000}  # 64 KiB and 2,000 for all else

# What the published JSON Schema cannot say.
RULES = {"JSON-01", "JSON-02", "JSON-03", "JSON-04", "JSON-05", "JSON-06", "JSON-10", "JSON-11", "JSON-12",
         "PLAN-01", "PLAN-05", "COUNCIL-01", "COUNCIL-02", "COUNCIL-03", "COUNCIL-04", "COUNCIL-08", "COUNCIL-09",
         "VECTOR-01", "VECTOR-02", "VECTOR-03", "VECTOR-04", "EDITION-03"}


def problem(code, path=""):
    return {"code": code, "path": path, "severity": "error", "layer": "rule" if code in RULES else "schema"}


def pointer(path, name):
    return f"{path}/{str(name).replace('~', '~0').replace('/', '~1')}"


# --- JSON

TOKEN = re.compile(r'[ \t\n\r]*([{}\[\]:,]|"(?:[^"\\\x00-\x1f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"'
                   r'|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null)')


class Broken(Exception):
    """The document cannot be read on: a code and where that is."""


class Reader:
    """Reads a document as far as it goes. Of members that stand twice the last counts."""

    def __init__(self, text, items):
        self.text, self.at, self.items = text, 0, items
        self.problems, self.whole, self.root = [], False, None
        try:
            self.value("", self.token(""), lambda value: setattr(self, "root", value))
            self.whole = True
            if self.text[self.at:].strip(" \t\r\n"):
                raise Broken("JSON-03", "")
        except Broken as broken:
            self.problems.append(problem(*broken.args))

    def token(self, path):
        found = TOKEN.match(self.text, self.at)
        if not found:
            raise Broken("JSON-01", path)
        self.at = found.end()
        return found[1]

    def value(self, path, token, put):
        """Puts a value where it belongs, a list or an object before what stands in it."""
        if token in ("{", "["):
            if path.count("/") >= LEVELS:
                raise Broken("JSON-05", path)
            value = {} if token == "{" else []
            put(value)
            (self.members if token == "{" else self.elements)(path, value)
        elif token in "}]:,":
            raise Broken("JSON-01", path)
        else:
            put(self.scalar(path, token))

    def scalar(self, path, token):
        value = json.loads(token)
        if isinstance(value, str) and re.search("[\ud800-\udfff]", value):
            raise Broken("JSON-01", path)
        return value

    def members(self, path, found):
        token = self.token(path)
        while token != "}":
            if token[0] != '"':
                raise Broken("JSON-01", path)
            name = self.scalar(path, token)
            at = pointer(path, name)
            if self.token(at) != ":":
                raise Broken("JSON-01", at)
            if name in found:
                self.problems.append(problem("JSON-06", at))
            self.value(at, self.token(at), lambda value: found.__setitem__(name, value))
            token = self.after_one(path, "}")

    def elements(self, path, found):
        token = self.token(path)
        while token != "]":
            self.value(pointer(path, len(found)), token, found.append)
            token = self.after_one(path, "]")

    def after_one(self, path, close):
        """What begins the next one, or the bracket that closes."""
        self.items -= 1
        if self.items < 0:
            raise Broken("JSON-12", "")
        token = self.token(path)
        if token == ",":
            token = self.token(path)
            if token == close:
                raise Broken("JSON-01", path)
        elif token != close:
            raise Broken("JSON-01", path)
        return token


# --- Documents

SHEET = {"edition": str, "set": int, "answers": dict, "gates": list, "about": dict, "evidence": dict, "notes": dict}
FORMS = {
    "sheet": SHEET,
    "plan": {**SHEET, "star": int, "locked": list, "cost": dict},
    "council": {"edition": str, "set": int, "members": list, "seats": int, "policy": dict, "gates": list,
                "about": dict},
    "member": {**SHEET, "id": str, "name": str, "chair": bool},
    "policy": {"maxSpread": int, "quorum": str, "chairRequired": bool, "minima": str},
    "about a sheet": dict.fromkeys(("product", "producer", "address", "assessor", "day"), str),
    "about a council": dict.fromkeys(("product", "producer", "address", "day", "place", "rules", "rulesDay"), str),
}
REQUIRED = {"sheet": ("edition", "set", "answers"), "plan": ("edition", "set", "answers"),
            "council": ("edition", "set", "members"), "member": ("id", "answers")}
BLANK = r"\x00-\x20\x7f-\xa0\u1680\u2000-\u200f\u2028-\u202f\u205f-\u2069\u3000\ufeff"
MOVES = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
SHARE = re.compile(r"([1-9][0-9]{0,2}|1000)/([1-9][0-9]{0,2}|1000)")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Check:
    """Judges a document. Of one that breaks off it does not say what is missing."""

    def __init__(self, sets, reader):
        self.sets, self.problems, self.whole = sets, reader.problems, reader.whole
        self.of = None  # the product set, once it is known

    def add(self, code, path):
        self.problems.append(problem(code, path))

    def typed(self, path, value, kind):
        number = isinstance(value, float) and value.is_integer() and abs(value) <= MAX_INTEGER
        if kind is int and number:
            self.add("JSON-10", path)
            return True
        if type(value) is not kind or kind is int and abs(value) > MAX_INTEGER:
            self.add("JSON-09", path)
            return False
        return True

    def within(self, code, path, value, least, most):
        if not least <= value <= most:
            self.add(code, path)

    def form(self, name, path, value):
        """The members of an object that are of their type."""
        if not self.typed(path, value, dict):
            return {}
        good = {}
        for member, given in value.items():
            at = pointer(path, member)
            if member not in FORMS[name]:
                self.add("JSON-07", at)
            elif self.typed(at, given, FORMS[name][member]):
                good[member] = given
        for member in REQUIRED.get(name, ()):
            if member not in value and self.whole:
                self.add("JSON-08", path)
        return good

    def document(self, kind, value, star):
        good = self.form(kind, "", value)
        edition = next(iter(self.sets.values())).edition
        if good.get("edition", edition) != edition:
            self.add("SHEET-01", "/edition")
            if good["edition"] in EARLIER:
                self.add("EDITION-03", "/edition")
        elif "edition" in good and "set" in good:
            self.of = self.sets.get(good["set"])
            if not self.of and self.whole:  # else the number may be cut off
                self.add("SHEET-04", "/set")
        self.sheet("", good, "about a council" if kind == "council" else "about a sheet")
        self.gates(good.get("gates", []))
        if kind == "council":
            self.council(good)
        if kind == "plan":
            self.plan(good, star)

    def sheet(self, path, sheet, about):
        for at, option, c in self.by_criterion(path + "/answers", sheet.get("answers", {}), str):
            if c and option not in c.points:
                self.add("SHEET-05" if option == "none" else "SHEET-03", at)
        for at, note, _ in self.by_criterion(path + "/notes", sheet.get("notes", {}), str):
            self.text(at, note, 500, lines=True)
        for at, ids, _ in self.by_criterion(path + "/evidence", sheet.get("evidence", {}), list):
            for i, id in enumerate(ids):
                if self.typed(f"{at}/{i}", id, str) and (
                        i >= 40 or len(id) > 64 or not ID.fullmatch(id) or id in ids[:i]):
                    self.add("SHEET-13", f"{at}/{i}")
        for name, text in self.form(about, path + "/about", sheet.get("about", {})).items():
            if name in ("day", "rulesDay"):
                self.day(f"{path}/about/{name}", text)
            else:
                self.text(f"{path}/about/{name}", text, 300)

    def by_criterion(self, path, object, kind):
        """Members that are named by criteria: where, what, the criterion if it is known."""
        for code, value in object.items():
            at = pointer(path, code)
            if self.of and code not in self.of.of:
                self.add("SHEET-02", at)
            elif self.typed(at, value, kind):
                yield at, value, self.of and self.of.of[code]

    def text(self, path, text, most, lines=False):
        if (len(text) > most or MOVES.search(text) or not re.search(f"[^{BLANK}]", text)
                or not lines and re.search(r"[\t\n\r]", text)):
            self.add("SHEET-12", path)

    def day(self, path, text):
        try:
            if not DAY.fullmatch(text):
                raise ValueError(text)
            datetime.date.fromisoformat(text)
        except ValueError:
            self.add("DATE-01", path)

    def gates(self, gates):
        seen = set()
        for i, gate in enumerate(gates):
            at = f"/gates/{i}"
            if not self.typed(at, gate, str) or not self.of:
                continue
            if gate not in self.of.gates:
                self.add("SHEET-07" if any(gate in s.gates for s in self.sets.values()) else "SHEET-06", at)
            elif gate in self.of.derived:
                self.add("SHEET-08", at)
            elif gate in seen:
                self.add("SHEET-09", at)
            seen.add(gate)

    def council(self, council):
        names, chair = set(), False
        for i, member in enumerate(council.get("members", [])):
            at = f"/members/{i}"
            member = self.form("member", at, member)
            self.sheet(at, member, "about a sheet")
            for name in ("edition", "set"):
                if member.get(name, council.get(name)) != council.get(name):
                    self.add("COUNCIL-04", f"{at}/{name}")
            if "gates" in member:
                self.add("COUNCIL-10", at + "/gates")
            if "name" in member:
                self.text(at + "/name", member["name"], 300)
            # One name may be written in several ways.
            id = unicodedata.normalize("NFC", member.get("id", "?").strip())
            if not 1 <= len(member.get("id", "?")) <= 64:
                self.add("COUNCIL-06", at + "/id")
            elif "id" in member and id in names:
                self.add("COUNCIL-01", at + "/id")
            names.update([id] if "id" in member else [])
            if chair and member.get("chair"):
                self.add("COUNCIL-02", at + "/chair")
            chair = chair or member.get("chair")
        if "members" in council:
            count = len(council["members"])
            self.within("COUNCIL-05", "/members", count, 1, 100)
            if count <= 100 and 1 <= council.get("seats", 0) < count:
                self.add("COUNCIL-03", "/members")
        self.within("COUNCIL-07", "/seats", council.get("seats", 1), 1, 100)
        self.policy(self.form("policy", "/policy", council.get("policy", {})), "seats" in council)

    def policy(self, policy, seats):
        self.within("COUNCIL-07", "/policy/maxSpread", policy.get("maxSpread", 0), 0, 100)
        if policy.get("minima", "all") not in ("majority", "all", "mean"):
            self.add("COUNCIL-07", "/policy/minima")
        if "quorum" in policy:
            share = SHARE.fullmatch(policy["quorum"])
            if not share:
                self.add("COUNCIL-07", "/policy/quorum")
            elif int(share[1]) > int(share[2]):
                self.add("COUNCIL-09", "/policy/quorum")
            if share and not seats:
                self.add("COUNCIL-08", "/seats")

    def plan(self, plan, star):
        locked = plan.get("locked", [])
        for i, code in enumerate(locked):
            if self.typed(f"/locked/{i}", code, str) and self.of:
                if code not in self.of.of:
                    self.add("SHEET-02", f"/locked/{i}")
                elif code in locked[:i]:
                    self.add("PLAN-04", f"/locked/{i}")
        for at, cost, _ in self.by_criterion("/cost", plan.get("cost", {}), int):
            self.within("PLAN-03", at, cost, 0, 1000)
        self.within("PLAN-02", "/star", plan.get("star", 1), 1, 5)
        if "star" not in plan and not star:
            self.add("PLAN-05", "")
        if self.of and not self.problems:
            answers = plan["answers"]
            for c in self.of.criteria:
                if c.applies(answers) and c.code not in answers:
                    self.add("PLAN-01", "/answers")


# --- Answers


class Reference:
    """Answers the kinds of case that the published rubric decides."""

    KINDS = {"sheet": reading.score, "council": reading.council, "plan": reading.plan, "vector": reading.vector,
             "vector-parse": reading.parse_vector}

    def __init__(self, rubric):
        self.sets = {data["no"]: reading.ProductSet(rubric["edition"], data, rubric["bands"])
                     for data in rubric["sets"]}

    def answer(self, kind, data, star=None):
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            return {"problems": [problem("JSON-02")]}
        if kind == "vector-parse":
            answer = self.KINDS[kind](self.sets, text)
            return answer if isinstance(answer, dict) else {"problems": [problem(answer)]}
        if len(data) > BYTES.get(kind, 1 << 16):
            return {"problems": [problem("JSON-04")]}
        reader = Reader(text, ITEMS.get(kind, 2000))
        check = Check(self.sets, reader)
        if reader.whole or reader.root is not None:
            check.document("sheet" if kind == "vector" else kind, reader.root, star)
        if len(check.problems) > PROBLEMS:
            return {"problems": check.problems[:PROBLEMS] + [problem("JSON-11")]}
        if check.problems:
            return {"problems": check.problems}
        return self.KINDS[kind](check.of, {**reader.root, "star": star or reader.root.get("star")})
