// node vectors.mjs [--write] [VECTORS]: proves the algorithm of web/policy-notice.js
// by the vectors, and the vectors by leaving out each of its steps in turn.

import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { tmpdir } from 'node:os';
import { isDeepStrictEqual } from 'node:util';
import { gzipSync } from 'node:zlib';

const here = dirname(fileURLToPath(import.meta.url));
const write = process.argv.includes('--write');
const folder = process.argv.slice(2).find((argument) => argument !== '--write') ?? join(here, '../tests/vectors');
const component = join(here, '../web/policy-notice.js');
const vectors = readdirSync(folder).filter((name) => name.endsWith('.json')).sort()
  .map((name) => ({ name, ...JSON.parse(readFileSync(join(folder, name), 'utf8')) }));

// What each step is without: [step, what stands there, what would stand there].
const WITHOUT = [
  [0, ' ?? own(index, \'language\')', ''],
  [0, "match(Object.keys(files).sort(), languages) ?? ", ''],
  [0, " || own(index, 'schema') !== 'ereje-notices/1' || own(index, 'notices')?.length > 0", ''],
  [1, "own(index, 'schema') !== 'ereje-notices/1' || ", ''],
  [2, ' || index.serial < known.serial', ''],
  [3, " && one.status === 'active'", ''],
  [4, '!before || before[', 'before && before['],
  [4, '(!before && current) || ', ''],
  [4, "one.effective <= dayIn(one['time-zone'], now)", 'true'],
  [4, "dayIn(one['time-zone'], now));", 'now.toISOString().slice(0, 10));'],
  [4, '(!before && current)', 'current'],
  [5, "before['ack-key'] === newest['ack-key']", 'false'],
  [6, 'all.slice(last + 1)', 'all'],
  [7, ' || day < notice.show.from || day >= notice.show.until', ''],
  [7, "!isText(notice.from) || ", ''],
  [8, "if (!ACTIONS.includes(notice.action)) return 'inform';", ''],
  [8, " && !SEVERITIES.includes(notice.severity) ? 'inform' : notice.action", " ? 'none' : notice.action"],
  [8, "if (action === 'none') return [];", ''],
  [9, 'match(tags, languages), ', ''],
  [9, "own(instead, 'locale'), ", ''],
  [9, "notice['authoritative-locale']]", ']'],
  [9, 'lookup(like, wanted) ?? ', ''],
  [9, ' ?? like[0]', ''],
  [9, ' ?? lookup(tags, wanted)', ''],
  [9, "language === 'nb' ? 'no' : language", 'language'],
  [10, " || (notice.severity === 'translation' && text.changes.length === 0)", ''],
  [11, "phase === 'coming' ? own(text.entry, 'coming') : undefined", 'undefined'],
  [11, "timeZone: /^[a-z]/i.test(zone) ? zone : 'UTC'", "timeZone: 'UTC'"],
  [12, 'if (was === is) return [];', ''],
  [12, 'waiting.length === 1 && before.version === notice.from', 'true'],
  [13, ' && /^(https?:|[^:/?#]*([/?#]|$))/i.test(url)', ''],
  [14, 'const all = active.filter((one) => one.policy === policy);', 'const all = active;'],
];

// A custom element needs a browser; the algorithm does not.
globalThis.HTMLElement ??= class {};
globalThis.customElements ??= { define() {}, get() {} };

function outcome({ cards, file }, vector) {
  try {
    const path = file(vector.index, vector.languages);
    const index = path === undefined ? vector.index : vector.files?.[path];
    return cards(index, vector.device, new Date(vector.now), vector.languages);
  } catch (error) {
    return { error: String(error) };
  }
}

const plain = (value) => JSON.parse(JSON.stringify(value));
const failing = (module) => vectors.filter((vector) => !isDeepStrictEqual(plain(outcome(module, vector)), vector.expected));

async function without(number, from, to) {
  const source = readFileSync(component, 'utf8');
  if (!source.includes(from)) throw new Error(`the component has no \`${from}\``);
  const path = join(tmpdir(), `policy-notice-${process.pid}-${number}.mjs`);
  writeFileSync(path, source.replace(from, () => to));
  try {
    return await import(pathToFileURL(path));
  } finally {
    rmSync(path);
  }
}

const module = await import(pathToFileURL(component));
if (write) {
  for (const { name, expected: _, ...vector } of vectors) {
    const expected = outcome(module, vector);
    writeFileSync(join(folder, name), `${JSON.stringify({ ...vector, expected }, null, 1)}\n`);
  }
  console.log(`${vectors.length} vectors written; read what changed`);
  process.exit();
}
let failed = 0;
for (const vector of failing(module)) {
  failed += 1;
  console.log(`FAIL ${vector.name}: ${vector.why}\n  expected ${JSON.stringify(vector.expected)}\n  got      ${JSON.stringify(outcome(module, vector))}`);
}
for (const [number, [step, from, to]] of WITHOUT.entries()) {
  const told = failing(await without(number, from, to)).map((vector) => vector.step);
  if (!told.includes(step)) {
    failed += 1;
    console.log(`FAIL no vector of step ${step} fails without \`${from.trim()}\``);
  }
}
const steps = new Set(WITHOUT.map(([step]) => step));
for (const step of new Set(vectors.map((vector) => vector.step))) {
  if (!steps.has(step)) {
    failed += 1;
    console.log(`FAIL step ${step} is never left out`);
  }
}
const size = gzipSync(readFileSync(component), { level: 9 }).length;
if (size >= 6 << 10) {
  failed += 1;
  console.log(`FAIL the component has ${size} bytes, compressed; under ${6 << 10} were promised`);
}
console.log(`${size} bytes compressed, ${vectors.length} vectors, ${WITHOUT.length} parts left out in turn, ${failed} failed`);
process.exitCode = failed || vectors.length < 60 ? 1 : 0;
