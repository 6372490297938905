// What the page checks share: finding pages, the browser, and the ways a reader sees a page.
import { existsSync, readdirSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { chromium } from "playwright-core";

const phone = { width: 390, height: 844 };
const desktop = { width: 1280, height: 900 };

/** The four ways each page is looked at. */
export const views = [
  { name: "phone-light", viewport: phone, colorScheme: "light" },
  { name: "phone-dark", viewport: phone, colorScheme: "dark" },
  { name: "desktop-light", viewport: desktop, colorScheme: "light" },
  { name: "desktop-dark", viewport: desktop, colorScheme: "dark" },
];

/** Every file below `directories` whose name ends in `suffix`, with its path relative to the one it was found in. */
export function filesBelow(directories, suffix) {
  return directories.flatMap((directory) => {
    if (!existsSync(directory) || !statSync(directory).isDirectory()) {
      console.error(`error: \`${directory}\` is not a folder`);
      process.exit(2);
    }
    return readdirSync(directory, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith(suffix))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((file) => ({ file, name: relative(directory, file) }));
  });
}

export function launch(...more) {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      ...more,
    ],
  });
}

/** Runs `work` on each item, a few at a time, and returns the results in the order of the items. */
export async function each(items, work, atOnce = 2) {
  const results = new Array(items.length);
  let next = 0;
  const worker = async () => {
    while (next < items.length) {
      const index = next++;
      results[index] = await work(items[index]);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}
