// Judge every page of a folder in a real browser.
//
//     node judge.mjs FOLDER [BROWSER]
//
// - axe-core, at 380 and 1200 pixels: no violation;
// - nothing is wider than the window at 320, 380, 768 and 1200 pixels;
// - a summary and a certificate are one page of A4 when they are printed.
// Says each fault, then a line of counts; answers 1 if there was a fault.

import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import puppeteer from "puppeteer-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const [folder, executablePath = "/usr/bin/chromium"] = process.argv.slice(2);
const faults = [];

async function open(browser, file, width) {
  const page = await browser.newPage();
  await page.setBypassCSP(true); // for axe alone: a page runs no script
  await page.setViewport({ width, height: 900 });
  await page.goto(`file://${resolve(folder, file)}`);
  return page;
}

async function judge(browser, file) {
  let unsure = 0;
  for (const width of [320, 380, 768, 1200]) {
    const page = await open(browser, file, width);
    const needed = await page.evaluate(() => document.documentElement.scrollWidth);
    if (needed > width) faults.push(`${file}: ${needed} wide at ${width}`);
    if (width === 380 || width === 1200) {
      await page.evaluate(axe);
      const run = (tags) => window.axe.run(document, { runOnly: tags });
      const { violations, incomplete } = await page.evaluate(run, TAGS);
      for (const { id, nodes } of violations) {
        faults.push(`${file}: ${id} at ${width}, ${nodes.length} times: ${nodes[0].html}`);
      }
      unsure += incomplete.reduce((sum, { nodes }) => sum + nodes.length, 0);
    }
    if (width === 1200 && /^(summary|certificate)\./.test(file)) {
      const printed = await page.pdf({ preferCSSPageSize: true, printBackground: true });
      const pages = Buffer.from(printed).toString("latin1").match(/\/Type\s*\/Page\b/g).length;
      if (pages !== 1) faults.push(`${file}: ${pages} pages`);
    }
    await page.close();
  }
  return unsure;
}

const browser = await puppeteer.launch({ executablePath, args: ["--no-sandbox"] });
const files = readdirSync(folder).filter((name) => name.endsWith(".html"));
let unsure = 0;
for (const file of files) unsure += await judge(browser, file);
for (const fault of faults) console.log(fault);
console.log(`${await browser.version()}, axe-core ${axe.match(/axe v([\d.]+)/)[1]}`);
console.log(`${files.length} pages, ${faults.length} faults, ${unsure} left to a person`);
await browser.close();
process.exit(faults.length ? 1 : 0);
