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
let failed = 0;
let passed = 0;

const json = (value) => (_, send) => send(200, TYPES[".json"], typeof value === "string" ? value : JSON.stringify(value));

/** Opens a page as a reader would, and looks at it. */
async function state(name, { html = PAGE, index, files = {}, device, now = "2027-02-10T09:00:00Z", languages = ["en"], path = "/", dark = false, motion = "reduce", blind = false, act }, look) {
  beside = Object.fromEntries(Object.entries(files).map(([path, file]) => [`/${path}`, file]));
  app = html;
  answer = typeof index === "function" ? index : json(index);
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 }, locale: languages[0], colorScheme: dark ? "dark" : "light", reducedMotion: motion,
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
    if (stored !== undefined && localStorage.getItem("policy-notice") === null) localStorage.setItem("policy-notice", stored);
  }, [device === undefined ? undefined : JSON.stringify(device), languages]);
  const view = {
    page, problems,
    cards: () => page.locator("policy-notice").evaluate((notice) => [...notice.shadowRoot.querySelectorAll("section")].map((one) => ({
      title: one.querySelector("h2").textContent, text: one.innerText, lang: one.lang, dir: one.dir,
      links: [...one.querySelectorAll("a")].map((a) => a.href), buttons: [...one.querySelectorAll("button")].map((b) => b.textContent),
    }))),
    stored: () => page.evaluate(() => JSON.parse(localStorage.getItem("policy-notice"))),
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

/** A state from a vector: the cards are those that the vector expects. */
async function as(name, from, more = {}, look = async () => {}) {
  const { index, files, device, now, languages, expected } = vector(from);
  await state(name, { index, files, device: device ?? undefined, now, languages, ...more }, async (view) => {
    await view.answered();
    if (!more.act) {
      const cards = await view.cards();
      is(cards.map((card) => [card.title, card.lang, card.dir]), expected.cards.map((card) => [card.title, card.language, card.direction]), "cards");
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
  await view.page.waitForTimeout(300);
  is((await view.cards()).length, expected, "cards");
};
const published = JSON.parse(readFileSync(join(dist, "app", product, "notices.json"), "utf8")).notices.at(-1);
await state("home screen, announced", { index: whole, ...at(published.published) }, home(1));
await state("home screen, in force", { index: whole, ...at(published.effective) }, home(1));
await state("home screen, over", { index: whole, ...at(published.show.until) }, home(0));
await state("home screen, its links lead to pages", { index: whole, ...at(published.published) }, async (view) => {
  await home(1)(view);
  for (const link of (await view.cards())[0].links) {
    const path = new URL(link).pathname.replace(/\/$/, "/index.html");
    is((await fetch(origin + path)).status, 200, link);
  }
});

await browser.close();
server.close();
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed || passed === 0 ? 1 : 0;
