
// ── How sentences show what was written: text/display.py, model/number_reading.py ────────────────

const UNSAFE = new RegExp(DATA.unsafe, "gu");

/** A text between guillemets, its start alone if it is long, without a sign that is not seen. */
function quoted(text) {
  const letters = [...text];
  const most = DATA.longest_quote;
  const shown = letters.length > most ? `${letters.slice(0, most - 1).join("")}…` : text;
  return say(DATA.said.quoted, { text: shown.replace(UNSAFE, escaped) });
}

function escaped(sign) {
  const code = sign.codePointAt(0).toString(16);
  return code.length > 4 ? `\\U${code.padStart(8, "0")}` : `\\u${code.padStart(4, "0")}`;
}

/** The first of some names, as a sentence lists them. */
function few(names) {
  const most = DATA.most_named;
  if (names.length > most) {
    const shown = names.slice(0, most - 1);
    return say(DATA.more_names, { names: shown.join(", "), count: names.length - shown.length });
  }
  if (names.length < 2) return names.join("");
  return say(DATA.last_name, { before: names.slice(0, -1).join(", "), last: names.at(-1) });
}

/** That a text is no identifier, with the one that was probably meant: the sentence of `check`. */
function noIdentifier(text) {
  const near = identifierMeant(text);
  const sentence = say(DATA.no_identifier, { value: quoted(text) });
  return near ? `${sentence} ${say(DATA.near_miss, { near: quoted(near) })}` : sentence;
}

/** A number that is written in groups, without its spaces; else with « - » for other signs. */
function identifierMeant(text) {
  if ([...text].length > DATA.longest_meant) return "";
  const close = text.replace(/(?:[^\S\ufeff]|[\u0085\u200b.-])+/g, "");
  if (/^(?:[0-9]{9}|[0-9]{14})$/.test(close)) return close;
  const letters = text.normalize("NFKD").replace(/[\p{Mn}\p{Cf}]/gu, "");
  const joined = letters.replace(/[\s\u0085/–—_.,:-]+/g, "-").replace(/^-|-$/g, "");
  return /^[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$/.test(joined) ? joined : "";
}

/** What the page calls a place in a file: the label of a field, with its criterion or its number. */
function placeInWords(path) {
  const [group, item] = path;
  const isOfCriterion = group === "findings" && path.length > 1;
  const named = path.filter((step, at) => typeof step === "string" && !(isOfCriterion && at === 1));
  const label = own(DATA.labels, named.join(".")) ?? named.at(-1);
  if (isOfCriterion) return named.length > 1 ? `${item} – ${label}` : item;
  return typeof item === "number" ? `${label} (${item + 1})` : label;
}
