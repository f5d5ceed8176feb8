
// ── The page: what is filled in ──────────────────────────────────────────────────────────────────

const form = byId("audit");
const controls = new Map(); // each field by its name, which is its path in the audit
for (const control of form.elements) {
  if (control.name) controls.set(control.name, [...(controls.get(control.name) ?? []), control]);
}
let audit; // what is filled in
let savedText; // the file as it was last opened or saved
let draft;
const daysBefore = new Map(); // what is typed passes by other days: one that comes to none changes nothing

// Where a browser can, a field is as high as its text; the checker of style sheets knows no such rule.
const GROWS = CSS.supports("field-sizing", "content");
if (GROWS) document.styleSheets[0].insertRule("textarea { field-sizing: content }");

/** Whether a file that cpe-label reads holds what the page shows. */
const isSaved = () => fileOf(audit) === savedText && !wrongDays().length && !isTooLarge(savedText);

/** Take another audit into the page. `text` is the file that already holds it, if one does. */
function load(next, kept, text) {
  audit = { kind: "audit", ...tidy(next, SHAPE) }; // the choice that a new page shows
  savedText = text;
  draft = kept;
  showText("not-recalled", ""); // of another audit, it is told again
  showAuditors();
  for (const [name, same] of controls) same.forEach((control) => fill(control, valueAt(name)));
  for (const block of form.querySelectorAll("details.more")) {
    block.open = [...block.querySelectorAll("input, textarea")].some((one) => one.value);
  }
  refresh();
  showDraftState(kept.text === null ? "" : "draft_kept");
  showDrafts();
}

function valueAt(name) {
  return name.split("/").reduce(own, audit);
}

function fill(control, value) {
  if (control.type === "radio") {
    control.checked = control.value === (value ?? "");
    return;
  }
  control.value = control.dataset.lines ? linesOf(listed(value ?? [])) : value ?? "";
  if (control.rows && !GROWS) control.rows = Math.min(20, Math.max(2, control.value.length / 60));
}

/** Each text on a line of its own; a line break inside one is shown as ⏎. */
function linesOf(items) {
  return items.map(lineOf).join("\n");
}

function lineOf(item) {
  return item.replaceAll("⏎", "⏎⏎").replace(/\r\n?|\n/g, "⏎");
}

/** The texts of some lines; one whose line did not change stays as it was, to the last blank. */
function itemsOf(lines, before) {
  const known = new Map(before.map((item) => [lineOf(item), item]));
  const read = (line) => line.replace(/⏎⏎?/g, (sign) => (sign === "⏎" ? "\n" : "⏎"));
  return lines.split("\n").filter((line) => !BLANK.test(line)).map((line) => known.get(line) ?? read(line));
}

/** Put what a field holds in the audit; what is blank is absent. */
function take(control) {
  const before = valueAt(control.name);
  let value = isWrongDay(control) ? daysBefore.get(control.name) : control.value;
  if (control.dataset.lines) value = itemsOf(value, listed(before ?? []));
  put(audit, control.name.split("/"), isNothing(value) ? undefined : value);
}

function put(holder, [key, ...rest], value) {
  if (!rest.length) {
    if (value === undefined) delete holder[key];
    else holder[key] = value;
    return;
  }
  if (!own(holder, key)) holder[key] = {};
  put(holder[key], rest, value);
}

/** What another organisation was found to be must not be read, or printed, as this one's. */
function recall() {
  const { former } = DATA;
  const isOfAnother = former !== null && !isSame(former, audit.organisation ?? {});
  form.classList.toggle("of-another", isOfAnother);
  showText("not-recalled", isOfAnother ? say(DATA.said.not_recalled, former) : "");
}

/** By their identifiers; where one has none, by their names. */
function isSame(one, other) {
  const folded = (name) => (name ?? "").normalize("NFC").toLowerCase().replace(/\s+/g, " ").trim();
  if (one.id && other.id) return one.id === other.id;
  return folded(one.name) === folded(other.name);
}

function refresh() {
  recall();
  const result = score(DATA.referential, audit.findings);
  showResult(audit, result);
  showGaps(writtenOf(audit), result);
  byId("file-state").textContent = fileState();
  return result;
}

function fileState() {
  if (isTooLarge(fileOf(audit))) return say(DATA.said.large, { limit: DATA.most_bytes / 1024 });
  return DATA.said[isSaved() ? "unchanged" : "unsaved"];
}

form.addEventListener("input", ({ target }) => {
  if (!target.name) return;
  byId("said").textContent = ""; // it speaks of what was before
  take(target);
  const result = refresh();
  if (target.type === "radio" && target.dataset.criterion) {
    announce(audit, result, target.dataset.criterion);
  }
  if (!isSaved()) byId("forget").hidden = true;
  keepSoon();
});
form.addEventListener("focusin", ({ target }) => {
  if (target.type === "date" && !isWrongDay(target)) daysBefore.set(target.name, target.value);
});
form.addEventListener("focusout", ({ target }) => {
  if (isWrongDay(target)) refresh(); // of a day that never was one, browsers tell no input
});

// With the keyboard, arrows go from answer to answer and choose, as everywhere. Who clicked an answer
// presses one to scroll, and would change it: a click leaves no focus there. Tab goes on from it.
let isClicked = false;
addEventListener("pointerup", () => {
  isClicked = true;
  setTimeout(() => { isClicked = false; }); // the click itself comes before that
}, true);
form.addEventListener("click", ({ target }) => {
  if (isClicked && target.type === "radio") target.blur();
});
form.addEventListener("submit", (event) => event.preventDefault());

load(DATA.start, new Draft(), fileOf(DATA.start));
byId("all").disabled = false;
