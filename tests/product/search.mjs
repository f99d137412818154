// What the engine of searches finds in an index of three parts, what is open and two of the archive: prints the parts and
// numbers of the cards, of each question.
import { createRequire } from "node:module";

const [script] = process.argv.slice(2);
const { makeSearchEngine } = createRequire(import.meta.url)(script);

// The parts: how many records, and the records that have each word, all with the same weight.
const PARTS = [
  { name: "open", records: 10, words: { corso: [3, 4], cuoco: [0], falso: [6], pane: [1, 2] } },
  { name: "2024", records: 90, words: { corso: [5, 7], cuoco: [...Array(80).keys()], furto: [11], pane: [9] } },
  { name: "2016", records: 9, words: { corso: [2, 6] } },
];
const files = {
  "it.json": {
    parts: PARTS.map(({ name }) => ({ path: `${name}/part.json`, open: name === "open" })),
    language: { groups: [["furto", "falso"]], ignored: [], endings: [] },
    folding: {
      pairs: "", several: {}, dropped: "", joints: "-", articles: [], minWithoutArticle: 3, unspaced: ["Han"], maxWhole: 24,
    },
  },
};
for (const { name, records, words } of PARTS) {
  files[`${name}/part.json`] = { name, records, lists: [["", "all"]], facets: {}, corrections: "none" };
  files[`${name}/corrections-none.txt`] = "";
  const line = ([word, ids]) => {
    const distances = ids.map((id, place) => (id - (place ? ids[place - 1] + 1 : 0)).toString(36).replace(/^0$/, ""));
    return `${word}\t${distances.map((distance) => `${distance}A`).join("")}`;
  };
  files[`${name}/words-all.txt`] = Object.entries(words).map(line).join("\n");
}
const engine = makeSearchEngine(async (path) => (typeof files[path] === "string" ? files[path] : JSON.stringify(files[path])));
const shown = (results) => results.map(({ part, id }) => `${part.name} ${id}`);
const found = [];
for (const [words, options] of [
  ["corso", { closed: true, byDay: true }],
  ["corso", { closed: true }],
  ["cuoco pane", {}],
  ["furto", {}],
  ["falso", {}],
]) {
  const { open, over } = await engine.ask("it", words, options);
  found.push([shown(open), shown(over)]);
}
console.log(JSON.stringify(found));
