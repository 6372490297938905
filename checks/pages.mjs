// Checks every HTML page below the given folders: valid, accessible, self-contained, no dead link.
// Usage: node pages.mjs DIR…
import { existsSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { HtmlValidate, StaticConfigLoader } from "html-validate";
import { each, filesBelow, launch, views } from "./browser.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const axeTags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

const directories = process.argv.slice(2);
if (directories.length === 0) {
  console.error("usage: node pages.mjs DIR…");
  process.exit(2);
}
const pages = filesBelow(directories, ".html");
const config = JSON.parse(readFileSync(join(here, ".htmlvalidate.json"), "utf8"));
const validator = new HtmlValidate(new StaticConfigLoader(config));

async function validity(file) {
  const report = await validator.validateFile(file);
  return report.results.flatMap((result) =>
    result.messages.map((m) => `html: ${m.ruleId} at ${m.line}:${m.column}: ${m.message}`),
  );
}

/** What the page asks for, says and links to, with JavaScript off and its own content security policy in force. */
async function plainView(context, url) {
  const problems = [];
  const page = await context.newPage();
  page.on("request", (request) => {
    const asked = request.url();
    if (asked !== url && !asked.startsWith("data:")) problems.push(`request: the page asks for ${asked}`);
  });
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") problems.push(`console: ${message.text()}`);
  });
  await page.goto(url, { waitUntil: "load" });
  // 320 CSS pixels is the width at which WCAG 2.2 asks for reflow (1.4.10).
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 844 });
    const wide = await page.evaluate(() => {
      const root = document.documentElement;
      return root.scrollWidth > root.clientWidth ? root.scrollWidth : 0;
    });
    if (wide) problems.push(`layout: scrolls sideways at ${width} px (content is ${wide} px wide)`);
    const torn = await page.evaluate(() => {
      // A link may begin at the end of a line with nothing of it there.
      const boxes = (element) => [...element.getClientRects()].filter((box) => box.width > 1);
      const lines = (element) => new Set(boxes(element).map((box) => Math.round(box.top))).size;
      const isNumber = (element) => /^\W*\d[\d\W]{5,}$/.test(element.textContent);
      const numbers = [...document.querySelectorAll('.tel, main a[href^="tel:"]')].filter(isNumber);
      return numbers.filter((element) => lines(element) > 1).map((element) => element.textContent);
    });
    problems.push(...torn.map((number) => `layout: ${number} is torn at ${width} px`));
  }
  // The width of the text on A4 paper, where nothing scrolls: what is wider is lost.
  await page.setViewportSize({ width: 642, height: 844 });
  await page.emulateMedia({ media: "print" });
  const lost = await page.evaluate(() => {
    const edge = document.documentElement.clientWidth;
    const boxes = [...document.querySelectorAll("main *")].map((element) => element.getBoundingClientRect());
    return Math.max(0, ...boxes.map((box) => Math.ceil(Math.max(box.right - edge, -box.left) - 1)));
  });
  if (lost) problems.push(`layout: ${lost} px are cut off in print`);
  await page.emulateMedia({ media: "screen" });
  const seen = await page.evaluate(() => ({
    text: document.querySelector("main")?.innerText.trim() ?? "",
    scripts: document.scripts.length,
    ids: [...document.querySelectorAll("[id]")].map((element) => element.id),
    links: [...document.querySelectorAll("a[href], link[href], img[src]")].map(
      (element) => element.getAttribute("href") ?? element.getAttribute("src"),
    ),
  }));
  problems.push(...(await page.evaluate(namesAndOrder)));
  await page.close();
  if (!seen.text) problems.push("text: nothing to read in <main> with JavaScript off");
  if (seen.scripts) problems.push(`script: ${seen.scripts} script elements`);
  return { problems, ...seen };
}

/** What WCAG 1.4.12 lets readers do to a text: nothing may be lost by it. */
const SPACING = `* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-block-end: 2em !important }`;

/** At a zoom of 400 % and with wider spaces, as a reader with a keyboard alone goes through the page. */
async function handled(context, url) {
  const problems = [];
  const page = await context.newPage();
  await page.setViewportSize({ width: 320, height: 256 });
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto(url, { waitUntil: "load" });
  const style = await page.addStyleTag({ content: SPACING });
  problems.push(...(await page.evaluate(() => {
    const edge = document.documentElement.clientWidth;
    // What is folded has no place yet: a reader unfolds it.
    const folded = [...document.querySelectorAll("details:not([open])")];
    for (const one of folded) one.open = true;
    const lost = [...document.querySelectorAll("body *:not(.skip, .table *, .table, .chart *, .chart)")].filter((one) => {
      const box = one.getBoundingClientRect();
      return one.textContent.trim() && box.width > 0 && !one.closest(".table, .chart") && (box.right > edge + 1 || box.left < -1);
    });
    for (const one of folded) one.open = false;
    return lost.slice(0, 3).map((one) => `spacing: “${one.textContent.trim().slice(0, 40)}” does not fit 320 px with wider spaces`);
  })));
  await style.evaluate((one) => one.remove());
  await page.setViewportSize({ width: 1280, height: 900 });
  let before = -1;
  for (let stop = 0; stop < 60; stop += 1) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate(() => {
      const one = document.activeElement;
      if (one === document.body) return undefined;
      const [style, box] = [getComputedStyle(one), one.getBoundingClientRect()];
      return {
        name: (one.textContent.trim() || one.localName).slice(0, 40),
        place: [...document.querySelectorAll("*")].indexOf(one),
        outlined: style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) > 0,
        inView: box.bottom > 0 && box.top < innerHeight && box.width > 0,
      };
    });
    if (!at) break;
    if (at.place < before) problems.push(`keyboard: “${at.name}” comes before what stands above it`);
    if (!at.outlined) problems.push(`keyboard: nothing shows that “${at.name}” has the focus`);
    if (!at.inView) problems.push(`keyboard: “${at.name}” has the focus and is out of view`);
    before = at.place;
  }
  await page.close();
  return problems;
}

/** Each page in another language names this one, and the same set (`hreflang`), where addresses are relative. */
const setsByFile = new Map();
function languagesOf(file) {
  if (!setsByFile.has(file)) {
    const links = readFileSync(file, "utf8").matchAll(/<link rel="alternate" hreflang="([^"]*)" href="([^"]*)"/g);
    const set = [...links].map(([, lang, href]) => [lang, /^[a-z]+:/i.test(href) ? href : resolve(dirname(file), decodeURIComponent(href))]);
    setsByFile.set(file, set);
  }
  return setsByFile.get(file);
}

function apart(file) {
  const own = languagesOf(resolve(file));
  const pages = own.map(([, target]) => target).filter((target) => existsSync(target));
  if (pages.length && !pages.includes(resolve(file))) return ["hreflang: the page is not in its own set"];
  const others = pages.filter((target) => JSON.stringify(languagesOf(target)) !== JSON.stringify(own));
  return [...new Set(others)].map((target) => `hreflang: ${target} names another set of languages`);
}

/** In the page: links whose names lead to two places, and redlines that show the new words before the old ones. */
function namesAndOrder() {
  const problems = [];
  const places = new Map();
  for (const link of document.querySelectorAll("main a[href]")) {
    // What a screen reader says, without signs; the heading above tells apart what is below different ones.
    const name = (link.getAttribute("aria-label") ?? [...link.childNodes].filter((node) => node.ariaHidden !== "true").map((node) => node.textContent).join("")).trim();
    if (!name) problems.push(`link: ${link.getAttribute("href")} has no name`);
    const within = link.closest("section, nav")?.id ?? "";
    const key = `${within} ${name}`;
    const there = places.get(key) ?? link.href;
    places.set(key, there);
    if (there !== link.href) problems.push(`link: “${name}” leads to ${link.href} and ${there}`);
  }
  for (const old of document.querySelectorAll("del")) {
    const next = old.nextSibling;
    if (next?.nodeName !== "INS") continue;
    const [before, after] = [old, next].map((element) => element.getClientRects());
    // Of those on one line.
    const [end, start] = [before[before.length - 1], after[0]];
    if (!end || !start || Math.abs(end.top - start.top) > 2) continue;
    const leftFirst = getComputedStyle(old.parentElement).direction === "ltr";
    if (leftFirst ? end.left > start.left : end.left < start.left)
      problems.push(`order: “${next.textContent}” stands before “${old.textContent}”, which it replaced`);
  }
  return problems;
}

const idsByFile = new Map();
function idsOf(file) {
  if (!idsByFile.has(file)) {
    const markup = readFileSync(file, "utf8");
    idsByFile.set(file, new Set([...markup.matchAll(/\sid="([^"]*)"/g)].map((match) => match[1])));
  }
  return idsByFile.get(file);
}

/** A relative link must lead to a file of the site, and its fragment to an element there. */
function deadLinks(file, links) {
  const problems = [];
  for (const link of new Set(links)) {
    if (/^[a-z][a-z0-9+.-]*:/i.test(link)) continue;
    if (link.startsWith("/")) {
      problems.push(`link: \`${link}\` breaks where the site is not at the root of its host`);
      continue;
    }
    const [beforeFragment, fragment] = link.split("#", 2);
    const path = decodeURIComponent(beforeFragment.split("?", 1)[0]);
    let target = path === "" ? resolve(file) : resolve(dirname(file), path);
    if (existsSync(target) && statSync(target).isDirectory()) target = join(target, "index.html");
    if (!existsSync(target)) problems.push(`link: \`${link}\` leads to no file`);
    else if (fragment !== undefined && target.endsWith(".html") && !idsOf(target).has(decodeURIComponent(fragment)))
      problems.push(`link: \`${link}\` leads to no element`);
  }
  return problems;
}

async function accessibility(context, url) {
  const problems = [];
  let rules = 0;
  const page = await context.newPage();
  await page.goto(url, { waitUntil: "load" });
  await page.evaluate(axeSource);
  for (const { name, viewport, colorScheme } of views) {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme });
    const results = await page.evaluate(
      (tags) => globalThis.axe.run(document, { runOnly: { type: "tag", values: tags } }),
      axeTags,
    );
    rules = Math.max(rules, results.passes.length);
    for (const violation of results.violations)
      for (const node of violation.nodes)
        problems.push(`axe: ${name}: ${violation.id}: ${violation.help}: ${node.target.join(" ")}`);
  }
  await page.close();
  return { problems, rules };
}

const browser = await launch();
const plain = await browser.newContext({ javaScriptEnabled: false });
// The policy that keeps scripts out would keep axe out as well.
const open = await browser.newContext({ bypassCSP: true });

const failures = await each(pages, async ({ file, name }) => {
  const url = pathToFileURL(resolve(file)).href;
  const problems = await validity(file);
  let rules = 0;
  try {
    const seen = await plainView(plain, url);
    const result = await accessibility(open, url);
    problems.push(...seen.problems, ...deadLinks(file, seen.links), ...apart(file), ...result.problems, ...(await handled(open, url)));
    rules = result.rules;
  } catch (error) {
    problems.push(`browser: ${error.message}`);
  }
  console.log(problems.length ? `FAILED ${name}` : `ok     ${name} (${views.length} views, ${rules} axe rules)`);
  for (const problem of problems) console.log(`       ${problem}`);
  return problems.length > 0;
});
await browser.close();

const failed = failures.filter(Boolean).length;
if (pages.length === 0) console.log("no page found");
console.log(`${pages.length - failed} passed, ${failed} failed`);
process.exit(failed > 0 || pages.length === 0 ? 1 : 0);
