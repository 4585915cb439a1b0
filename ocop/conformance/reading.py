"""A second reading of the rules: what follows from sheets and councils, plans and
vectors, by the published rubric alone (rubric.json). It shares no code with the
library. run.py judges the suite by it; reading.mjs is the same in JavaScript.
"""
import itertools

# --- The published rubric


class Criterion:
    def __init__(self, data, part, gates):
        self.code, self.part, self.unless = data["code"], part, data.get("appliesUnless")
        self.options = [o["code"] for o in data["options"]]
        self.points = {o["code"]: o["points"] for o in data["options"]}
        self.case = {o["code"]: o.get("case") for o in data["options"]}
        self.allows_none = 0 not in self.points.values()
        if self.allows_none:
            self.points["none"] = 0
        # The furthest option that is starred for 3 to k stars.
        starred = [(i, o["minStar"]) for i, o in enumerate(data["options"]) if "minStar" in o]
        self.need = {k: max((i for i, star in starred if star <= k), default=None) for k in (3, 4, 5)}
        # The gate that follows from 0 points here.
        self.zero_gate = next((g["id"] for g in gates if self.code in g.get("zeroPointsAt", ())), None)

    def applies(self, answers):
        return not (self.unless and answers.get(self.unless["criterion"]) == self.unless["option"])

    def worth(self, answers):
        return self.points.get(answers.get(self.code), 0) if self.applies(answers) else 0

    def misses(self, star, option):
        """Whether a minimum for that star is missed: it is met at or after the starred option."""
        need = self.need.get(star)
        return need is not None and (option not in self.options or self.options.index(option) < need)

    def stops(self, option):
        return self.zero_gate is not None and self.points.get(option) == 0


class ProductSet:
    def __init__(self, edition, data, bands):
        self.edition, self.no, self.bands = edition, data["no"], {b["star"]: b["least"] for b in bands}
        self.gates = {g["id"]: g["effect"] for g in data["gates"]}
        self.derived = {g["id"] for g in data["gates"] if "zeroPointsAt" in g}
        self.criteria = [Criterion(c, part["code"], data["gates"])
                         for part in data["parts"] for section in part["sections"] for c in section["criteria"]]
        self.of = {c.code: c for c in self.criteria}
        self.parts = [part["code"] for part in data["parts"]]
        # A criterion and those that hang on it are weighed together.
        self.units = [[c] + [d for d in self.criteria if d.unless and d.unless["criterion"] == c.code]
                      for c in self.criteria if not c.unless]

    def band(self, total, count=1):
        """By the exact average: total/count is never rounded."""
        return max(star for star, least in self.bands.items() if total >= least * count)


# --- What follows from a sheet


def score(of, sheet):
    answers = sheet["answers"]
    parts = {part: sum(c.worth(answers) for c in of.criteria if c.part == part) for part in of.parts}
    total = sum(parts.values())
    unanswered = [c.code for c in of.criteria if c.applies(answers) and c.code not in answers]
    found = set(sheet.get("gates", ())) | {c.zero_gate for c in of.criteria if c.stops(answers.get(c.code))}
    gates = [{"id": g, "effect": of.gates[g]} for g in sorted(found)]
    shortfalls = [{"star": k, "criterion": c.code, "have": answers.get(c.code), "need": c.options[c.need[k]]}
                  for k in (3, 4, 5) for c in of.criteria
                  if c.applies(answers) and c.misses(k, answers.get(c.code))]
    status = halted(gates) or ("incomplete" if unanswered else "classified")
    band = star = None
    if status == "classified":
        band = of.band(total)
        star = highest(band, {s["star"] for s in shortfalls})
    return {"edition": of.edition, "set": of.no, "status": status, "total": total, "parts": parts,
            "band": band, "star": star, "authority": authority(star), "shortfalls": shortfalls,
            "gates": gates, "unanswered": unanswered,
            "notApplicable": [c.code for c in of.criteria if not c.applies(answers)],
            "bounds": None if halted(gates) else bounds(of, answers)}


def halted(gates):
    effects = {g["effect"] for g in gates}
    return "rejected" if "reject" in effects else "stopped" if "stop" in effects else None


def highest(band, missed):
    """The highest star not above the band with no minimum missed; minima are cumulative."""
    return next(k for k in range(band, 0, -1) if k not in missed)


def authority(star):
    return None if star is None or star < 3 else "ministry" if star == 5 else "province"


def bounds(of, answers):
    """All totals that can still come about, beside the star that the minima then allow.

    allowed[star] holds totals as bits: bit t is set where t points are possible.
    """
    allowed = {5: 1}
    for unit in of.units:
        ways = set()
        for then in combinations(unit, lambda c: completions(c, answers)):
            missed = {k for c in unit if c.applies(then) for k in (3, 4, 5) if c.misses(k, then[c.code])}
            ways.add((sum(c.worth(then) for c in unit), highest(5, missed)))
        after = {}
        for star, totals in allowed.items():
            for points, most in ways:
                after[min(star, most)] = after.get(min(star, most), 0) | totals << points
        allowed = after
    ends = [(t, min(of.band(t), star)) for star, totals in allowed.items()
            for t in range(totals.bit_length()) if totals >> t & 1]
    return {"total": [min(t for t, _ in ends), max(t for t, _ in ends)],
            "star": [min(s for _, s in ends), max(s for _, s in ends)]}


def combinations(unit, options):
    """Every way to choose one option for each criterion of a unit."""
    for picked in itertools.product(*(options(c) for c in unit)):
        yield {c.code: option for c, option in zip(unit, picked)}


def completions(c, answers):
    if c.code in answers:
        return [answers[c.code]]
    return [option for option in c.points if not c.stops(option)]


# --- A council


def council(of, request):
    policy, members = request.get("policy", {}), request["members"]
    results = [score(of, {"answers": m["answers"]}) for m in members]
    totals, count = [r["total"] for r in results], len(members)
    found = set(request.get("gates", ()))
    for gate in of.derived:  # the council's when more than half of the sheets give it
        if sum(gate in [g["id"] for g in r["gates"]] for r in results) * 2 > count:
            found.add(gate)
    gates = [{"id": g, "effect": of.gates[g]} for g in sorted(found)]
    met = {(k, c.code): sum(not c.misses(k, m["answers"].get(c.code)) for m in members)
           for k in (3, 4, 5) for c in of.criteria if c.need[k] is not None}
    spread, total = max(totals) - min(totals), sum(totals)
    out = {"members": [{"id": m["id"], "total": t} for m, t in zip(members, totals)],
           "sum": total, "count": count, "average": decimal(total, count), "spread": spread,
           "widest": widest(members, totals), "gates": gates,
           "contested": [{"star": k, "criterion": code, "met": n, "missed": count - n}
                         for (k, code), n in met.items() if 0 < n < count],
           "seats": request.get("seats"), "band": None, "star": None, "authority": None}
    numerator, denominator = map(int, policy.get("quorum", "0/1").split("/"))
    out["status"] = (
        halted(gates)
        or ("no-quorum" if count * denominator < request.get("seats", 0) * numerator
            or policy.get("chairRequired") and not any(m.get("chair") for m in members) else None)
        or ("incomplete" if any(r["unanswered"] for r in results) else None)
        or ("spread-too-wide" if spread > policy.get("maxSpread", spread) else "classified"))
    if out["status"] == "classified":
        missed = {k for k, code in met if not council_meets(of.of[code], k, met[k, code], members, policy)}
        out["band"] = of.band(total, count)
        out["star"] = highest(out["band"], missed)
        out["authority"] = authority(out["star"])
    return out


def council_meets(c, star, met, members, policy):
    how = policy.get("minima", "majority")
    if how == "mean":
        return sum(c.worth(m["answers"]) for m in members) >= c.points[c.options[c.need[star]]] * len(members)
    return met == len(members) if how == "all" else met * 2 > len(members)


def decimal(total, count):
    """At most two places, cut off: 269/3 is 89.66."""
    whole, rest = divmod(total * 100 // count, 100)
    return f"{whole}.{rest:02}".rstrip("0").rstrip(".") if rest else str(whole)


def widest(members, totals):
    """The two furthest apart, in the order of the sheets; the first pair of those alike."""
    pairs = itertools.combinations(range(len(members)), 2)
    pair = max(pairs, key=lambda p: abs(totals[p[0]] - totals[p[1]]), default=())
    return [members[i]["id"] for i in pair]


# --- A plan


def plan(of, request):
    star, locked, cost = request["star"], request.get("locked", []), request.get("cost", {})
    answers = dict(request["answers"])
    for c in of.criteria:  # 5.2 that did not apply counts as answered
        answers.setdefault(c.code, c.options[0])

    # Of each total the best way to it: cost, changes, then which, in printed order.
    best = {0: (0, 0, ())}
    for unit in of.units:
        ways = []
        for then in combinations(unit, lambda c: reachable(c, answers[c.code], c.code in locked)):
            if any(c.applies(then) and (c.misses(star, then[c.code]) or c.stops(then[c.code])) for c in unit):
                continue
            changed = [c for c in unit if then[c.code] != answers[c.code]]
            which = tuple((of.criteria.index(c), c.options.index(then[c.code])) for c in changed)
            ways.append((sum(c.worth(then) for c in unit), sum(cost.get(c.code, 1) for c in changed), which))
        after = {}
        for total, (spent, changes, which) in best.items():
            for points, more, these in ways:
                way = (spent + more, changes + len(these), which + these)
                after[total + points] = min(after.get(total + points, way), way)
        best = after

    start = score(of, request)["total"]
    gates = sorted(request.get("gates", ()))
    enough = [(spent, n, total, which) for total, (spent, n, which) in best.items() if total >= of.bands[star]]
    if gates or not enough:
        return {"star": star, "reachable": False, "cost": None, "total": {"from": start, "to": None}, "changes": [],
                "blockedBy": gates or blocking(of, star, answers, locked)}
    spent, _, total, which = min(enough)
    changes = []
    for c, option in ((of.criteria[i], of.criteria[i].options[place]) for i, place in which):
        had = answers[c.code]
        changes.append({"criterion": c.code, "from": had, "to": option, "points": c.points[option] - c.points[had],
                        "reason": "minimum" if c.misses(star, had) else "points"})
    return {"star": star, "reachable": True, "cost": spent, "total": {"from": start, "to": total}, "changes": changes}


def reachable(c, option, locked):
    """Never lower, never into the other case; from none either case may be taken."""
    if locked:
        return [option]
    later = c.options[c.options.index(option) + 1:] if option in c.options else c.options
    return [option] + [o for o in later if option == "none" or c.case[o] == c.case[option]]


def blocking(of, star, answers, locked):
    """The locked criteria that miss a minimum, and where the points do not suffice even
    without those, also the locked criteria that have points to gain."""
    held = [c for c in of.criteria if c.code in locked]
    missing = [c for c in held if c.applies(answers) and (c.misses(star, answers[c.code]) or c.stops(answers[c.code]))]
    greatest = sum(
        max(sum(c.worth(then) for c in unit)
            for then in combinations(unit, lambda c: reachable(c, answers[c.code], c in held and c not in missing)))
        for unit in of.units)
    return [c.code for c in held if c in missing or greatest < of.bands[star]
            and max(map(c.points.get, reachable(c, answers[c.code], False))) > c.points[answers[c.code]]]


# --- A vector


def vector(of, sheet):
    answers = [f"{c.code}:{sheet['answers'][c.code]}" for c in of.criteria if c.code in sheet["answers"]]
    gates = ["!" + gate for gate in sorted(sheet.get("gates", ()))]
    return {"vector": "/".join([f"OCOP:{of.edition}/{of.no}"] + answers + gates)}


def parse_vector(sets, text):
    """The sheet, or the code of what is wrong."""
    if len(text.encode()) > 4096:
        return "VECTOR-04"
    head, *items = text.split("/")
    known = next(iter(sets.values())).edition
    if not head.startswith("OCOP:") or head == "OCOP:" or head == "OCOP:" + known and items[:1] in ([], [""]):
        return "VECTOR-01"
    of = next((s for s in sets.values() if items and str(s.no) == items[0]), None)
    if head != "OCOP:" + known or not of:
        return "VECTOR-03"
    answers, gates, last = {}, [], (0, -1)
    for item in items[1:]:
        code, colon, option = item.partition(":")
        if item.startswith("!") and item[1:] in of.gates and item[1:] not in of.derived:
            place = (1, item)
            gates.append(item[1:])
        elif colon and code in of.of and option in of.of[code].points:
            place = (0, of.criteria.index(of.of[code]))
            answers[code] = option
        else:
            return "VECTOR-03" if colon or item.startswith("!") else "VECTOR-01"
        if place <= last:
            return "VECTOR-02"
        last = place
    sheet = {"edition": known, "set": of.no, "answers": answers}
    return {"sheet": {**sheet, "gates": gates} if gates else sheet}
