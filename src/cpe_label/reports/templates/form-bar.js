
// ── The bar: what it says, and how much of the window it takes ───────────────────────────────────

const BAR = document.querySelector(".tools");
const SAID_IN_BAR = [...BAR.querySelectorAll(".said")];

/** Say what was done, or what went wrong, which stays until it is closed or something else is said. */
function tell(place, key, blanks) {
  for (const one of ["said", "trouble"]) {
    byId(one).textContent = one === place ? say(DATA.said[key], blanks) : "";
  }
}

/** Add a link to what was said, to where more is to be read. */
function sayToo(place, text, href) {
  byId(place).append(" ", made("a", text, { href }));
}

byId("close").addEventListener("click", () => {
  for (const one of SAID_IN_BAR) one.textContent = "";
  byId("save").focus();
});

/** Where a browser leads to a field, it leaves room for the bar. In a low window it scrolls away. */
function measureBar() {
  const isSticky = getComputedStyle(BAR).position === "sticky";
  document.documentElement.style.setProperty("--bar", `${isSticky ? BAR.offsetHeight : 0}px`);
}

new ResizeObserver(measureBar).observe(BAR);
addEventListener("resize", measureBar);
