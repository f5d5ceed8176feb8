
// ── Drafts: a second net in the browser, one for each audit that is being filled in ──────────────

const ALL_DRAFTS = "cpe-label/draft/";
const DRAFTS = `${ALL_DRAFTS}${DATA.referential.digest}/`;

/** What the browser keeps for this page, or null where it keeps nothing. */
function storage() {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

const WHEN = /^[0-9]{4}-(?:0[1-9]|1[0-2])-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}$/;

class Draft {
  /** The draft of a name, new or as it was found. */
  constructor(name = newName(), { text = null, held = null } = {}) {
    Object.assign(this, { key: DRAFTS + name, text, held });
  }

  /** Keep the audit. Returns the key of what there is to say: kept, refused, full, elsewhere, erased. */
  keep(audit, isSaved) {
    const held = heldIn(audit, isSaved);
    try {
      const kept = window.localStorage.getItem(this.key);
      if (kept === null && held === this.held) return "draft_erased"; // and nothing changed since
      const isElsewhere = kept !== null && kept !== this.text;
      if (kept !== null && !isElsewhere && held === this.held) return "draft_kept"; // at its time
      if (isElsewhere) { // the other tab keeps its own, and learns of it
        this.left = this.key;
        this.key = DRAFTS + newName();
      }
      const text = JSON.stringify({ saved: isSaved, at: now(), left: this.left, audit });
      window.localStorage.setItem(this.key, text);
      Object.assign(this, { text, held, left: undefined });
      return isElsewhere ? "draft_elsewhere" : "draft_kept";
    } catch (error) {
      return error.name === "SecurityError" || !storage() ? "draft_refused" : "draft_full";
    }
  }
}

/** What a draft keeps of an audit, without when. */
function heldIn(audit, isSaved) {
  return JSON.stringify({ saved: isSaved, audit });
}

/** The day and the time on this device, to tell drafts apart: nothing else depends on its clock. */
function now() {
  const clock = new Date();
  clock.setMinutes(clock.getMinutes() - clock.getTimezoneOffset()); // it writes the time of Greenwich
  return clock.toISOString().slice(0, 19);
}

/** A name that no other draft has: by chance, since a clock may be wrong. */
function newName() {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (one) => one.toString(36)).join("");
}

/** The drafts of this referential, the last first, and how many there are that cannot be read. */
function draftsKept() {
  const kept = storage();
  const keys = kept ? Object.keys(kept).filter((key) => key.startsWith(DRAFTS)).sort() : [];
  const found = keys.map((key) => draftIn(key.slice(DRAFTS.length), kept.getItem(key)));
  const drafts = found.filter(Boolean).sort((one, other) => (one.at < other.at) - (one.at > other.at));
  return { drafts, foreign: found.length - drafts.length };
}

/** Drafts of another edition of this version, whose criteria may be others: their keys, of whom and when. */
function draftsOfOtherEditions() {
  const kept = storage();
  const keys = kept ? Object.keys(kept).filter((key) => key.startsWith(ALL_DRAFTS)).sort() : [];
  return keys.filter((key) => !key.startsWith(DRAFTS)).flatMap((key) => {
    try {
      const { at, audit } = JSON.parse(kept.getItem(key));
      refuseOther(own(audit, "referential"));
      const name = audit.organisation?.name;
      return [{ key, name: typeof name === "string" ? name : "", at: WHEN.test(at) ? at : "" }];
    } catch {
      return []; // of another referential, or what another program left
    }
  });
}

/** A draft that can be resumed; null if something else wrote it, or only part of it is there. */
function draftIn(name, text) {
  try {
    const { saved, at, left, audit } = JSON.parse(text);
    refuseOther(own(audit, "referential"));
    check(audit, SHAPE, []);
    const isSaved = saved === true;
    const held = heldIn(audit, isSaved);
    return { name, text, held, audit, isSaved, left, at: WHEN.test(at) ? at : "" };
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
  showDraftState(found === "draft_elsewhere" ? "draft_kept" : found);
  if (found === "draft_elsewhere") tell("trouble", found);
}

/** A draft that is not kept is told in the bar, as long as that lasts. */
function showDraftState(found) {
  if (!storage()) found = "draft_refused";
  const fills = found === "draft_full" && !hasOtherDrafts() ? "draft_full_of_others" : found;
  byId("draft-state").textContent = found ? DATA.said[fills] : "";
  byId("forget").hidden = found !== "draft_kept" || !isSaved();
  const isTrouble = found === "draft_refused" || found === "draft_full";
  showText("no-draft", isTrouble ? DATA.said[fills] : "");
}

/** Whether drafts could be erased, to make room for this one. */
function hasOtherDrafts() {
  return Object.keys(storage() ?? {}).some((key) => key.startsWith(ALL_DRAFTS) && key !== draft.key);
}

/** Once a file holds the audit, the draft of it can go. The next change makes another. */
function forgetOwn() {
  storage()?.removeItem(draft.key);
  draft = new Draft();
  showDraftState("draft_erased");
  tell("said", "draft_erased");
}

byId("forget").addEventListener("click", () => {
  forgetOwn();
  goTo(byId("file"));
});
addEventListener("pagehide", keepDraft);
addEventListener("storage", ({ key, newValue }) => {
  if (draft.text !== null && key === draft.key && newValue === null) { // another tab erased it
    keepDraft();
    tell("said", "draft_erased");
  } else if (draft.text !== null && newValue !== null) {
    if (key === draft.key && newValue !== draft.text) keepDraft();
    else if (draftIn(key, newValue)?.left === draft.key) tell("trouble", "draft_left");
  }
  showDrafts();
});
