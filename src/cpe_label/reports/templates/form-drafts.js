
// ── Drafts: a second net in the browser, one for each audit that is being filled in ──────────────

const DRAFTS = `cpe-label/draft/${DATA.referential.digest}/`;

/** What the browser keeps for this page, or null where it keeps nothing. */
function storage() {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

class Draft {
  constructor(name = newName(), text = null) {
    Object.assign(this, { key: DRAFTS + name, text });
  }

  /** Keep the audit. Returns the key of what there is to say: kept, refused, full, elsewhere. */
  keep(audit, isSaved) {
    const text = JSON.stringify({ saved: isSaved, audit });
    try {
      const kept = window.localStorage.getItem(this.key);
      const isElsewhere = kept !== null && kept !== this.text;
      if (isElsewhere) this.key = DRAFTS + newName(); // the other tab keeps its own
      window.localStorage.setItem(this.key, text);
      this.text = text;
      return isElsewhere ? "draft_elsewhere" : "draft_kept";
    } catch (error) {
      return error.name === "SecurityError" || !storage() ? "draft_refused" : "draft_full";
    }
  }
}

/** A name that no other draft has: by chance, since a clock may be wrong. */
function newName() {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (one) => one.toString(36)).join("");
}

/** The drafts of this referential, and how many there are that cannot be read. */
function draftsKept() {
  const kept = storage();
  const keys = kept ? Object.keys(kept).filter((key) => key.startsWith(DRAFTS)).sort() : [];
  const found = keys.map((key) => draftIn(key.slice(DRAFTS.length), kept.getItem(key)));
  return { drafts: found.filter(Boolean), foreign: found.filter((one) => !one).length };
}

/** A draft that can be resumed; null if something else wrote it, or only part of it is there. */
function draftIn(name, text) {
  try {
    const { saved, audit } = JSON.parse(text);
    refuseOther(own(audit, "referential"));
    check(audit, SHAPE, []);
    return { name, text, audit, isSaved: saved === true };
  } catch {
    return null;
  }
}

// ── Drafts that are kept, resumed and erased ─────────────────────────────────────────────────────

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
  load(one.audit, new Draft(one.name, one.text), one.isSaved ? fileOf(one.audit) : null);
  tell("said", "resumed", { draft: name });
}

function forget(one, name) {
  if (confirm(say(DATA.said.confirm_forget, { draft: name }))) storage().removeItem(DRAFTS + one.name);
  showDrafts();
}
