
// ── The page: what is filled in, saved and opened ────────────────────────────────────────────────

const form = byId("audit");
const controls = new Map(); // each field by its name, which is its path in the audit
for (const control of form.elements) {
  if (control.name) controls.set(control.name, [...(controls.get(control.name) ?? []), control]);
}
let audit; // what is filled in
let savedText; // the file as it was last opened or saved
let draft;

// Where a browser can, a field is as high as its text; the checker of style sheets knows no such rule.
const GROWS = CSS.supports("field-sizing", "content");
if (GROWS) document.styleSheets[0].insertRule("textarea { field-sizing: content }");

const isSaved = () => fileOf(audit) === savedText;

/** Take another audit into the page. `text` is the file that already holds it, if one does. */
function load(next, kept, text = fileOf(next)) {
  audit = { kind: "audit", ...tidy(next, SHAPE) }; // the choice that a new page shows
  savedText = text;
  draft = kept;
  showAuditors();
  for (const [name, same] of controls) same.forEach((control) => fill(control, valueAt(name)));
  for (const block of form.querySelectorAll("details.more")) {
    block.open = [...block.querySelectorAll("input, textarea")].some((one) => one.value);
  }
  refresh();
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
  let value = control.value;
  if (control.dataset.lines) value = itemsOf(value, listed(before ?? []));
  if (control.type === "date" && !isDay(value)) value = undefined;
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

function refresh() {
  const result = score(DATA.referential, audit.findings);
  showResult(audit, result);
  showGaps(audit);
  byId("file-state").textContent = DATA.said[isSaved() ? "unchanged" : "unsaved"];
  return result;
}

form.addEventListener("input", ({ target }) => {
  if (!target.name) return;
  byId("said").textContent = ""; // it speaks of what was before
  take(target);
  const result = refresh();
  if (target.type === "radio" && target.dataset.criterion) {
    announce(audit, result, target.dataset.criterion);
  }
  keepSoon();
});
form.addEventListener("submit", (event) => event.preventDefault());

// ── Auditors ─────────────────────────────────────────────────────────────────────────────────────

function showAuditors() {
  if (!audit.auditors?.length) audit.auditors = [{}];
  byId("auditors").replaceChildren(...audit.auditors.map(auditorRow));
}

function auditorRow(auditor, at) {
  const row = byId("auditor").content.firstElementChild.cloneNode(true);
  row.querySelector("legend").textContent = say(DATA.said.auditor, { number: at + 1 });
  for (const field of row.querySelectorAll("[data-key]")) {
    const name = `auditors/${at}/${field.dataset.key}`;
    const input = field.querySelector("input");
    Object.assign(input, { id: `f/${name}`, name, value: auditor[field.dataset.key] ?? "" });
    field.querySelector("label").htmlFor = input.id;
  }
  const button = row.querySelector("button");
  button.textContent = say(DATA.said.remove_auditor, { number: at + 1 });
  button.addEventListener("click", () => changeAuditors(audit.auditors.toSpliced(at, 1)));
  return row;
}

function changeAuditors(auditors) {
  audit.auditors = auditors;
  showAuditors();
  byId("add-auditor").focus();
  refresh();
  keepSoon();
}

byId("add-auditor").addEventListener("click", () => {
  changeAuditors([...audit.auditors, {}]);
  byId(`f/auditors/${audit.auditors.length - 1}/name`).focus();
});

// ── Files ────────────────────────────────────────────────────────────────────────────────────────

/** Say what was done, or what went wrong, which stays until something else is said. */
function tell(place, key, blanks) {
  for (const one of ["said", "trouble"]) {
    byId(one).textContent = one === place ? say(DATA.said[key], blanks) : "";
  }
}

byId("save").addEventListener("click", () => {
  const text = fileOf(audit);
  const blob = new Blob([text], { type: "application/json" });
  const link = made("a", "", { href: URL.createObjectURL(blob), download: fileName(audit) });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  savedText = text;
  const isLarge = blob.size > DATA.most_bytes;
  const blanks = { file: link.download, limit: DATA.most_bytes / 1024 };
  tell(isLarge ? "trouble" : "said", isLarge ? "saved_large" : "saved", blanks);
  refresh();
  keepDraft();
});

byId("open").addEventListener("change", async ({ target }) => {
  const [file] = target.files;
  if (!file) return;
  try {
    if (file.size > DATA.most_bytes) throw new Refusal("too_large", { limit: DATA.most_bytes / 1024 });
    const found = auditIn(await file.arrayBuffer());
    if (isSaved() || confirm(DATA.said.confirm_open)) {
      keepDraft();
      load(found, new Draft());
      tell("said", "opened", { file: file.name });
    }
  } catch (error) {
    const { key, blanks } = error instanceof Refusal ? error : { key: "unreadable" };
    tell("trouble", "not_opened", { file: file.name, reason: say(DATA.said[key], blanks) });
  }
  target.value = ""; // the same file can be chosen again
});

addEventListener("beforeunload", (event) => {
  if (!isSaved()) event.preventDefault();
});

// ── Drafts ───────────────────────────────────────────────────────────────────────────────────────

let timer;

function keepSoon() {
  clearTimeout(timer);
  timer = setTimeout(keepDraft, 400);
}

function keepDraft() {
  clearTimeout(timer);
  if (isSaved() && draft.text === null) return; // nothing was changed: there is nothing to keep
  const found = draft.keep(tidy(audit, SHAPE), isSaved());
  byId("draft-state").textContent = DATA.said[found === "draft_elsewhere" ? "draft_kept" : found];
  if (found === "draft_elsewhere") tell("trouble", found);
}

addEventListener("pagehide", keepDraft);
addEventListener("storage", ({ key, newValue }) => {
  const isOurs = key === draft.key && draft.text !== null;
  if (isOurs && newValue !== null && newValue !== draft.text) keepDraft();
  showDrafts();
});

function showDrafts() {
  const { drafts, foreign } = draftsKept();
  const others = drafts.filter((one) => DRAFTS + one.name !== draft.key);
  byId("drafts").hidden = !others.length && !foreign;
  byId("draft-list").replaceChildren(...others.map(draftItem));
  byId("foreign").textContent = foreign ? say(DATA.said.draft_foreign, { count: foreign }) : "";
}

function draftItem(one) {
  const name = draftInWords(one.audit);
  const state = DATA.said[one.isSaved ? "draft_saved" : "draft_unsaved"];
  const item = made("li", `${name} (${state}) `);
  item.append(
    button(DATA.said.resume, name, () => resume(one, name)),
    " ",
    button(DATA.said.forget, name, () => forget(one, name)),
  );
  return item;
}

function button(text, about, act) {
  const one = made("button", text, { type: "button", "aria-label": `${text} – ${about}` });
  one.addEventListener("click", act);
  return one;
}

function draftInWords(one) {
  const count = [...CRITERIA.values()].filter((each) => isAssessed(one, each)).length;
  const name = one.organisation?.name ?? DATA.said.draft_unnamed;
  const day = one.audited_on?.from;
  return say(DATA.said[day ? "draft_dated" : "draft_one"], { name, day, count });
}

function resume(one, name) {
  if (!isSaved() && !confirm(DATA.said.confirm_open)) return;
  keepDraft();
  load(one.audit, new Draft(one.name, one.text), one.isSaved ? undefined : null);
  tell("said", "resumed", { draft: name });
}

function forget(one, name) {
  if (confirm(say(DATA.said.confirm_forget, { draft: name }))) storage().removeItem(DRAFTS + one.name);
  showDrafts();
}

// ── Finding one's way ────────────────────────────────────────────────────────────────────────────

/** Show the criteria of a level, and those to assess or not met; the rest is hidden. */
function filter() {
  const [status, level] = [byId("only-status").value, byId("only-level").value];
  let count = 0;
  for (const [id, criterion] of CRITERIA) {
    const found = statusOf(criterion, own(audit.findings, id));
    const isShown = (!status || status === found) && (!level || level === criterion.level);
    byId(`c/${id}`).hidden = !isShown;
    count += isShown;
  }
  for (const section of form.querySelectorAll("section.criteria")) {
    section.hidden = !section.querySelector(".criterion:not([hidden])");
  }
  byId("shown").textContent = say(DATA.said.shown, { count });
}

for (const id of ["only-status", "only-level"]) byId(id).addEventListener("change", filter);

function showAll() {
  byId("only-status").value = byId("only-level").value = "";
  filter();
}

/** Go to a field or a criterion, wherever it is folded or hidden. */
document.addEventListener("click", (event) => {
  const place = event.target.closest("a[href^='#']")?.getAttribute("href").slice(1);
  const goal = place && byId(place);
  if (!goal) return;
  event.preventDefault();
  if (goal.closest("[hidden]")) showAll();
  for (let one = goal.closest("details"); one; one = one.parentElement.closest("details")) one.open = true;
  const below = document.querySelector(".tools").offsetHeight + 12;
  document.documentElement.style.scrollPaddingTop = `${below}px`;
  goal.scrollIntoView();
  (goal.matches("input, textarea, select, h2") ? goal : goal.querySelector("h2, h3")).focus();
});

function labelOf(name) {
  const [group, id] = name.split("/");
  const label = byId(`f/${name}`)?.labels[0].textContent ?? name;
  return group === "findings" ? `${id} – ${label}` : label;
}

load(DATA.start, new Draft());
byId("all").disabled = false;
if (!storage()) byId("draft-state").textContent = DATA.said.draft_refused;
