
// ── What `check` would still ask for, with the field where it is given ───────────────────────────

const HIDDEN = new RegExp(DATA.hidden, "u");
const IDENTIFIERS = new RegExp(DATA.identifier);

/** Each thing to complete or to correct: a sentence, and where in the page. */
function gaps(audit, found) {
  return [
    ...found.filter((one) => one.severity === "error"),
    ...gapsOfIdentity(audit),
    ...gapsOfFindings(audit),
    ...gapsOfTexts(audit, SHAPE, []),
    ...gapsOfDays(),
    ...gapsOfSize(audit),
  ];
}

function* gapsOfIdentity(audit) {
  const { from, to } = audit.audited_on ?? {};
  if (!audit.organisation?.name) yield gap("name", "organisation/name");
  if (!from) yield gap("from", "audited_on/from");
  else if (to && to < from) yield gap("order", "audited_on/to");
  for (const [at, auditor] of (audit.auditors ?? []).entries()) {
    if (auditor.organisation && !auditor.name) {
      yield gap("auditor", `auditors/${at}/name`, { number: at + 1 });
    }
  }
  if (audit.previous?.state && !audit.previous.last_day) yield gap("previous", "previous/last_day");
}

function* gapsOfFindings(audit) {
  const first = audit.audited_on?.from;
  for (const [id, finding] of Object.entries(audit.findings ?? {})) {
    if (finding.status === "not_applicable" && !finding.justification) {
      yield gap("justification", `findings/${id}/justification`, { id });
    }
    if (first && finding.action?.due < first) yield gap("due", `findings/${id}/action/due`, { id });
  }
}

const DAYS = [...document.querySelectorAll("#audit input[type=date]")];

/** Begun, impossible, or with a year of five digits: browsers give a script no text of most of them. */
function isWrongDay({ type, value, validity }) {
  return type === "date" && (value ? !isDay(value) : validity.badInput);
}

/** The fields in which something stands that is no day: no file could hold it. */
const wrongDays = () => DAYS.filter(isWrongDay);

function* gapsOfDays() {
  for (const { name } of wrongDays()) yield gap("day", name, { label: labelOf(name) });
}

/** Of a file that is too large, the longest text is the first to shorten. */
function* gapsOfSize(audit) {
  if (!isTooLarge(laidOut(audit))) return;
  let longest = form.elements[0];
  for (const field of form.querySelectorAll("textarea, input[type=text]")) {
    if (field.value.length > (longest.value?.length ?? 0)) longest = field;
  }
  const { name, id } = longest;
  yield { ...gap("large", name, { limit: DATA.most_bytes / 1024, label: labelOf(name) }), place: id };
}

/** Texts that no file may hold. */
function* gapsOfTexts(value, shape, path) {
  if (isNothing(value)) return;
  if (isText(shape)) {
    const name = path.join("/");
    const label = labelOf(name);
    const hidden = HIDDEN.exec(value);
    if (hidden) {
      const code = hidden[0].codePointAt(0).toString(16).toUpperCase().padStart(4, "0");
      yield gap("hidden", name, { label, code: `U+${code}` });
    } else if (value.length > DATA.longest_text) {
      yield gap("long", name, { label, limit: DATA.longest_text });
    } else if (shape === IDENTIFIER && !(IDENTIFIERS.test(value) && value.length <= DATA.longest_id)) {
      yield { sentence: noIdentifier(value), place: `f/${name}` };
    }
  } else if (shape.each) {
    const inside = isText(shape.each) ? () => path : (at) => [...path, at];
    for (const [at, item] of listed(value).entries()) yield* gapsOfTexts(item, shape.each, inside(at));
  } else {
    for (const [key, one] of Object.entries(value)) {
      yield* gapsOfTexts(one, shape.by_criterion ?? shape[key], [...path, key]);
    }
  }
}

function gap(key, name, blanks = {}) {
  return { sentence: say(DATA.said[`gap_${key}`], blanks), place: `f/${name}` };
}
