// Runs the checker's module over boards in folders: `node wasm.mjs MODULE LIST`. LIST has a line for each board: the
// folder, a tab, the file to write the report to.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { load } from '../../themes/default/assets/announce/program.js';

const [module, list] = process.argv.slice(2);
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function content(file) {
  const bytes = readFileSync(file);
  try {
    return utf8.decode(bytes);
  } catch {
    return { base64: bytes.toString('base64') };
  }
}

function board(root) {
  const below = readdirSync(join(root, 'content'), { recursive: true, withFileTypes: true });
  const paths = below.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const files = [join(root, 'site.toml'), ...paths].map((path) => [relative(root, path).split(sep).join('/'), content(path)]);
  return { today: '2026-11-21', files: Object.fromEntries(files) };
}

const bytes = readFileSync(module);
let { check } = await load(bytes);
for (const line of readFileSync(list, 'utf8').trimEnd().split('\n')) {
  const [root, report] = line.split('\t');
  try {
    writeFileSync(report, check(board(root)));
  } catch (error) {
    writeFileSync(report, String(error.stack));
    // What stumbled once is in no state to go on.
    ({ check } = await load(bytes));
  }
}
