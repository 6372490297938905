// Checks what programs read: JSON against its JSON Schema (ajv), in which nothing may be undescribed, and SARIF logs
// with the validator of those who made SARIF.
// Usage: node schemas.mjs (DIST | FILE.json | FILE.jsonl | FILE.sarif)…
import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import Ajv from "ajv/dist/2020.js";
import { filesBelow } from "./browser.mjs";

const schemas = join(dirname(fileURLToPath(import.meta.url)), "../schemas");
const given = process.argv.slice(2);
if (given.length === 0) {
  console.error("usage: node schemas.mjs (DIST | FILE.json | FILE.jsonl | FILE.sarif)…");
  process.exit(2);
}

/** Closes every object of a schema that names its properties: a field that it does not know is an error then. */
function close(schema, isBranch = false) {
  if (schema === null || typeof schema !== "object") return schema;
  if (schema.properties && !isBranch) schema.unevaluatedProperties = false;
  for (const [key, inner] of Object.entries(schema)) {
    const branches = ["allOf", "anyOf", "oneOf"].includes(key);
    if (branches) inner.forEach((branch) => close(branch, Boolean(schema.properties)));
    else if (["properties", "$defs"].includes(key)) Object.values(inner).forEach((one) => close(one));
    else if (["items", "additionalProperties"].includes(key)) close(inner);
  }
  return schema;
}

const ajv = new Ajv({ allErrors: true, strict: true, strictTypes: false, validateFormats: false });
const known = new Map();
const used = new Set();

/** The validator for a value that bears the name of its format, such as `ereje-notices/1`. */
function validator(value, folder) {
  const name = /^ereje-([a-z-]+)\/\d+$/.exec(value?.schema)?.[1];
  const places = [folder, schemas].map((place) => place && join(place, `${name}.json`));
  const path = places.find((place) => place && existsSync(place));
  if (!path) throw new Error(`there is no schema for ${JSON.stringify(value?.schema)}`);
  if (!known.has(path)) known.set(path, ajv.compile(close(JSON.parse(readFileSync(path, "utf8")))));
  used.add(path);
  return known.get(path);
}

function against(value, folder) {
  const valid = validator(value, folder);
  valid(value);
  return (valid.errors ?? []).map((e) => `${e.instancePath || "/"} ${e.message} ${JSON.stringify(e.params)}`);
}

/** What Microsoft's validator of SARIF says, but for advice on style. */
function sarif(file) {
  const tool = createRequire(import.meta.url).resolve("@microsoft/sarif-multitool-linux/Sarif.Multitool");
  chmodSync(tool, 0o755);
  const folder = mkdtempSync(join(tmpdir(), "sarif-"));
  try {
    const out = join(folder, "found.sarif");
    const options = ["--output", out, "--rule-kind", "Sarif;Ghas", "--level", "Error;Warning"];
    const env = { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: "1" };
    try {
      execFileSync(tool, ["validate", file, ...options], { env, stdio: ["ignore", "pipe", "pipe"] });
    } catch (error) {
      // It fails where it finds errors, which stand in its own log.
      if (!existsSync(out)) return [`${error.stdout}${error.stderr}`];
    }
    const run = JSON.parse(readFileSync(out, "utf8")).runs[0];
    const told = (result) => `${result.ruleId} ${(result.message.arguments ?? [result.message.text]).join(" ")}`;
    // That a tool has an address of its own is not for a log to say.
    return run.results.filter((result) => result.ruleId !== "SARIF2005").map(told);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function problems(file, folder) {
  if (file.endsWith(".sarif")) return sarif(file);
  const text = readFileSync(file, "utf8");
  const values = file.endsWith(".jsonl") ? text.trimEnd().split("\n") : [text];
  return values.flatMap((value) => against(JSON.parse(value), folder));
}

const all = given.flatMap((path) => {
  if (!statSync(path).isDirectory()) return [{ file: path, name: basename(path) }];
  const folder = join(path, "app/schema");
  const files = filesBelow([join(path, "app")], ".json").filter(({ file }) => dirname(file) !== folder);
  return files.map((file) => ({ ...file, folder }));
});
let failed = 0;
for (const { file, name, folder } of all) {
  let found;
  try {
    found = problems(file, folder);
  } catch (error) {
    found = [error.message];
  }
  failed += found.length > 0 ? 1 : 0;
  console.log(`${found.length > 0 ? "FAIL" : "ok  "} ${name}`);
  for (const problem of found) console.log(`     ${problem}`);
}
console.log(`${all.length - failed} passed, ${failed} failed; ${[...used].map((path) => basename(path)).sort().join(", ")}`);
process.exit(failed > 0 || all.length === 0 ? 1 : 0);
