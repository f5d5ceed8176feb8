
// ── On paper ─────────────────────────────────────────────────────────────────────────────────────
// A field is cut where it is too narrow, and between two pages: on paper, its text takes its place.

const unfolded = []; // to print what they hold

addEventListener("beforeprint", () => {
  document.body.classList.add("on-paper");
  for (const control of form.querySelectorAll(".field [name]")) {
    const text = onPaper(control);
    if (!text) continue;
    control.after(made("div", text, { class: "printed" }));
    const block = control.closest("details.more:not([open])");
    if (block && control.value) unfolded.push(block);
  }
  for (const block of unfolded) block.open = true;
});

addEventListener("afterprint", () => {
  document.body.classList.remove("on-paper");
  for (const one of form.querySelectorAll(".printed")) one.remove();
  for (const block of unfolded.splice(0)) block.open = false;
});

/** What a field holds, as it is read; empty where it holds nothing. */
function onPaper(control) {
  if (isWrongDay(control)) return DATA.said.no_day;
  if (control.type === "date") return control.value && dayInWords(control.value);
  return control.matches("select") ? control.selectedOptions[0].text : control.value;
}
