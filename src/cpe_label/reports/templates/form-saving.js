
// ── Files: the audit is saved in one, or opened from one ─────────────────────────────────────────

/** Who shares this device leaves no draft behind once the file is saved. */
function offerToForget() {
  const offer = made("button", byId("forget").textContent, { type: "button", class: "small" });
  offer.addEventListener("click", () => {
    forgetOwn();
    byId("save").focus();
  });
  byId("said").append(" ", offer);
}

/** A file would hold another day than the page shows, or none: nothing is saved, and it is said why. */
function refuseToSave(fields) {
  const names = fields.map(({ name }) => say(DATA.said.quoted, { text: labelOf(name) }));
  tell("trouble", "not_saved", { fields: names.join(", ") });
  refresh();
  goTo(fields[0]);
}

byId("save").addEventListener("click", () => {
  const wrong = wrongDays();
  if (wrong.length) return refuseToSave(wrong);
  const text = fileOf(audit);
  const blob = new Blob([text], { type: "application/json" });
  const link = made("a", "", { href: URL.createObjectURL(blob), download: fileName(audit) });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  savedText = text;
  const isLarge = isTooLarge(text);
  const blanks = { file: link.download, limit: DATA.most_bytes / 1024 };
  tell(isLarge ? "trouble" : "said", isLarge ? "saved_large" : "saved", blanks);
  refresh();
  if (!byId("to-correct").hidden) sayToo("said", byId("to-correct").textContent, "#to-complete");
  keepDraft();
  if (!byId("forget").hidden) offerToForget();
});

byId("open").addEventListener("change", async ({ target }) => {
  const [file] = target.files;
  if (!file) return;
  try {
    if (file.size > DATA.most_bytes) throw new Refusal("too_large", { limit: DATA.most_bytes / 1024 });
    const found = auditIn(await file.arrayBuffer());
    if (isSaved() || confirm(DATA.said.confirm_open)) {
      keepDraft();
      load(found, new Draft(), laidOut(found));
      tell("said", "opened", { file: file.name });
      tellTabs();
    }
  } catch (error) {
    const { key, blanks } = error instanceof Refusal ? error : { key: "unreadable" };
    tell("trouble", "not_opened", { file: file.name, reason: say(DATA.said[key], blanks) });
  }
  target.value = ""; // the same file can be chosen again
});

/** Another audit, which keeps nothing of this one, nor of the audit before that a page may start from. */
byId("new").addEventListener("click", () => {
  if (!isSaved() && !confirm(DATA.said.confirm_new)) return;
  keepDraft();
  const { id, version } = DATA.referential;
  const blank = { format: SHAPE.format[0], referential: { id, version }, kind: "audit" };
  load(blank, new Draft(), fileOf(blank));
  showAll();
  tell("said", "new_audit");
  tellTabs();
  goTo(byId("f/organisation/name"));
});

addEventListener("beforeunload", (event) => {
  if (!isSaved()) event.preventDefault();
});
