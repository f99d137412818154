// Runs requests of a page in the module: `node wasm_answers.mjs MODULE REQUESTS ANSWERS`, one JSON a line.

import { readFileSync, writeFileSync } from 'node:fs';
import { load } from '../../themes/default/assets/announce/program.js';

const [module, requests, answers] = process.argv.slice(2);
const { answer } = await load(readFileSync(module));
const lines = readFileSync(requests, 'utf8').trimEnd().split('\n');
writeFileSync(answers, lines.map((line) => JSON.stringify(answer(JSON.parse(line)))).join('\n'));
