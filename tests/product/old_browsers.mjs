// Names the scripts of a theme that browsers of 2019 cannot parse: `node old_browsers.mjs ACORN THEME`.
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const [acorn, theme] = process.argv.slice(2);
const { parse } = createRequire(import.meta.url)(acorn);
// Loaded by main.js, which looks first whether the browser is of 2022.
const isForm = (path) => path.startsWith("assets/announce/") && path !== "assets/announce/main.js";
// Older browsers have these two, which the standard of 2020 only took over.
const withoutImports = (code) => code.replace(/\bimport\.meta\b/g, "{}").replace(/\bimport\(/g, "load(");

const paths = readdirSync(theme, { recursive: true }).map(String).filter((path) => path.endsWith(".js")).sort();
if (paths.length < 10) console.log(`only ${paths.length} scripts in ${theme}`);
for (const path of paths) {
  const code = readFileSync(join(theme, path), "utf8");
  const [version, text] = isForm(path) ? [2022, code] : [2019, withoutImports(code)];
  const found = (error) => console.log(`${path}: ${error}`);
  try {
    parse(text, { ecmaVersion: version, sourceType: "module" });
  } catch (error) {
    found(error.message);
  }
  // Safari 13 does not look behind.
  if (/\(\?<[=!]/.test(code)) found("a regular expression looks behind");
}
