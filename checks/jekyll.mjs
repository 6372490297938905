// Compares pages that Jekyll built with the plain text of the same policies. Called by jekyll.sh.
// Usage: node jekyll.mjs JEKYLL_DIR SITE_DIR TEXT_DIR WARNINGS [PERMALINK…]
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { filesBelow } from "./browser.mjs";

const [sources, site, texts, warningsFile, ...required] = process.argv.slice(2);

const named = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0", shy: "\u00ad" };
const decode = (text) =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (entity, hex, decimal, name) => {
    if (hex) return String.fromCodePoint(parseInt(hex, 16));
    if (decimal) return String.fromCodePoint(parseInt(decimal, 10));
    return named[name] ?? entity;
  });

/** White space folded; the invisible marks that only steer direction left out. */
const fold = (text) => text.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "").replace(/\s+/g, " ").trim();

const inline = /^\/?(a|abbr|b|bdi|bdo|cite|code|del|em|i|ins|kbd|mark|q|s|small|span|strong|sub|sup|u)$/i;
const visibleText = (markup) =>
  fold(
    decode(
      markup
        .replace(/<!--[\s\S]*?-->/g, "")
        .replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, "")
        .replace(/<(\/?[a-z][a-z0-9]*)[^>]*>/gi, (_, tag) => (inline.test(tag) ? "" : " ")),
    ),
  );

/** Paragraphs of a plain-text page: no rules under headings, no list markers. Cells of a table stand alone. */
function paragraphs(text) {
  return text
    .replace(/^(?:> ?)+/gm, "")
    .split(/\n\s*\n/)
    .flatMap((block) => block.split(/\n(?=\s*(?:[-*•–·]|\d+[.)])\s)/))
    .map((item) => item.split("\n").filter((line) => !/^\s*[-=|: ]+$/.test(line)).join("\n"))
    .map((item) => item.replace(/^\s*(?:>\s*)*(?:(?:[-*•–·]|\d+[.)])\s+)?/, ""))
    .flatMap((item) => item.split(/\t| \| /))
    .map(fold)
    .filter(Boolean);
}

/** The paragraph as it stands, or with the addresses of links, which plain text states in brackets, unwrapped or left out. */
function found(paragraph, page, links) {
  const addresses = /(\s*)[(<]([^\s()<>]+)[)>]/g;
  const known = (address) => links.has(address) || links.has(`mailto:${address}`);
  return [
    paragraph,
    paragraph.replace(addresses, (match, space, address) => (known(address) ? space + address : match)),
    paragraph.replace(addresses, (match, space, address) => (known(address) ? "" : match)),
  ].some((reading) => page.includes(reading));
}

/** The page that a static host answers with for this path; a file of another name, such as `1.0`, is sent as a download. */
const builtPage = (path) =>
  [`${path}.html`, join(path, "index.html"), ...(/\.(html|json|xml|link)$/.test(path) ? [path] : [])]
    .map((file) => join(site, file))
    .find((file) => existsSync(file) && statSync(file).isFile());

function check(source, permalink) {
  const problems = [];
  const built = builtPage(permalink);
  if (!built) return ["built: no page at its permalink"];
  const markup = readFileSync(built, "utf8");
  const page = visibleText(markup.replace(/^[\s\S]*?<main>/, ""));
  const attributes = (name) =>
    new Set([...markup.matchAll(new RegExp(`\\s${name}=(?:"([^"]*)"|'([^']*)')`, "g"))].map((m) => decode(m[1] ?? m[2])));
  const [ids, links] = [attributes("id"), attributes("href")];

  for (const id of source.matchAll(/(?<!\{)\{:?\s*[^{}\n]*?#([\w-]+)[^{}\n]*\}/g))
    if (!ids.has(id[1])) problems.push(`anchor: \`${id[1]}\` is missing`);

  // A page that leads on at once, to where its link leads.
  const [, moved] = markup.match(/<meta http-equiv="refresh" content="0; url=([^"]*)">/) ?? [];
  if (moved !== undefined && !links.has(decode(moved))) problems.push(`refresh: nothing links to \`${moved}\``);

  // A link within the site goes through `relative_url`, which puts the base of jekyll.sh in front.
  // One that is relative is seen from where the page is served; plain text has it from the root of the site.
  for (const link of [...links]) {
    if (/^(#|[a-z]+:)/.test(link)) continue;
    const { pathname } = new URL(link, `http://host/base/${permalink.replace(/^\//, "")}`);
    const target = pathname.startsWith("/base/") && builtPage(decodeURIComponent(pathname.slice("/base/".length)));
    links.add(link.startsWith("/") ? link : pathname.slice("/base".length));
    if (!target) problems.push(`link: \`${link}\` leads to no page`);
  }

  if (moved !== undefined) return problems;

  const textFile = join(texts, `${permalink.replace(/\/$/, "")}.txt`);
  // Pages about versions have no plain text; a redline quotes what a policy says, marked up anew.
  const aboutVersions = /\/(changes(\/|$)|at\/?$)/.test(permalink);
  if (!existsSync(textFile) && !aboutVersions) return [...problems, `text: no \`${permalink}.txt\` to compare with`];
  const text = aboutVersions ? "" : readFileSync(textFile, "utf8");
  // What the plain text shows too, the policy means to show.
  for (const [leftover] of page.matchAll(/\{[{%:#]|[%}]\}|\]\(|\*\*|&(?:#\d+|\w+);|Liquid (?:error|syntax)/g))
    if (!text.includes(leftover)) problems.push(`markup: \`${leftover}\` is shown to the reader`);
  for (const paragraph of paragraphs(text))
    if (!found(paragraph, page, links)) problems.push(`text: not on the page: “${paragraph}”`);

  // kramdown may write addresses as entities, to hide them from collectors: a browser must still read them.
  for (const [address] of text.matchAll(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g))
    if (!links.has(`mailto:${address}`)) problems.push(`mailto: no link to ${address}`);
  // No theme knows of telephone numbers: that one is not torn has to be said beside it.
  const kept = [...markup.matchAll(/<span style="white-space: nowrap">([^<]*)<\/span>/g)].map((m) => fold(decode(m[1])));
  for (const [number] of text.matchAll(/\+\d[\d ()/.-]{5,}\d/g))
    if (!kept.includes(number)) problems.push(`number: ${number} may be torn at the end of a line`);
  return problems;
}

let failed = 0;
let passed = 0;
const report = (name, problems) => {
  console.log(`${problems.length ? "FAILED" : "ok    "} ${name}`);
  for (const problem of problems) console.log(`       ${problem}`);
  problems.length ? failed++ : passed++;
};

const warnings = readFileSync(warningsFile, "utf8").trim();
if (warnings) report("jekyll build", warnings.split("\n").map((line) => line.trim()));

const permalinks = new Set();
for (const { file, name } of filesBelow([sources], ".md")) {
  const source = readFileSync(file, "utf8");
  const parts = source.match(/^---\n([\s\S]*?)\n---\n([\s\S]*)$/);
  const permalink = parts?.[1].match(/^permalink:\s*(["']?)(.+?)\1\s*$/m)?.[2];
  if (!permalink) {
    report(name, ["front matter: no permalink"]);
    continue;
  }
  permalinks.add(permalink);
  report(permalink, check(parts[2], permalink));
}
for (const permalink of required)
  if (!permalinks.has(permalink)) report(permalink, ["required: no page has this permalink"]);
if (passed + failed === 0) report("pages", ["no page found"]);

console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
