// node notices.mjs DIST PRODUCT [SHOTS]: the web component and the home screen in Chromium, through
// the states that a reader can be in, and with all that can be wrong with a file.

import { createServer } from "node:http";
import { mkdirSync, readFileSync } from "node:fs";
import { dirname, extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import axe from "axe-core";
import { launch } from "./browser.mjs";

const [dist, product, shots] = process.argv.slice(2);
if (!product) {
  console.error("usage: node notices.mjs DIST PRODUCT [SHOTS]");
  process.exit(2);
}
const vectors = join(dirname(fileURLToPath(import.meta.url)), "../tests/vectors");
const vector = (name) => JSON.parse(readFileSync(join(vectors, `${name}.json`), "utf8"));
if (shots) mkdirSync(shots, { recursive: true });

const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".json": "application/json" };
const CSP = "default-src 'none'; script-src 'self'; connect-src 'self'; base-uri 'none'; require-trusted-types-for 'script'";
const PAGE = `<!DOCTYPE html><html lang="en"><title>App</title><meta name="viewport" content="width=device-width"><script type="module" src="/app/policy-notice.js"></script>
<main><h1>App</h1><policy-notice src="/notices.json"></policy-notice><button>Next</button></main></html>`;

// The page of the app; set by each state, as is what `/notices.json` answers.
let app = PAGE;
let answer = () => {};
// Files beside it, by path.
let beside = {};
const server = createServer((request, response) => {
  const path = normalize(decodeURIComponent(new URL(request.url, "http://x").pathname));
  const send = (status, type, body) => response.writeHead(status, { "content-type": type, "content-security-policy": app === PAGE ? CSP : `${CSP}; style-src 'unsafe-inline'` }).end(body);
  if (path === "/") return send(200, TYPES[".html"], app);
  if (path === "/notices.json") return answer(response, send);
  if (Object.hasOwn(beside, path)) return send(200, TYPES[".json"], JSON.stringify(beside[path]));
  try {
    // The home screen has a policy of its own.
    const bytes = readFileSync(join(dist, path));
    response.writeHead(200, { "content-type": TYPES[extname(path)] ?? "text/plain" }).end(bytes);
  } catch {
    send(404, "text/plain", "not found");
  }
});
await new Promise((done) => server.listen(0, "127.0.0.1", done));
const origin = `http://127.0.0.1:${server.address().port}`;
const browser = await launch();
// Of a reader whose letters are twice as large.
const large = await launch("--blink-settings=defaultFontSize=32");
let failed = 0;
let passed = 0;

const json = (value) => (_, send) => send(200, TYPES[".json"], typeof value === "string" ? value : JSON.stringify(value));

/** Opens a page as a reader would, and looks at it. */
async function state(name, { html = PAGE, index, files = {}, device, now = "2027-02-10T09:00:00Z", languages = ["en"], path = "/", dark = false, colours = {}, reader = browser, width = 390, motion = "reduce", blind = false, act }, look) {
  beside = Object.fromEntries(Object.entries(files).map(([path, file]) => [`/${path}`, file]));
  app = html;
  answer = typeof index === "function" ? index : json(index);
  const context = await reader.newContext({
    viewport: { width, height: 844 }, locale: languages[0], colorScheme: dark ? "dark" : "light", reducedMotion: motion, ...colours,
  });
  const page = await context.newPage();
  const problems = [];
  let [asked, ended] = [0, 0];
  page.on("request", () => (asked += 1));
  for (const end of ["requestfinished", "requestfailed"]) page.on(end, () => (ended += 1));
  page.on("pageerror", (error) => problems.push(`error: ${error.message}`));
  page.on("dialog", (dialog) => (problems.push("a script ran"), dialog.dismiss()));
  page.on("console", (message) => /Content Security Policy|Trusted/.test(message.text()) && problems.push(message.text()));
  page.on("request", (request) => request.url().startsWith(origin) || request.url().startsWith("data:") || problems.push(`asks ${request.url()}`));
  await page.clock.setFixedTime(new Date(now));
  await page.addInitScript(([stored, tags]) => {
    Object.defineProperty(navigator, "languages", { get: () => globalThis.tags ?? tags });
    if (stored !== undefined && localStorage.getItem("policy-notice:/notices.json") === null) localStorage.setItem("policy-notice:/notices.json", stored);
  }, [device === undefined ? undefined : JSON.stringify(device), languages]);
  const view = {
    page, problems,
    cards: () => page.locator("policy-notice").evaluate((notice) => [...notice.shadowRoot.querySelectorAll("section")].map((one) => ({
      title: one.querySelector("h2").textContent, text: one.innerText, lang: one.lang, dir: one.dir,
      links: [...one.querySelectorAll("a")].map((a) => a.href),
      items: [...one.querySelectorAll("li")].map((item) => [item.textContent, item.querySelector("a")?.href ?? null]), buttons: [...one.querySelectorAll("button")].map((b) => b.textContent),
    }))),
    stored: () => page.evaluate(() => JSON.parse(localStorage.getItem("policy-notice:/notices.json"))),
    settle: () => page.waitForTimeout(120),
    /** Waits until all that was asked for has an answer, and nothing more is asked. */
    answered: async () => {
      for (let before = -1; before !== asked || asked !== ended; ) {
        before = asked;
        await view.settle();
      }
    },
  };
  try {
    await page.goto(origin + path);
    await page.waitForFunction(() => customElements.get("policy-notice"));
    await view.settle();
    await act?.(view);
    await look(view);
    // What the page around it does to itself is not looked at. The browser's debugger runs it, to which the page's policies do not apply.
    const found = await page.evaluate(`(() => { ${axe.source}; return axe.run(); })()`);
    if (!blind) problems.push(...found.violations.map((one) => `axe: ${one.id} ${one.nodes[0]?.html}`));
    if (shots) await page.screenshot({ path: join(shots, `${name.replace(/\W+/g, "-")}.png`) });
  } catch (error) {
    problems.push(error.message);
  }
  await context.close();
  if (problems.length) {
    failed += 1;
    console.log(`FAIL ${name}\n  ${problems.join("\n  ")}`);
  } else {
    passed += 1;
    console.log(`ok   ${name}`);
  }
}

function is(got, expected, what) {
  if (JSON.stringify(got) !== JSON.stringify(expected)) throw new Error(`${what}: ${JSON.stringify(got)}, not ${JSON.stringify(expected)}`);
}

/** What a card lists, each with where it leads: of several changes, those whose headings differ. */
function items({ changes }) {
  const headings = changes.map((one) => one.heading);
  const listed = changes.filter((one, at) => one.heading && headings.indexOf(one.heading) === at).slice(0, 8);
  return listed.length > 1 ? listed.map((one) => [one.heading, one.url && new URL(one.url, origin).href]) : [];
}

/** A state from a vector: the cards are those that the vector expects. */
async function as(name, from, more = {}, look = async () => {}) {
  const { index, files, device, now, languages, expected } = vector(from);
  await state(name, { index, files, device: device ?? undefined, now, languages, ...more }, async (view) => {
    await view.answered();
    if (!more.act) {
      const cards = await view.cards();
      is(cards.map((card) => [card.title, card.lang, card.dir]), expected.cards.map((card) => [card.title, card.language, card.direction]), "cards");
      is(cards.map((card) => card.items), expected.cards.map(items), "what changed");
    }
    await look(view);
  });
}

const none = async (view) => is(await view.cards(), [], "cards");
const press = (label) => async ({ page, settle }) => {
  await page.locator("policy-notice").getByRole("button", { name: label, exact: true }).click();
  await settle();
};

await as("first install", "first-start", {}, none);
await as("one new version", "known-schema", {}, async ({ cards }) => is((await cards())[0].buttons, ["Got it"], "buttons"));
await as("two skipped", "two-waiting");
await as("acknowledged before", "acknowledged", {}, none);
await as("acknowledged now", "known-schema", { act: press("Got it") }, async (view) => {
  await none(view);
  is((await view.stored()).policies.privacy.version, "2.0", "stored");
  await view.page.reload();
  await view.settle();
  await none(view);
});
await as("by keyboard alone", "known-schema", {
  act: async ({ page, settle }) => {
    for (let presses = 0; presses < 8; presses += 1) {
      await page.keyboard.press("Tab");
      const focused = await page.evaluate(() => document.activeElement.shadowRoot?.activeElement?.tagName);
      if (focused === "BUTTON") break;
    }
    await page.keyboard.press("Enter");
    await settle();
  },
}, none);

// Readers who see by contrast, or with colours of their own: what the keyboard stops at and what can be pressed stands out.
const seen = ({ page }) => page.evaluate(() => {
  const context = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d", { willReadFrequently: true });
  const light = (colours) => {
    context.clearRect(0, 0, 1, 1);
    for (const colour of colours) {
      context.fillStyle = colour;
      context.fillRect(0, 0, 1, 1);
    }
    const [r, g, b] = [...context.getImageData(0, 0, 1, 1).data].map((part) => (part /= 255) <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, other) => (Math.max(light(one), light(other)) + 0.05) / (Math.min(light(one), light(other)) + 0.05);
  const at = document.activeElement.shadowRoot?.activeElement;
  if (!at) return undefined;
  const [own, card] = [getComputedStyle(at), getComputedStyle(at.closest("section"))];
  const ground = ["Canvas", card.backgroundColor];
  return {
    name: at.textContent,
    outline: own.outlineStyle === "none" ? 1 : contrast([...ground, own.outlineColor], ground),
    text: contrast([...ground, own.backgroundColor, own.color], [...ground, own.backgroundColor]),
    // A button by its colour or by its border.
    edge: at.localName === "a" ? 3 : Math.max(contrast([...ground, own.backgroundColor], ground), contrast([...ground, own.borderTopColor], ground)),
    card: contrast([...ground, card.borderTopColor], ground),
  };
});
const outlined = (least) => async (view) => {
  const stops = new Map();
  for (let presses = 0; presses < 16; presses += 1) {
    await view.page.keyboard.press("Tab");
    const stop = await seen(view);
    if (stop) stops.set(stop.name, stop);
  }
  is(stops.size > 1, true, `${stops.size} stops`);
  for (const { name, outline, text, edge, card } of stops.values()) {
    const enough = [["outline", outline, 3], ["text", text, 4.5], ["edge", edge, 3], ["card", card, least]];
    for (const [what, is, needed] of enough) if (is < needed) throw new Error(`${what} of “${name}” has a contrast of ${is.toFixed(1)}`);
  }
};
for (const dark of [false, true]) {
  for (const [colours, least] of [[{}, 1], [{ contrast: "more" }, 3], [{ forcedColors: "active" }, 3]]) {
    const name = [dark ? "dark" : "light", ...Object.values(colours)].join(", ");
    // With a reader's own colours, axe reads those of the style sheet that are not shown.
    const view = { dark, colours, blind: colours.forcedColors === "active" };
    await as(`what stands out, ${name}`, "known-schema", view, outlined(least));
    await as(`what stands out, ${name}, consent`, "consent", view, outlined(least));
  }
}
for (const from of ["known-schema", "consent", "right-to-left"]) {
  await as(`letters twice as large, ${from}`, from, { reader: large, width: 320 }, async ({ page }) => {
    is(await page.evaluate(() => document.documentElement.scrollWidth), 320, "width");
    is(await page.locator("policy-notice").evaluate((notice) => getComputedStyle(notice.shadowRoot.querySelector("p, h2")).fontSize >= "32px"), true, "size");
    const cut = await page.locator("policy-notice").evaluate((notice) => [...notice.shadowRoot.querySelectorAll("section *")].filter((one) => one.clientWidth && one.scrollWidth > one.clientWidth).map((one) => one.textContent));
    is(cut, [], "cut off");
  });
}
const focused = ({ page }) => page.evaluate(() => document.activeElement.shadowRoot?.activeElement?.textContent ?? null);
await as("the keyboard stays where it is", "known-schema", {}, async (view) => {
  await view.page.keyboard.press("Tab");
  const at = await focused(view);
  is(typeof at, "string", "in the card");
  await view.page.evaluate(() => {
    document.dispatchEvent(new Event("visibilitychange"));
    dispatchEvent(new StorageEvent("storage"));
  });
  await view.settle();
  is(await focused(view), at, "after the reader has been elsewhere");
});
await as("the keyboard goes on with the next card", "two-policies", {}, async (view) => {
  const before = await view.cards();
  is(before.length, 2, "cards");
  while ((await focused(view)) !== before[0].buttons[0]) await view.page.keyboard.press("Tab");
  await view.page.keyboard.press("Enter");
  await view.settle();
  await view.page.keyboard.press("Tab");
  is((await view.cards()).map((card) => card.title), [before[1].title], "cards");
  is(await view.page.evaluate(() => document.activeElement.localName), "policy-notice", "the next stop");
});
await as("language switched", "exact-language", {
  act: async ({ page, settle }) => {
    await page.evaluate(() => {
      globalThis.tags = ["ru"];
      dispatchEvent(new Event("languagechange"));
    });
    await settle();
  },
}, async ({ cards }) => is((await cards()).map((card) => card.lang), ["ru"], "language"));
await as("right to left", "right-to-left");
await as("right to left, dark", "right-to-left", { dark: true });
await as("dark, with motion", "known-schema", { dark: true, motion: "no-preference" });
await as("the eve of the day in Almaty", "eve-of-the-day");
await as("the day in Almaty", "the-day");
await as("after it is over", "after-the-last-day", {}, none);
await as("there and back", "there-and-back", {}, none);
await as("retracted", "retracted", {}, none);
await as("retracted after it was read", "retracted-after-it-was-known");
await as("superseded", "superseded");
await as("a file for each language", "a-file-for-each-language");
await as("a file for each language, one of them lost", "a-file-that-is-not-there", {}, none);
await as("a file for each language, on another host", "a-file-for-each-language", {
  index: json({ ...vector("a-file-for-each-language").index, files: { kk: "https://policies.invalid/notices.json" } }),
  act: async () => {},
}, none);
await as("a file for each language, another one chosen", "a-file-for-each-language", {
  act: async ({ page, settle }) => {
    await page.locator("policy-notice").evaluate((notice) => notice.setAttribute("languages", "ru"));
    await settle();
  },
}, async ({ cards }) => is((await cards()).map((card) => card.title), ["Title in ru"], "titles"));
await as("unknown schema", "unknown-schema", {}, none);
await as("unknown severity", "unknown-severity");
await as("unknown action is no consent", "unknown-action", {}, async ({ cards }) => is((await cards())[0].buttons, ["Got it"], "buttons"));
await as("consent given", "consent", { act: press("I agree") }, none);
await as("consent refused", "consent", { act: press("I do not agree") }, async (view) => {
  await none(view);
  is((await view.stored()).policies.privacy.version, "1.0", "stored");
});
await as("no address runs a script", "address-of-a-script", {}, async ({ cards }) => {
  is((await cards())[0].links.filter((link) => !/^https?:/.test(link)), [], "links");
});

// Pages whose style sheets are not made for guests: what they say of their own letters is no business of the card.
const HOSTILE = {
  "in every element": "* { white-space: nowrap !important; font-size: 5px !important; direction: rtl !important; text-transform: uppercase !important; letter-spacing: 1em !important; word-spacing: 2em; line-height: .5 !important; text-align: right !important; text-indent: 4em; text-shadow: 0 0 9px red; font-family: fantasy; font-style: italic; color: transparent; list-style: none; pointer-events: none; overflow-wrap: normal; hyphens: auto }",
  "in the body": "html { font-size: 62.5% } body { font: 40px/0.5 fantasy; letter-spacing: .5em; direction: rtl; writing-mode: vertical-rl; background: #000; color: #111; text-align: center; word-break: break-all; -webkit-text-fill-color: red }",
};
// How the card is set, by its own style sheet alone.
const set = ({ page }) => page.locator("policy-notice").evaluate((notice) => [...notice.shadowRoot.querySelectorAll("section, section *")].map((one) => {
  const names = ["white-space-collapse", "text-wrap-mode", "font", "direction", "text-transform", "letter-spacing", "word-spacing", "line-height", "text-align", "text-indent", "text-shadow", "color", "list-style-type", "pointer-events", "overflow-wrap", "hyphens", "writing-mode", "word-break", "-webkit-text-fill-color", "-webkit-locale"];
  const style = getComputedStyle(one);
  return [one.localName, one.scrollWidth <= one.clientWidth || one.clientWidth === 0, ...names.map((name) => `${name}: ${style.getPropertyValue(name)}`)];
}));
for (const from of ["known-schema", "right-to-left"]) {
  let alone;
  await as(`in a page without style, ${from}`, from, {}, async (view) => (alone = await set(view)));
  for (const [where, css] of Object.entries(HOSTILE)) {
    const html = PAGE.replace("<main>", `<style>${css}</style><main>`);
    await as(`style of the page ${where}, ${from}`, from, { html, blind: true }, async (view) => {
      const found = await set(view);
      for (const [at, one] of found.entries()) is(one, alone[at], one[0]);
    });
  }
}
await as("the page hides it", "known-schema", { html: PAGE.replace("<main>", "<style>main { visibility: hidden }</style><main>"), blind: true }, async ({ page }) =>
  is(await page.locator("policy-notice section").isVisible(), false, "visible"));
await as("letters of the page where it asks for them", "known-schema", { html: PAGE.replace("<main>", "<style>policy-notice { --policy-notice-font: italic 20px/1.5 serif }</style><main>") }, async (view) =>
  is((await set(view)).filter(([name]) => name === "p").every((one) => one.includes("font: italic 20px / 30px serif")), true, "font"));

const { index: whole, device } = vector("known-schema");
const known = { device };
const keeps = (expected = device) => async (view) => {
  await none(view);
  is(await view.stored(), expected, "stored");
};
await state("not found", { ...known, index: (_, send) => send(404, "text/html", "<p>no</p>") }, keeps());
await state("server error", { ...known, index: (_, send) => send(500, "text/plain", "") }, keeps());
await state("no JSON", { ...known, index: json("{\"schema\":") }, keeps());
await state("empty file", { ...known, index: json("") }, keeps());
await state("offline", { ...known, index: (response) => response.destroy() }, keeps());
await state("another host by redirect", { ...known, index: (response) => response.writeHead(302, { location: "https://policies.invalid/" }).end() }, keeps());
await state("slow server", {
  ...known,
  index: (_, send) => setTimeout(() => send(200, TYPES[".json"], JSON.stringify(whole)), 600),
  act: async ({ page, cards }) => {
    is((await cards()).length, 0, "cards before the answer");
    await page.locator("policy-notice[shown]").waitFor({ timeout: 20_000 });
  },
}, async ({ cards }) => is((await cards()).length, 1, "cards"));
await state("ten megabytes", { ...known, index: json({ ...whole, more: "x".repeat(10 << 20) }), act: ({ page }) => page.waitForTimeout(500) }, keeps());

// Script in every field, and every field of every wrong type.
const script = "<img src=x onerror=alert(1)><script>alert(1)</script>javascript:alert(1)";
const everywhere = (value, put) => {
  if (Array.isArray(value)) return value.map((one) => everywhere(one, put));
  if (typeof value !== "object" || value === null) return put(value);
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, everywhere(one, put)]));
};
const keep = new Set(["schema", "policy", "version", "from", "status", "effective", "from", "until", "state", "ack-key"]);
const scripted = (value, key = "") => {
  if (Array.isArray(value)) return value.map((one) => scripted(one));
  if (typeof value !== "object" || value === null) return typeof value !== "string" || keep.has(key) ? value : `${script}`;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, scripted(one, name)]));
};
await state("script in every text", { ...known, index: scripted(whole) }, async ({ cards, page }) => {
  const [card] = await cards();
  is(card?.title.startsWith("<img"), true, "the text is shown as text");
  is(card.links.filter((link) => !link.startsWith("http")), [], "links");
  is(await page.locator("policy-notice").evaluate((one) => one.shadowRoot.querySelectorAll("img,script").length), 0, "elements");
});
for (const [name, wrong] of Object.entries({ numbers: 7, nulls: null, lists: [], objects: {}, truths: true })) {
  await state(`only ${name}`, { ...known, index: everywhere(whole, () => wrong) }, keeps());
}
await state("a prototype in the file", { ...known, index: json(JSON.stringify(whole).replace('"privacy"', '"__proto__"')) }, none);
await state("a language without a version before", {
  ...known, languages: ["kk"],
  index: { ...vector("exact-language").index, words: { kk: { coming: "Оқу" } }, notices: vector("exact-language").index.notices.map((one) => {
    one.locales.kk.links.redline = null;
    return one;
  }) },
}, async ({ cards }) => is((await cards())[0].text.includes("Оқу"), true, "the link is in the language of the card"));
await state("the stored state is broken", { index: whole, device: "x" }, none);
await state("two products on one host", {
  ...known, index: whole, html: PAGE.replace("</policy-notice>", '</policy-notice><policy-notice src="/other/notices.json"></policy-notice>'),
  files: { "other/notices.json": { ...whole, serial: 99, notices: [{ ...whole.notices.at(-1), "ack-key": "other" }] } },
  act: async ({ page, answered }) => {
    await answered();
    await page.reload();
    await page.locator("policy-notice[shown]").waitFor({ timeout: 20_000 });
  },
}, async ({ page }) => {
  const shown = await page.locator("policy-notice").evaluateAll((all) => all.map((one) => one.shadowRoot.querySelectorAll("section").length));
  is(shown, [1, 0], "one knows nothing of the other");
});
await state("storage is blocked", {
  index: whole,
  act: async ({ page, settle }) => {
    await page.addInitScript(() => Object.defineProperty(globalThis, "localStorage", { get: () => { throw new Error("blocked"); } }));
    await page.reload();
    await settle();
  },
}, none);

const at = (day) => ({ path: `/app/${product}/home.html`, languages: ["ru"], now: `${day}T09:00:00Z` });
const home = (expected) => async (view) => {
  // On a busy machine an answer takes its time, and what is made of it some more.
  await view.answered();
  for (let turn = 0; turn < 50 && (await view.cards()).length < expected; turn += 1) await view.settle();
  is((await view.cards()).length, expected, "cards");
};
const published = JSON.parse(readFileSync(join(dist, "app", product, "notices.json"), "utf8")).notices.at(-1);
await state("home screen, announced", { index: whole, ...at(published.published) }, home(1));
await state("home screen, in force", { index: whole, ...at(published.effective) }, home(1));
await state("home screen, over", { index: whole, ...at(published.show.until) }, home(0));
await state("home screen, its links lead to pages", { index: whole, ...at(published.published) }, async (view) => {
  await home(1)(view);
  for (const link of (await view.cards())[0].links) {
    const { pathname, hash } = new URL(link);
    const answer = await fetch(origin + pathname.replace(/\/$/, "/index.html"));
    is(answer.status, 200, link);
    if (hash) is((await answer.text()).includes(` id="${hash.slice(1)}"`), true, link);
  }
});

await large.close();
await browser.close();
server.close();
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed || passed === 0 ? 1 : 0;
