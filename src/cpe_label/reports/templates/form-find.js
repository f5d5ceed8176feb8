
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

document.addEventListener("click", (event) => {
  const place = event.target.closest("a[href^='#']")?.getAttribute("href").slice(1);
  const goal = place && byId(place);
  if (!goal) return;
  event.preventDefault();
  goTo(goal);
});

/** Go to a field or a criterion, wherever it is folded or hidden. */
function goTo(goal) {
  if (goal.closest("[hidden]")) showAll();
  for (let one = goal.closest("details"); one; one = one.parentElement.closest("details")) one.open = true;
  measureBar();
  (goal.closest(".field") ?? goal).scrollIntoView(); // with its label
  (goal.matches("input, textarea, select, h2, h3") ? goal : goal.querySelector("h2, h3, summary")).focus();
}

function labelOf(name) {
  const [group, id] = name.split("/");
  const label = byId(`f/${name}`)?.labels[0].textContent ?? name;
  return group === "findings" ? `${id} – ${label}` : label;
}
