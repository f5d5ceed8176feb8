"use strict";

// The script of the page in which an audit is filled in. It asks nothing of any network. What it
// knows of the referential, and every sentence that it says, stands in the page as data. A text is
// only ever put in a page as text: nothing that somebody wrote can run.

const DATA = JSON.parse(document.getElementById("data").content.textContent);
const CRITERIA = new Map(
  DATA.referential.sections.flatMap(({ criteria }) => criteria.map((one) => [one.id, one])));
