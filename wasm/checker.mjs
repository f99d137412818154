// JavaScript interface of src/lib.rs: `const check = await load(bytes)`, then
// `check({ today: '2026-11-21', lang: 'it', files: { 'site.toml': '…', 'content/…/festa.jpg': { base64: '…' } } })`
// returns the output of `bacheca check --format json`. Works in browsers and in Node.

export async function load(bytes) {
  const { instance } = await WebAssembly.instantiate(bytes, {});
  const { memory, allocate, check, free } = instance.exports;
  return (board) => {
    const request = new TextEncoder().encode(JSON.stringify(board));
    const start = allocate(request.length);
    new Uint8Array(memory.buffer, start, request.length).set(request);
    const answer = check(start, request.length);
    free(start, request.length);
    const length = new DataView(memory.buffer, answer, 4).getUint32(0, true);
    const report = new TextDecoder().decode(new Uint8Array(memory.buffer, answer + 4, length));
    free(answer, length + 4);
    return report;
  };
}
