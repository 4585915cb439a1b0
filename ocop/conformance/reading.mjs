// A second reading of the rules: what follows from sheets and councils, plans and
// vectors, by the published rubric alone (rubric.json). It shares no code with the
// library. run.mjs judges the suite by it; reading.py is the same in Python.

const STARRED = [3, 4, 5]; // stars 1 and 2 have no minima

// --- The published rubric

class Criterion {
  constructor(data, part, gates) {
    this.code = data.code;
    this.part = part;
    this.unless = data.appliesUnless;
    this.options = data.options.map((o) => o.code);
    this.points = new Map(data.options.map((o) => [o.code, o.points]));
    this.case = new Map(data.options.map((o) => [o.code, o.case]));
    if (![...this.points.values()].includes(0)) this.points.set("none", 0);
    // The place of the furthest option that is starred for 3 to k stars, -1 for none.
    this.need = new Map(STARRED.map((k) => [k, data.options.findLastIndex((o) => o.minStar <= k)]));
    // The gate that follows from 0 points here.
    this.zeroGate = gates.find((g) => g.zeroPointsAt?.includes(data.code))?.id;
  }

  applies(answers) {
    return !this.unless || answers[this.unless.criterion] !== this.unless.option;
  }

  worth(answers) {
    return this.applies(answers) ? (this.points.get(answers[this.code]) ?? 0) : 0;
  }

  /** Whether a minimum for that star is missed: it is met at or after the starred option. */
  misses(star, option) {
    return this.options.indexOf(option) < (this.need.get(star) ?? -1);
  }

  stops(option) {
    return this.zeroGate !== undefined && this.points.get(option) === 0;
  }
}

export class ProductSet {
  constructor(edition, data, bands) {
    this.edition = edition;
    this.no = data.no;
    this.bands = bands;
    this.gates = new Map(data.gates.map((g) => [g.id, g.effect]));
    this.derived = new Set(data.gates.filter((g) => g.zeroPointsAt).map((g) => g.id));
    this.parts = data.parts.map((p) => p.code);
    this.criteria = data.parts.flatMap((p) => p.sections.flatMap((s) => s.criteria.map((c) => new Criterion(c, p.code, data.gates))));
    this.of = new Map(this.criteria.map((c) => [c.code, c]));
    // A criterion and those that hang on it are weighed together.
    this.units = this.criteria.filter((c) => !c.unless).map((c) => [c, ...this.criteria.filter((d) => d.unless?.criterion === c.code)]);
  }

  /** By the exact average: total/count is never rounded. */
  band(total, count = 1) {
    return Math.max(...this.bands.filter((b) => total >= b.least * count).map((b) => b.star));
  }

  least(star) {
    return this.bands.find((b) => b.star === star).least;
  }
}

// --- What follows from a sheet

export function score(of, sheet) {
  const { answers, gates: given = [] } = sheet;
  const parts = Object.fromEntries(of.parts.map((part) => [part, sum(of.criteria.filter((c) => c.part === part), (c) => c.worth(answers))]));
  const total = sum(Object.values(parts), (points) => points);
  const unanswered = of.criteria.filter((c) => c.applies(answers) && !(c.code in answers)).map((c) => c.code);
  const gates = effects(of, [...given, ...of.criteria.filter((c) => c.stops(answers[c.code])).map((c) => c.zeroGate)]);
  const shortfalls = STARRED.flatMap((star) =>
    of.criteria
      .filter((c) => c.applies(answers) && c.misses(star, answers[c.code]))
      .map((c) => ({ star, criterion: c.code, have: answers[c.code] ?? null, need: c.options[c.need.get(star)] })),
  );
  const status = halted(gates) ?? (unanswered.length > 0 ? "incomplete" : "classified");
  const band = status === "classified" ? of.band(total) : null;
  const star = band && highest(band, new Set(shortfalls.map((s) => s.star)));
  return {
    edition: of.edition,
    set: of.no,
    status,
    total,
    parts,
    band,
    star,
    authority: authority(star),
    shortfalls,
    gates,
    unanswered,
    notApplicable: of.criteria.filter((c) => !c.applies(answers)).map((c) => c.code),
    bounds: halted(gates) ? null : bounds(of, answers),
  };
}

function sum(list, of) {
  return list.reduce((total, one) => total + of(one), 0);
}

function effects(of, ids) {
  return [...new Set(ids)].sort().map((id) => ({ id, effect: of.gates.get(id) }));
}

function halted(gates) {
  return gates.some((g) => g.effect === "reject") ? "rejected" : gates.length > 0 ? "stopped" : null;
}

/** The highest star not above the band with no minimum missed; minima are cumulative. */
function highest(band, missed) {
  let star = band;
  while (missed.has(star)) star--;
  return star;
}

function authority(star) {
  return star === null || star < 3 ? null : star === 5 ? "ministry" : "province";
}

/**
 * All totals that can still come about, beside the star that the minima then allow.
 * allowed.get(star) holds totals as bits: bit t is set where t points are possible.
 */
function bounds(of, answers) {
  let allowed = new Map([[5, 1n]]);
  for (const unit of of.units) {
    const ways = new Map();
    for (const then of combinations(unit, (c) => (c.code in answers ? [answers[c.code]] : [...c.points.keys()].filter((o) => !c.stops(o))))) {
      const missed = STARRED.filter((k) => unit.some((c) => c.applies(then) && c.misses(k, then[c.code])));
      const way = [sum(unit, (c) => c.worth(then)), highest(5, new Set(missed))];
      ways.set(way.join(), way);
    }
    const after = new Map();
    for (const [star, totals] of allowed) {
      for (const [points, most] of ways.values()) {
        const then = Math.min(star, most);
        after.set(then, (after.get(then) ?? 0n) | (totals << BigInt(points)));
      }
    }
    allowed = after;
  }
  const totals = [], stars = [];
  for (const [star, bits] of allowed) {
    [...bits.toString(2)].reverse().forEach((bit, total) => {
      if (bit === "0") return;
      totals.push(total);
      stars.push(Math.min(of.band(total), star));
    });
  }
  return { total: [Math.min(...totals), Math.max(...totals)], star: [Math.min(...stars), Math.max(...stars)] };
}

/** Every way to choose one option for each criterion of a unit. */
function combinations(unit, options) {
  return unit.reduce((ways, c) => ways.flatMap((way) => options(c).map((option) => ({ ...way, [c.code]: option }))), [{}]);
}

// --- A council

export function council(of, request) {
  const { members, policy = {}, seats } = request;
  const results = members.map((m) => score(of, { answers: m.answers }));
  const totals = results.map((r) => r.total);
  const count = members.length;
  const more = [...of.derived].filter((id) => results.filter((r) => r.gates.some((g) => g.id === id)).length * 2 > count);
  const gates = effects(of, [...(request.gates ?? []), ...more]);
  const minima = STARRED.flatMap((star) =>
    of.criteria
      .filter((c) => c.need.get(star) >= 0)
      .map((c) => ({ star, c, met: members.filter((m) => !c.misses(star, m.answers[c.code])).length })),
  );
  const total = sum(totals, (t) => t);
  const spread = Math.max(...totals) - Math.min(...totals);
  const [share, whole] = (policy.quorum ?? "0/1").split("/").map(Number);
  const status =
    halted(gates) ??
    (count * whole < (seats ?? 0) * share || (policy.chairRequired && !members.some((m) => m.chair)) ? "no-quorum"
      : results.some((r) => r.unanswered.length > 0) ? "incomplete"
      : spread > (policy.maxSpread ?? spread) ? "spread-too-wide"
      : "classified");
  const band = status === "classified" ? of.band(total, count) : null;
  const missed = minima.filter((m) => !councilMeets(m, members, policy.minima));
  const star = band && highest(band, new Set(missed.map((m) => m.star)));
  return {
    status,
    members: members.map((m, i) => ({ id: m.id, total: totals[i] })),
    seats: seats ?? null,
    sum: total,
    count,
    average: decimal(total, count),
    spread,
    widest: widest(members, totals),
    band,
    star,
    authority: authority(star),
    gates,
    contested: minima
      .filter((m) => m.met > 0 && m.met < count)
      .map((m) => ({ star: m.star, criterion: m.c.code, met: m.met, missed: count - m.met })),
  };
}

function councilMeets({ star, c, met }, members, how = "majority") {
  if (how === "mean") return sum(members, (m) => c.worth(m.answers)) >= c.points.get(c.options[c.need.get(star)]) * members.length;
  return how === "all" ? met === members.length : met * 2 > members.length;
}

/** At most two places, cut off: 269/3 is 89.66. */
function decimal(total, count) {
  const hundredths = Math.floor((total * 100) / count);
  const places = String(hundredths % 100).padStart(2, "0").replace(/0+$/, "");
  return Math.floor(hundredths / 100) + (places && "." + places);
}

/** The two furthest apart, in the order of the sheets; the first of pairs alike. */
function widest(members, totals) {
  let pair = [], most = -1;
  for (let i = 0; i < totals.length; i++) {
    for (let j = i + 1; j < totals.length; j++) {
      const apart = Math.abs(totals[i] - totals[j]);
      if (apart > most) [most, pair] = [apart, [members[i].id, members[j].id]];
    }
  }
  return pair;
}

// --- A plan

export function plan(of, request) {
  const { star, locked = [], cost = {}, gates = [] } = request;
  const answers = { ...request.answers };
  for (const c of of.criteria) answers[c.code] ??= c.options[0]; // 5.2 that did not apply counts as answered

  // Of each total the best way to it: cost, changes, then which, in printed order.
  let best = new Map([[0, [0, 0]]]);
  for (const unit of of.units) {
    const ways = [];
    for (const then of combinations(unit, (c) => reachable(c, answers[c.code], locked.includes(c.code)))) {
      if (unit.some((c) => c.applies(then) && (c.misses(star, then[c.code]) || c.stops(then[c.code])))) continue;
      const changed = unit.filter((c) => then[c.code] !== answers[c.code]);
      const which = changed.flatMap((c) => [of.criteria.indexOf(c), c.options.indexOf(then[c.code])]);
      ways.push({ points: sum(unit, (c) => c.worth(then)), way: [sum(changed, (c) => cost[c.code] ?? 1), changed.length, ...which] });
    }
    const after = new Map();
    for (const [total, [spent, changes, ...which]] of best) {
      for (const { points, way } of ways) {
        const now = [spent + way[0], changes + way[1], ...which, ...way.slice(2)];
        const had = after.get(total + points);
        if (!had || compare(now, had) < 0) after.set(total + points, now);
      }
    }
    best = after;
  }

  const from = score(of, request).total;
  const enough = [...best].filter(([total]) => total >= of.least(star)).map(([total, [spent, changes, ...which]]) => [spent, changes, total, ...which]);
  if (gates.length > 0 || enough.length === 0) {
    const blockedBy = gates.length > 0 ? [...gates].sort() : blocking(of, star, answers, locked);
    return { star, reachable: false, cost: null, total: { from, to: null }, changes: [], blockedBy };
  }
  const [spent, , to, ...which] = enough.sort(compare)[0];
  const changes = [];
  for (let i = 0; i < which.length; i += 2) {
    const c = of.criteria[which[i]];
    const had = answers[c.code], option = c.options[which[i + 1]];
    const points = c.points.get(option) - c.points.get(had);
    changes.push({ criterion: c.code, from: had, to: option, points, reason: c.misses(star, had) ? "minimum" : "points" });
  }
  return { star, reachable: true, cost: spent, total: { from, to }, changes };
}

/** The order of two lists of numbers: by the first that differs. */
function compare(a, b) {
  const i = a.findIndex((n, i) => n !== b[i]);
  return i < 0 ? 0 : a[i] - b[i];
}

/** Never lower, never into the other case; from none either case may be taken. */
function reachable(c, option, locked) {
  if (locked) return [option];
  const later = c.options.slice(c.options.indexOf(option) + 1);
  return [option, ...later.filter((o) => option === "none" || c.case.get(o) === c.case.get(option))];
}

/**
 * The locked criteria that miss a minimum, and where the points do not suffice even
 * without those, also the locked criteria that have points to gain.
 */
function blocking(of, star, answers, locked) {
  const held = of.criteria.filter((c) => locked.includes(c.code));
  const missing = held.filter((c) => c.applies(answers) && (c.misses(star, answers[c.code]) || c.stops(answers[c.code])));
  const options = (c) => reachable(c, answers[c.code], held.includes(c) && !missing.includes(c));
  const greatest = sum(of.units, (unit) => Math.max(...combinations(unit, options).map((then) => sum(unit, (c) => c.worth(then)))));
  const gains = (c) => reachable(c, answers[c.code], false).some((o) => c.points.get(o) > c.points.get(answers[c.code]));
  return held.filter((c) => missing.includes(c) || (greatest < of.least(star) && gains(c))).map((c) => c.code);
}

// --- A vector

export function vector(of, sheet) {
  const answers = of.criteria.filter((c) => c.code in sheet.answers).map((c) => `${c.code}:${sheet.answers[c.code]}`);
  const gates = [...(sheet.gates ?? [])].sort().map((g) => "!" + g);
  return { vector: [`OCOP:${of.edition}/${of.no}`, ...answers, ...gates].join("/") };
}

/** The sheet, or the code of what is wrong. */
export function parseVector(sets, text) {
  if (new TextEncoder().encode(text).length > 4096) return "VECTOR-04";
  const [head, no, ...items] = text.split("/");
  const known = sets.get(1).edition;
  if (!head.startsWith("OCOP:") || head === "OCOP:" || (head === "OCOP:" + known && !no)) return "VECTOR-01";
  const of = [...sets.values()].find((s) => String(s.no) === no);
  if (head !== "OCOP:" + known || !of) return "VECTOR-03";
  const answers = {}, gates = [];
  let last = -1; // criteria in printed order, then gates in the order of their letters
  for (const item of items) {
    const [code, ...rest] = item.split(":");
    const option = rest.join(":"), gate = item.slice(1);
    let inOrder;
    if (item.startsWith("!") && of.gates.has(gate) && !of.derived.has(gate)) {
      inOrder = gates.length === 0 || gates.at(-1) < gate;
      gates.push(gate);
    } else if (rest.length > 0 && of.of.get(code)?.points.has(option)) {
      const place = of.criteria.indexOf(of.of.get(code));
      inOrder = gates.length === 0 && place > last;
      last = place;
      answers[code] = option;
    } else {
      return rest.length > 0 || item.startsWith("!") ? "VECTOR-03" : "VECTOR-01";
    }
    if (!inOrder) return "VECTOR-02";
  }
  return { sheet: { edition: known, set: of.no, answers, ...(gates.length > 0 && { gates }) } };
}
