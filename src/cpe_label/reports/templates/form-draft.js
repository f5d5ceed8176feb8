
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
