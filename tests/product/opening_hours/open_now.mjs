// Runs the script of contact points at many instants, and prints what it says at each. Its input is JSON: path of the script,
// texts, time zone, hours as attributes, instants in milliseconds.
import { readFileSync } from "node:fs";

const { script, texts, timeZone, hours, instants } = JSON.parse(readFileSync(0, "utf8"));
const RealDate = Date;
const line = { classList: { toggle: (_, open) => { line.open = open; } } };
globalThis.document = {
  body: { dataset: { timeZone, words: JSON.stringify({ today: "today", tomorrow: "tomorrow" }) } },
  currentScript: { dataset: { words: JSON.stringify(texts) } },
  documentElement: { lang: "it" },
  addEventListener: () => {},
  querySelector: () => null,
  querySelectorAll: () => [line],
};
const run = new Function(readFileSync(script, "utf8"));
const said = instants.map((instant) => {
  globalThis.Date = class extends RealDate {
    constructor(...given) {
      if (given.length) super(...given);
      else super(instant);
    }
  };
  line.dataset = hours;
  run();
  return `${line.textContent}${line.open ? " +" : ""}`;
});
console.log(JSON.stringify(said));
