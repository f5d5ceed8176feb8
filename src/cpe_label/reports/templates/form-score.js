
// ── What the findings make of each level: rules/scoring.py (RC-3 to RC-9), and no more ───────────
// Whole numbers only, as there; tests/reports/form/test_score.py holds each answer to the engine's.

/** The value under a key of its own: an identifier may be any name, `constructor` too. */
function own(holder, key) {
  return holder && Object.hasOwn(holder, key) ? holder[key] : undefined;
}

/** RC-3, and RC-4: without its permission and its justification, "not applicable" is no answer. */
function statusOf(criterion, finding) {
  const status = own(finding, "status") ?? "unassessed";
  const counts = criterion.may_not_apply && own(finding, "justification");
  return status === "not_applicable" && !counts ? "unassessed" : status;
}

/** RC-1: every criterion is counted, with or without a finding. */
function score(referential, findings) {
  const sections = referential.sections.map((section) => ({
    section,
    tallies: tallied(referential.levels, section.criteria, findings),
  }));
  const criteria = referential.sections.flatMap((section) => section.criteria);
  const overall = tallied(referential.levels, criteria, findings);
  const levels = referential.levels.map((level) =>
    levelResult(level, overall.get(level.id), sections));
  return {
    verdict: worst(levels),
    complete: levels.every((result) => result.tally.unassessed.length === 0),
    levels,
  };
}

/** RC-9: fail if one fails, else undecided if one is undecided, else pass. */
function worst(results) {
  const found = results.map((one) => one.verdict);
  return ["fail", "undecided"].find((verdict) => found.includes(verdict)) ?? "pass";
}

/** The identifiers of criteria by what was found, for each level. */
function tallied(levels, criteria, findings) {
  const tallies = new Map(levels.map((level) =>
    [level.id, { met: [], not_met: [], not_applicable: [], unassessed: [] }]));
  for (const criterion of criteria) {
    const status = statusOf(criterion, own(findings, criterion.id));
    tallies.get(criterion.level)[status].push(criterion.id);
  }
  return tallies;
}

function levelResult(level, tally, sections) {
  const parts = level.each_section // RC-6: once in each section that has criteria of this level
    ? sections
      .filter(({ section }) => section.criteria.some((one) => one.level === level.id))
      .map(({ section, tallies }) => judge(tallies.get(level.id), level, section))
    : [judge(tally, level)];
  return { level, tally, parts, verdict: worst(parts) };
}

/** RC-5, and RC-8 where something is unassessed. */
function judge(tally, level, section = null) {
  const met = tally.met.length;
  const open = tally.unassessed.length;
  const applicable = applicableOf(tally);
  const least = leastMet(level, applicable);
  let verdict = "fail";
  if (met >= least) verdict = "pass"; // RC-7 too: 0 ≥ 0 where nothing is applicable
  else if (met + open >= least) verdict = "undecided";
  return {
    section,
    tally,
    verdict,
    still_needed: Math.max(0, least - met),
    margin: Math.max(0, met - least),
    lacking: Math.max(0, least - met - open),
    candidates: met < least ? [...tally.not_met, ...tally.unassessed] : [],
  };
}

/** RC-4 and RC-6: all but the not applicable; the unassessed count. */
function applicableOf(tally) {
  return tally.met.length + tally.not_met.length + tally.unassessed.length;
}

/** The least count that reaches the share: the quotient, rounded up. No number here is over 2⁵³. */
function leastMet({ numerator, denominator }, applicable) {
  const product = numerator * applicable;
  const rest = product % denominator;
  return (product - rest) / denominator + (rest ? 1 : 0);
}

function stillNeeded(result) {
  return result.parts.reduce((sum, part) => sum + part.still_needed, 0);
}

/** How many met criteria can be lost, whichever they are; the least over all parts. */
function marginOf(result) {
  const margins = result.parts.filter((part) => applicableOf(part.tally)).map((part) => part.margin);
  return margins.length ? Math.min(...margins) : 0;
}

// ── The same in the words of reports: reports/view/evaluation.py ─────────────────────────────────

/** A sentence, its blanks filled: `{name}`, or `{count:one|many}` by the number. */
function say(template, blanks = {}) {
  return template.replace(/\{(\w+)(?::([^{}|]*)\|([^{}]*))?[^{}]*\}/g, (_, name, one, many) => {
    const value = blanks[name];
    if (one === undefined) return typeof value === "number" ? countInWords(value) : String(value);
    const least = DATA.zero_is_one ? 0 : 1; // zero takes the singular in French
    return value >= least && value <= 1 ? one : many;
  });
}

/** A number by its thousands, where it is long. */
function countInWords(count) {
  const digits = String(count);
  return count < 10_000 ? digits : digits.replace(/\B(?=(?:[0-9]{3})+$)/g, DATA.between_thousands);
}

/** What a level still needs, or how far above its share it is; empty where that says nothing. */
function marginInWords(result) {
  if (stillNeeded(result)) return needsInWords(result);
  const count = marginOf(result);
  if (count) return say(DATA.report.above, { count });
  const fragile = result.parts.some((part) => !part.margin && part.tally.met.length);
  return fragile && !result.level.is_whole ? DATA.report.no_margin : "";
}

function needsInWords(result) {
  const short = result.parts.filter((part) => part.still_needed);
  const needed = stillNeeded(result);
  const unassessed = short.reduce((sum, part) => sum + part.tally.unassessed.length, 0);
  const lacking = short.reduce((sum, part) => sum + part.lacking, 0);
  let key = "lacking";
  if (unassessed && lacking) key = "lacking_and_to_assess";
  else if (unassessed) key = needed === unassessed ? "all_to_assess" : "some_to_assess";
  return say(DATA.report[key], { needed, unassessed, lacking });
}

/** For each part that needs some: the sentence, and the criteria that could bring it. */
function missing(result) {
  return result.parts.filter((part) => part.still_needed).map((part) => {
    const unassessed = part.tally.unassessed.length;
    const count = part.candidates.length;
    const level = [result.level.title, ...(part.section ? [part.section.title] : [])].join(" – ");
    const blanks = { level, needed: part.still_needed, count, unassessed };
    return { sentence: say(DATA.report[missingKey(part, unassessed, count)], blanks), part };
  });
}

function missingKey(part, unassessed, count) {
  if (part.still_needed < count) return unassessed ? "assess_any" : "missing_any";
  if (unassessed > 0 && unassessed < count) return "missing_and_assess";
  return (unassessed ? "assess" : "missing") + (count === 1 ? "_one" : "_all");
}

/** Where the organisation stands before any decision, as a key of `DATA.standings`. */
function standing(kind, result) {
  return DATA.before_decision[`${kind} ${result.verdict} ${result.complete}`];
}
