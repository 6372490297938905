// Times a JavaScript diff on pairs of texts, in one process. Reads JSON from
// standard input: { tool, pairs: [[old, new]], runs, budget }, the budget in
// seconds, after which no further run begins. Writes { version, seconds, pieces }:
// the best time of each pair, and its redline as [sign, text].
"use strict";

const fs = require("fs");
const { tool, pairs, runs, budget } = JSON.parse(fs.readFileSync(0, "utf8"));

const jsdiff = (name) => () => {
  const { diffWords } = require(name);
  const sign = (part) => (part.added ? "+" : part.removed ? "-" : "=");
  return {
    version: require(`${name}/package.json`).version,
    compare: (old, now) => diffWords(old, now),
    pieces: (parts) => parts.map((part) => [sign(part), part.value]),
  };
};

const tools = {
  jsdiff: jsdiff("diff"),
  "jsdiff-5.1": jsdiff("diff-5.1"),
  "diff-match-patch"() {
    const { diff_match_patch: Diff } = require("diff-match-patch");
    const diff = new Diff();
    // It would give up after a second and return what it has.
    diff.Diff_Timeout = 0;
    return {
      version: require("diff-match-patch/package.json").version,
      compare(old, now) {
        const parts = diff.diff_main(old, now);
        diff.diff_cleanupSemantic(parts);
        return parts;
      },
      pieces: (parts) => parts.map(([op, text]) => [["-", "=", "+"][op + 1], text]),
    };
  },
};

const { version, compare, pieces } = tools[tool]();
const seconds = pairs.map(() => Infinity);
const redlines = [];
const start = process.hrtime.bigint();
const since = (from) => Number(process.hrtime.bigint() - from) / 1e9;
for (let run = 0; run < runs && (run === 0 || since(start) < budget); run += 1) {
  pairs.forEach(([old, now], at) => {
    const begin = process.hrtime.bigint();
    const made = compare(old, now);
    seconds[at] = Math.min(seconds[at], since(begin));
    if (run === 0) redlines.push(pieces(made));
  });
}
process.stdout.write(JSON.stringify({ version, seconds, pieces: redlines }));
