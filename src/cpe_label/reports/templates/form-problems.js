
// ── What `check` says of an audit, in its own sentences: rules/audit_checks.py ───────────────────
// tests/reports/form/test_problems.py holds each answer to what `check` gives.

/** The problems of an audit, errors and warnings, each with the place to look at. */
function problems(audit, result) {
  return [
    ...problemsOfFindings(audit),
    ...problemsOfDays(audit),
    ...problemsOfAuditors(audit),
    ...problemsOfVersion(audit),
    ...problemsOfDecision(audit, result),
  ];
}

function problem(code, place, blanks = {}) {
  const { text, severity } = DATA.problems[code];
  return { code, severity, sentence: say(text, blanks), place };
}

function* problemsOfFindings(audit) {
  const whole = new Set(DATA.referential.levels.filter((one) => one.is_whole).map((one) => one.id));
  for (const [id, finding] of Object.entries(audit.findings ?? {})) {
    const field = `f/findings/${id}`;
    if (finding.status === "not_met" && finding.good_practice) {
      yield problem("A032", `${field}/good_practice`, { criterion: id });
    }
    if (finding.justification && finding.status !== "not_applicable") {
      yield problem("A034", `c/${id}`, { criterion: id });
    }
    const isSeen = listed(finding.evidence).some((one) => !isNothing(one));
    if (finding.status === "met" && !isSeen && whole.has(CRITERIA.get(id).level)) {
      yield problem("A033", `${field}/evidence`, { criterion: id });
    }
  }
}

function* problemsOfDays(audit) {
  const { from, to = from } = audit.audited_on ?? {};
  const decided = audit.decision?.decided_on;
  if (!from) return; // nothing is compared with a day that is not known
  if (decided && audit.kind === "audit") {
    if (decided < to) yield problem("A023", "f/audited_on/to", inWords({ decided, last: to }));
    if (decided > yearsAfter(to, 2)) {
      yield problem("A036", "f/audited_on/to", inWords({ decided, last: to }));
      return;
    }
  }
  const days = daysOf(audit).sort((one, other) => (one.day > other.day) - (one.day < other.day));
  if (days.length < 2) return;
  const [{ day: before }, { day, place }] = days.slice(-2);
  if (day > yearsAfter(before, 1) && place) yield problem("A037", place, inWords({ day, before }));
}

/** Every day of an audit but those of events; that of the decision has no place in the page. */
function daysOf(audit) {
  const due = Object.entries(audit.findings ?? {}).map(([id, { action }]) =>
    ({ day: action?.due, place: `f/findings/${id}/action/due` }));
  return [
    { day: audit.audited_on.from, place: "f/audited_on/from" },
    { day: audit.audited_on.to, place: "f/audited_on/to" },
    { day: audit.decision?.decided_on, place: null },
    { day: audit.previous?.last_day, place: "f/previous/last_day" },
    ...due,
  ].filter((one) => one.day);
}

/** The same day some years later, to compare days with: 29 February stands for the day before it too. */
function yearsAfter(day, years) {
  const year = Math.min(Number(day.slice(0, 4)) + years, 9999);
  return String(year).padStart(4, "0") + day.slice(4);
}

function* problemsOfAuditors(audit) {
  const folded = (name) => (name ?? "").toLowerCase().split(/\s+/).filter(Boolean).join(" ");
  if (audit.kind !== "audit") return;
  for (const [at, { organisation }] of (audit.auditors ?? []).entries()) {
    if (organisation && folded(organisation) === folded(audit.organisation?.name)) {
      yield problem("A038", `f/auditors/${at}/organisation`, { name: quoted(organisation) });
    }
  }
}

/** Days as people read them. */
function inWords(days) {
  return Object.fromEntries(Object.entries(days).map(([name, day]) => [name, dayInWords(day)]));
}

/** RC-15, by what this version says of itself. */
function* problemsOfVersion(audit) {
  const first = audit.audited_on?.from;
  if (!first || audit.kind !== "audit") return;
  const { id: referential, version } = DATA.referential;
  const { from: since, until } = DATA.in_force;
  const place = "f/audited_on/from";
  if (first < since) yield problem("A025", place, { version, referential, ...inWords({ since, first }) });
  if (until && until < first) yield problem("A026", place, { version, referential, ...inWords({ until, first }) });
}

/** RC-10, RC-11 and RC-14: what the findings, and the rest of the page, make of the decision. */
function* problemsOfDecision(audit, result) {
  const { decision } = audit;
  const hasEvents = audit.events?.length > 0;
  if (audit.kind === "self_assessment") {
    if (decision) yield problem("A016", "f/kind", { key: quoted(DATA.labels.decision) });
    if (hasEvents) yield problem("A016", "f/kind", { key: quoted(DATA.labels.events) });
    return;
  }
  if (hasEvents && decision?.outcome !== "granted") yield problem("A027", "progress");
  if (!decision) return;
  if (!audit.organisation?.id) yield problem("A021", "f/organisation/id");
  if (isMiscounted(audit)) return; // RC-4: `check` compares nothing before that is mended
  if (decision.outcome === "granted") yield* problemsOfGrant(result);
  else if (decision.outcome === "refused" && result.verdict === "pass" && result.complete) {
    yield problem(decision.reason ? "A019" : "A020", "progress");
  }
}

function isMiscounted(audit) {
  const findings = Object.values(audit.findings ?? {});
  return findings.some((one) => one.status === "not_applicable" && !one.justification);
}

function* problemsOfGrant(result) {
  if (result.verdict === "fail") {
    const failed = result.levels.filter((one) => one.verdict === "fail");
    const names = failed.flatMap((one) => one.parts).flatMap((part) => part.candidates);
    yield problem("A017", `c/${names[0]}`, { criteria: few(names) });
  }
  if (!result.complete) {
    const names = result.levels.flatMap((one) => one.tally.unassessed);
    yield problem("A018", `c/${names[0]}`, { count: names.length, criteria: few(names) });
  }
}
