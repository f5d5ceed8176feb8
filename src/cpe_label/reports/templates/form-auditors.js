
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
  button.addEventListener("click", () => removeAuditor(at));
  return row;
}

/** Who was filled in cannot be brought back: it is asked first. */
function removeAuditor(at) {
  const { name, organisation } = audit.auditors[at];
  const who = name || organisation;
  if (who && !confirm(say(DATA.said.confirm_remove, { who }))) return;
  changeAuditors(audit.auditors.toSpliced(at, 1));
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
