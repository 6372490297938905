// Takes pictures of every HTML page below a folder, to look at: phone and desktop, light and dark, and printed.
// Usage: node shots.mjs DIR OUT
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { each, filesBelow, launch, views } from "./browser.mjs";

const [directory, out] = process.argv.slice(2);
if (!out) {
  console.error("usage: node shots.mjs DIR OUT");
  process.exit(2);
}
mkdirSync(out, { recursive: true });
const pages = filesBelow([directory], ".html");
const browser = await launch();
const contexts = await Promise.all(
  views.map(({ viewport, colorScheme }) => browser.newContext({ viewport, colorScheme, deviceScaleFactor: 1 })),
);
await each(pages, async ({ file, name }) => {
  const url = pathToFileURL(resolve(file)).href;
  const stem = name.replace(/(\/?index)?\.html$/, "").replaceAll("/", "-") || "index";
  for (const [index, view] of views.entries()) {
    const page = await contexts[index].newPage();
    await page.goto(url, { waitUntil: "load" });
    await page.screenshot({ path: join(out, `${stem}.${view.name}.png`), fullPage: true });
    if (view.name === "desktop-dark")
      await page.pdf({ path: join(out, `${stem}.pdf`), format: "A4", printBackground: true });
    await page.close();
  }
  console.log(`${stem}: ${views.length} pictures, 1 PDF`);
});
await browser.close();
