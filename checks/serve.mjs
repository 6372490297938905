// Looks at a running `ereje serve` in Chromium while texts change: the page is loaded anew, a mistake is said over it, and
// nothing of it is blocked by its own content security policy.
// Usage: node serve.mjs ORIGIN WORKSPACE
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { launch } from "./browser.mjs";

const [origin, workspace] = process.argv.slice(2);
if (!workspace) {
  console.error("usage: node serve.mjs ORIGIN WORKSPACE");
  process.exit(2);
}
const path = join(workspace, "locales/ru/privacy.ftl");
const edit = (from, to) => {
  const text = readFileSync(path, "utf8");
  assert(text.includes(from), from);
  writeFileSync(path, text.replace(from, to));
};

const browser = await launch();
const page = await browser.newPage({ viewport: { width: 390, height: 400 } });
const problems = [];
page.on("console", (message) => {
  if (["error", "warning"].includes(message.type())) problems.push(message.text());
});
page.on("pageerror", (error) => problems.push(error.message));
const bar = page.locator("p[role=status]");

await page.goto(`${origin}/`);
await page.goto(`${origin}/site/app/ru/privacy/`);
await page.getByText("Пишите на").waitFor();
assert.equal(await bar.isVisible(), false);
await page.evaluate(() => scrollTo(0, 200));

edit("Пишите на", "Напишите на");
await page.getByText("Напишите на").waitFor();
assert((await page.evaluate(() => scrollY)) > 0, "the reader stays where the reader was");

edit("Напишите на", "{ $nothing } на");
await bar.waitFor();
assert.match(await bar.textContent(), /which the terminal tells/);
await page.getByText("Напишите на").waitFor();
await page.reload();
await bar.waitFor();

edit("{ $nothing } на", "Шлите на");
await page.getByText("Шлите на").waitFor();
assert.equal(await bar.isVisible(), false);

assert.deepEqual(problems, []);
await browser.close();
console.log("ok");
