
// ── The drafts that this browser keeps, as the page lists them ───────────────────────────────────

function showDrafts() {
  const { drafts, foreign } = draftsKept();
  const others = drafts.filter((one) => DRAFTS + one.name !== draft.key);
  byId("drafts").hidden = !others.length && !foreign;
  byId("draft-list").replaceChildren(...others.map(draftItem));
  byId("foreign").textContent = foreign ? say(DATA.said.draft_foreign, { count: foreign }) : "";
}

function draftItem(one) {
  const name = draftInWords(one);
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

/** The organisation, its first day, how far one is, and when that was kept. */
function draftInWords({ audit: one, at }) {
  const count = [...CRITERIA.values()].filter((each) => isAssessed(one, each)).length;
  const name = one.organisation?.name ?? DATA.said.draft_unnamed;
  const first = one.audited_on?.from;
  const blanks = { name, count, day: first && dayInWords(first) };
  const draft = say(DATA.said[first ? "draft_dated" : "draft_one"], blanks);
  const [day, time] = at.split("T");
  return at ? say(DATA.said.draft_at, { draft, day: dayInWords(day), time }) : draft;
}

function resume(one, name) {
  if (!isSaved() && !confirm(DATA.said.confirm_open)) return;
  keepDraft();
  load(one.audit, new Draft(one.name, one), one.isSaved ? fileOf(one.audit) : null);
  tell("said", "resumed", { draft: name });
}

function forget(one, name) {
  if (confirm(say(DATA.said.confirm_forget, { draft: name }))) storage().removeItem(DRAFTS + one.name);
  showDrafts();
}
