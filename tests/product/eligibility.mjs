// Answers of the script that pages have, for the cases of a file: the codes of an item and what a person said. Prints
// the answer, reasons and editions of each.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [script, file] = process.argv.slice(2);
const { assess, toPerson } = await import(pathToFileURL(script).href);
const { tables, cases } = JSON.parse(readFileSync(file, "utf8"));
const answers = cases.map(([asks, kept]) => {
  const { answer, reasons, editions } = assess(asks, toPerson(kept, tables));
  return [answer, reasons, editions];
});
console.log(JSON.stringify(answers));
