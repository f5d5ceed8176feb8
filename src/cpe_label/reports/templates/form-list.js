
// ── The drafts that this browser keeps, as the page lists them ───────────────────────────────────

function showDrafts() {
  const { drafts, foreign } = draftsKept();
  const others = drafts.filter((one) => DRAFTS + one.name !== draft.key);
  const older = draftsOfOtherEditions();
  byId("drafts").hidden = !others.length && !foreign && !older.length;
  byId("draft-list").replaceChildren(
    ...others.map((one) => draftItem(one, others)), ...older.map(olderItem));
  byId("foreign").textContent = foreign ? say(DATA.said.draft_foreign, { count: foreign }) : "";
}

function draftItem(one, others) {
  const name = [draftInWords(one), differenceInWords(one, others)].filter(Boolean).join(", ");
  const state = DATA.said[one.isSaved ? "draft_saved" : "draft_unsaved"];
  const item = made("li", `${name} (${state}) `);
  item.append(
    button(DATA.said.resume, name, () => resume(one, name)),
    " ",
    button(DATA.said.forget, name, () => forget(DRAFTS + one.name, name)),
  );
  return item;
}

/** One that this page cannot resume, and can erase. */
function olderItem({ key, name: who, at }) {
  const draft = say(DATA.said.draft_of_edition, { name: who || DATA.said.draft_unnamed });
  const name = withTime(draft, at);
  const item = made("li", `${name} `);
  item.append(button(DATA.said.forget, name, () => forget(key, name)));
  return item;
}

function button(text, about, act) {
  const one = made("button", text, { type: "button", "aria-label": `${text} – ${about}` });
  one.addEventListener("click", act);
  return one;
}

/** The organisation, its first day, how far one is, and when that was kept. */
function draftInWords({ audit: one, at }) {
  const count = [...CRITERIA.values()].filter((each) => isAssessed(one, each)).length;
  const name = one.organisation?.name ?? DATA.said.draft_unnamed;
  const first = one.audited_on?.from;
  const blanks = { name, count, day: first && dayInWords(first) };
  return withTime(say(DATA.said[first ? "draft_dated" : "draft_one"], blanks), at);
}

function withTime(draft, at) {
  const [day, time] = at.split("T");
  return at ? say(DATA.said.draft_at, { draft, day: dayInWords(day), time }) : draft;
}

/** Of drafts that read alike, where each differs from the last: a time alone tells nothing of it. */
function differenceInWords(one, others) {
  const read = (draft) => draftInWords({ ...draft, at: "" });
  const last = others.find((other) => read(other) === read(one)); // the last comes first
  if (last === one) return "";
  const names = fieldsThatDiffer(tidy(one.audit, SHAPE), tidy(last.audit, SHAPE), SHAPE, []);
  if (!names.length) return DATA.said.draft_same;
  return say(DATA.said.draft_differs, { fields: few([...new Set(names)]) });
}

function fieldsThatDiffer(one, other, shape, path) {
  if (JSON.stringify(one) === JSON.stringify(other)) return [];
  if (isText(shape) || isText(shape.each ?? {})) return [placeInWords(path)];
  const keys = new Set([...Object.keys(one ?? {}), ...Object.keys(other ?? {})]);
  const step = (key) => (shape.each ? Number(key) : key);
  return [...keys].flatMap((key) => fieldsThatDiffer(
    own(one, key), own(other, key), shape.each ?? shape.by_criterion ?? shape[key], [...path, step(key)]));
}

function resume(one, name) {
  if (!isSaved() && !confirm(DATA.said.confirm_open)) return;
  keepDraft();
  load(one.audit, new Draft(one.name, one), one.isSaved ? fileOf(one.audit) : null);
  tell("said", "resumed", { draft: name });
  tellTabs();
}

function forget(key, name) {
  if (confirm(say(DATA.said.confirm_forget, { draft: name }))) storage().removeItem(key);
  showDrafts();
}
