// Does what docs/receipts.md tells web apps to do, with the example from there: shows the cards of a product to a
// reader who knows none of its versions, presses each button, and prints the receipts, one a line.
// Usage: node receipts.mjs DIST PRODUCT DAY LANGUAGE
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

// The steps work without a page; what defines the element wants one.
globalThis.HTMLElement ??= class {};
globalThis.customElements ??= { define() {}, get() {} };
const { cards } = await import("../web/policy-notice.js");

const [dist, product, day, language] = process.argv.slice(2);
if (!language) {
  console.error("usage: node receipts.mjs DIST PRODUCT DAY LANGUAGE");
  process.exit(2);
}
const page = readFileSync(join(dirname(fileURLToPath(import.meta.url)), "../docs/receipts.md"), "utf8");
const example = page.split("```js\n")[1].split("```")[0].replaceAll("/app/kazkey/", `/app/${product}/`);

const read = (path) => JSON.parse(readFileSync(join(dist, path), "utf8"));
const index = read(`app/${product}/notices.json`);
const unknown = { version: "0", "ack-key": "sha256:0", clauses: {} };
const policies = Object.fromEntries(index.notices.map((notice) => [notice.policy, unknown]));
const shown = cards(index, { serial: 0, policies }, new Date(`${day}T12:00:00Z`), [language]).cards;

const listeners = {};
const element = { addEventListener: (name, listener) => (listeners[name] = listener) };
const fetched = async (path) => ({ json: async () => read(path) });
const send = (receipt) => console.log(JSON.stringify(receipt));
new Function("document", "fetch", "send", example)({ querySelector: () => element }, fetched, send);
for (const detail of shown) {
  await listeners["policy-acknowledged"]({ detail });
  await listeners["policy-declined"]({ detail });
}
