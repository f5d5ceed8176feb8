
// ── Where the audit stands: the verdict, each level, what is missing, what is to complete ────────

const byId = (id) => document.getElementById(id);

/** An element with a text and attributes; nothing that is written is ever read as markup. */
function made(tag, text = "", attributes = {}) {
  const element = document.createElement(tag);
  element.textContent = text;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

const shown = new Map();

/** A text that is read out as it changes, and only then: who closed it is not told again. */
function showText(id, text) {
  if (shown.get(id) !== text) byId(id).textContent = text;
  shown.set(id, text);
}

/** A day as people read it: `12 octobre 2026`, `1er juin 2026`. */
function dayInWords(day) {
  const [year, month, number] = day.split("-");
  const first = number === "01" ? DATA.first_of_month : Number(number);
  return `${first}\u00a0${DATA.months[month - 1]}\u00a0${Number(year)}`;
}

/** A state: its shape, which is not read out, and its word. */
function showState(element, state, name) {
  element.className = `${name} tone-${state.tone}`;
  element.replaceChildren(made("span", state.icon, { "aria-hidden": "true" }), ` ${state.text}`);
}

function showResult(audit, result) {
  const state = DATA.standings[standing(audit.kind, result)];
  byId("verdict").className = `verdict tone-${state.tone} ground-${state.tone}`;
  showState(byId("standing"), state, "word");
  showState(byId("standing-short"), state, "state");
  result.levels.forEach(showLevel);
  showMissing(result);
  showProgress(audit);
  byId("decided").hidden = !audit.decision;
  const outcome = DATA.outcomes[audit.decision?.outcome];
  byId("decided").textContent = outcome ? say(DATA.said.decided, { outcome }) : "";
}

function showLevel(result) {
  const { level, tally, verdict } = result;
  const block = byId(`level/${level.id}`);
  const [met, open, applicable] = [tally.met.length, tally.unassessed.length, applicableOf(tally)];
  block.querySelector(".count").textContent = `${met} / ${applicable}`;
  showState(block.querySelector(".state"), DATA.verdicts[verdict], "state");
  block.querySelector(".note").textContent = marginInWords(result);
  const [bar, stripes] = block.querySelectorAll("rect[height='10']:not(.track)");
  const width = (count) => String(applicable ? (100 * count) / applicable : 0);
  bar.setAttribute("class", `fill-${DATA.verdicts[verdict].tone}`);
  bar.setAttribute("width", width(met));
  stripes.setAttribute("x", width(met));
  stripes.setAttribute("width", width(open));
  const sentence = level.each_section ? DATA.report.gauge_section : DATA.report.gauge;
  const blanks = { met, applicable, unassessed: open, required: level.required };
  const label = applicable ? say(sentence, blanks) : DATA.report.nothing_applicable;
  block.querySelector("svg").setAttribute("aria-label", label);
}

/** The criteria that could bring what each level still needs, folded; those unfolded stay so. */
function showMissing(result) {
  const list = byId("missing");
  const unfolded = new Set([...list.querySelectorAll("details[open]")].map((one) => one.dataset.of));
  const blocks = result.levels.flatMap((one) => missing(one).map(({ sentence, part }) => {
    const of = `${one.level.id}/${part.section?.id ?? ""}`;
    const block = made("details", "", { "data-of": of });
    block.open = unfolded.has(of);
    const items = part.candidates.map((id) => linked(`c/${id}`, `${id} ${CRITERIA.get(id).title}`));
    const names = made("ul", "", { class: "plain" });
    names.append(...items);
    block.append(made("summary", sentence), names);
    return block;
  }));
  list.replaceChildren(...(blocks.length ? blocks : [made("p", DATA.said.nothing_missing)]));
}

/** An item of a list that leads to a place of the page. */
function linked(place, text) {
  const item = made("li");
  item.append(made("a", text, { href: `#${place}` }));
  return item;
}

function showProgress(audit) {
  let count = 0;
  for (const section of DATA.referential.sections) {
    const assessed = section.criteria.filter((one) => isAssessed(audit, one)).length;
    byId(`count/${section.id}`).textContent = `${assessed} / ${section.criteria.length}`;
    count += assessed;
  }
  byId("assessed").textContent = say(DATA.said.assessed, { count, total: CRITERIA.size });
}

function isAssessed(audit, criterion) {
  return statusOf(criterion, own(audit.findings, criterion.id)) !== "unassessed";
}

/** What `check` would refuse, and what it would warn of, which holds nothing back. */
function showGaps(audit, result) {
  const found = problems(audit, result);
  const toCorrect = gaps(audit, found);
  const toRead = found.filter((one) => one.severity === "warning");
  showList("gaps", toCorrect, DATA.said[audit.events ? "no_gap_events" : "no_gap"]);
  showList("advice", toRead);
  byId("advised").hidden = !toRead.length;
  byId("to-correct").hidden = !toCorrect.length;
  byId("to-correct").textContent = say(DATA.said.to_correct, { count: toCorrect.length });
}

function showList(id, found, none = "") {
  const items = found.map(({ sentence, place }) => linked(place, sentence));
  byId(id).replaceChildren(...(items.length ? items : [made("li", none)]));
  byId(`${id}-count`).textContent = String(found.length);
}

/** Say to those who do not see the panel what an answer changed: the whole, and its level. */
function announce(audit, result, id) {
  const level = CRITERIA.get(id).level;
  const one = result.levels.find((each) => each.level.id === level);
  const margin = marginInWords(one);
  byId("live").textContent = say(DATA.said[margin ? "announced_margin" : "announced"], {
    standing: DATA.standings[standing(audit.kind, result)].text,
    level: one.level.title,
    met: one.tally.met.length,
    applicable: applicableOf(one.tally),
    verdict: DATA.verdicts[one.verdict].text,
    margin,
  });
}
