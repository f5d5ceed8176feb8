
// ── The same audit in another tab: each learns of the other ──────────────────────────────────────
// What one tab writes in the storage of the browser, the others are told. Nothing of it is kept.

const TABS = "cpe-label/tabs";

/** The organisation and the first day: a copy that was changed is still the same audit. */
function auditInTabs() {
  const { id, name } = audit.organisation ?? {};
  return id || name ? [DATA.referential.digest, id || name, audit.audited_on?.from ?? ""].join("/") : "";
}

function tellTabs(isAnswer = false) {
  const about = auditInTabs();
  showText("in-two-tabs", "");
  if (!about) return;
  try {
    window.localStorage.setItem(TABS, JSON.stringify({ about, isAnswer }));
    window.localStorage.removeItem(TABS);
  } catch {
    // a browser that keeps nothing tells its tabs nothing
  }
}

addEventListener("storage", ({ key, newValue }) => {
  if (key !== TABS || newValue === null) return;
  const about = auditInTabs();
  const asked = JSON.stringify({ about, isAnswer: false });
  if (!about || ![asked, JSON.stringify({ about, isAnswer: true })].includes(newValue)) return;
  if (newValue === asked) tellTabs(true);
  showText("in-two-tabs", DATA.said.in_two_tabs);
});
