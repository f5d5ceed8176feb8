
// ── The audit file: what it may hold, in the order in which it is written ────────────────────────

const DAY = "day";
const TEXT = "text";
const IDENTIFIER = "identifier";
/** What each key holds: a kind of text, the words that it may be, a list, or a mapping. */
const SHAPE = {
  format: ["cpe-label/audit/1"],
  referential: { id: IDENTIFIER, version: IDENTIFIER },
  organisation: { id: IDENTIFIER, name: TEXT, region: TEXT },
  kind: ["audit", "self_assessment"],
  audited_on: { from: DAY, to: DAY },
  auditors: { each: { name: TEXT, organisation: TEXT } },
  findings: {
    by_criterion: {
      status: ["met", "not_met", "not_applicable"],
      evidence: { each: TEXT },
      comment: TEXT,
      good_practice: TEXT,
      recommendation: TEXT,
      action: { owner: TEXT, due: DAY },
      justification: TEXT,
    },
  },
  response: TEXT,
  opinion: TEXT,
  previous: { last_day: DAY, state: ["suspended", "withdrawn"] },
  decision: { outcome: ["granted", "refused", "adjourned"], decided_on: DAY, reason: TEXT },
  events: { each: { event: ["suspended", "reinstated", "withdrawn"], on: DAY, reason: TEXT } },
};

/** Why an audit file cannot be opened: the key of a sentence, and its blanks. */
class Refusal extends Error {
  constructor(key, blanks = {}) {
    super(key);
    Object.assign(this, { key, blanks });
  }
}

const ZIP = [0x50, 0x4b, 0x03, 0x04]; // how an .xlsx and an .ods start
const KEYS_OF_YAML = /^(?:format|referential|organisation|kind|audited_on|findings)[ \t]*:/m;

/** The audit in the bytes of a file. Throws a Refusal for anything that is none of this page. */
function auditIn(bytes) {
  let text;
  let found;
  const signs = new Uint8Array(bytes);
  if (ZIP.every((sign, at) => signs[at] === sign)) throw new Refusal("workbook");
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal("not_utf8");
  }
  try {
    found = JSON.parse(text);
  } catch {
    const isYaml = KEYS_OF_YAML.test(text) && !/^\s*[{[]/.test(text);
    throw new Refusal(isYaml ? "yaml" : "not_json");
  }
  if (own(found, "format") !== SHAPE.format[0]) throw new Refusal("not_audit");
  refuseOther(own(found, "referential"));
  refuseKeysTwice(text);
  check(found, SHAPE, []);
  return found;
}

function refuseOther(named) {
  for (const [key, about] of [["id", "other_referential"], ["version", "other_version"]]) {
    const [found, expected] = [own(named, key), DATA.referential[key]];
    if (found !== expected) {
      throw new Refusal(about, { found: String(found ?? "–").slice(0, 80), expected });
    }
  }
}

/** Of a key that is there twice, the reader of the browser would keep one without a word. */
function refuseKeysTwice(text) {
  const open = [];
  let path = [];
  for (const [, string, colon, sign] of text.matchAll(/("[^"\\]*(?:\\.[^"\\]*)*")(\s*:)?|([{}[\]])/g)) {
    if (sign === "{" || sign === "[") open.push({ keys: new Set(), path });
    else if (sign) path = open.pop().path;
    else if (colon) {
      const [key, { keys, path: above }] = [JSON.parse(string), open.at(-1)];
      path = [...above, key];
      if (keys.has(key)) throw new Refusal("key_twice", { where: placeInWords(path) });
      keys.add(key);
    }
  }
}

/**
 * Hold a value against its shape. What is absent in a file (null, "", nothing) always fits, and a
 * text whatever it says: `gaps` lists what is to correct. Throws a Refusal for what would be lost.
 */
function check(value, shape, path) {
  if (isNothing(value)) return;
  if (!isOfKind(value, shape)) throw new Refusal("wrong_value", { where: placeInWords(path) });
  if (shape.each) {
    listed(value).forEach((item, at) => check(item, shape.each, [...path, at]));
  } else if (!isText(shape)) {
    for (const [key, inside] of Object.entries(value)) {
      check(inside, inner(shape, key, path), [...path, key]);
    }
    refusePermission(value, shape, path);
  }
}

function isOfKind(value, shape) {
  if (Array.isArray(shape)) return shape.includes(value);
  if (isText(shape)) return typeof value === "string" && (shape !== DAY || isDay(value));
  if (!shape.each) return typeof value === "object" && !Array.isArray(value);
  if (Array.isArray(value)) return value.every((item) => item !== null);
  return isText(shape.each) && typeof value === "string";
}

function isText(shape) {
  return typeof shape === "string" || Array.isArray(shape);
}

/** One text where a list of texts is expected is a list of one. */
function listed(value) {
  return Array.isArray(value) ? value : [value];
}

function inner(shape, key, path) {
  if (!shape.by_criterion) {
    if (!Object.hasOwn(shape, key)) {
      throw new Refusal("unknown_key", { where: placeInWords([...path, key]) });
    }
    return shape[key];
  }
  if (!CRITERIA.has(key)) throw new Refusal("unknown_criterion", { where: key });
  return shape.by_criterion;
}

/** RC-4: a status that the page does not offer for this criterion would be lost in it. */
function refusePermission(finding, shape, path) {
  const allowed = shape !== SHAPE.findings.by_criterion || CRITERIA.get(path[1]).may_not_apply;
  if (!allowed && finding.status === "not_applicable") {
    throw new Refusal("wrong_value", { where: placeInWords([...path, "status"]) });
  }
}

/** Whether a text is a day of the calendar: no clock is asked, and none can be wrong. */
function isDay(text) {
  const written = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(text);
  if (!written || written[1] === "0000") return false;
  const [year, month, day] = written.slice(1).map(Number);
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day >= 1 && day <= (lengths[month - 1] ?? 0);
}

const BLANK = /^[\s\u0085]*$/;

/** What a file may leave out: no value, and a text of blanks. */
function isNothing(value) {
  return value === undefined || value === null || (typeof value === "string" && BLANK.test(value));
}

// ── Writing ──────────────────────────────────────────────────────────────────────────────────────

/** The text of the file, laid out as the engine writes an audit as JSON. */
function fileOf(audit) {
  return laidOut(writtenOf(audit));
}

function laidOut(audit) {
  return JSON.stringify(tidy(audit, SHAPE), null, 2) + "\n";
}

/**
 * What of the audit a file holds. Why a criterion does not apply stays in the page while another
 * status is tried, and is not written with it: no report would show it.
 */
function writtenOf(audit) {
  const findings = Object.entries(audit.findings ?? {}).map(([id, finding]) => {
    const { justification, ...rest } = finding;
    return [id, hasNoUse(id, finding) ? rest : finding];
  });
  return { ...audit, findings: Object.fromEntries(findings) };
}

/** Of a criterion without a field for it, what a file held stays there, and `check` warns of it. */
function hasNoUse(id, finding) {
  return CRITERIA.get(id).may_not_apply && finding.status !== "not_applicable";
}

/** The same audit with its keys in order and without what holds nothing; undefined for nothing. */
function tidy(value, shape) {
  if (isNothing(value)) return undefined;
  if (isText(shape)) return value;
  if (shape.each) {
    const items = listed(value).map((one) => tidy(one, shape.each));
    const kept = items.filter((one) => one !== undefined);
    return kept.length ? kept : undefined;
  }
  const keys = shape.by_criterion ? Object.keys(value) : Object.keys(shape);
  const pairs = keys.map((key) => [key, tidy(own(value, key), shape.by_criterion ?? shape[key])]);
  const kept = pairs.filter(([, one]) => one !== undefined);
  return kept.length ? Object.fromEntries(kept) : undefined;
}

/** Whether a file is over the size that cpe-label reads. */
function isTooLarge(text) {
  if (text.length > DATA.most_bytes) return true; // no sign takes less than a byte
  return text.length * 3 > DATA.most_bytes && new Blob([text]).size > DATA.most_bytes;
}

const IN_PLAIN_LETTERS = { œ: "oe", æ: "ae", ß: "ss", ø: "o", đ: "d", ł: "l" };

/** A name for the file: the organisation's in plain letters, and the first day. */
function fileName(audit) {
  const small = (audit.organisation?.name ?? "").toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
  const letters = small.replace(/[œæßøđł]/g, (one) => IN_PLAIN_LETTERS[one]);
  const name = letters.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 60);
  return ["audit", name, audit.audited_on?.from].filter(Boolean).join("-") + ".json";
}
