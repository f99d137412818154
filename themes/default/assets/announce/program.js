// The program of the board in a page, compiled to WebAssembly (`wasm/`): `const { answer, check } = await load(source)`,
// of bytes, or of what `fetch` gives, which is compiled while it arrives.
// `answer({ do: 'open', board, today: '2026-11-21', lang: 'it' })` opens a form on the board of annuncia/bacheca.json;
// `write`, `fix`, `read`, `intake` and `correct` work on it (src/form/answer.rs). What cannot be answered is `{ error }`.
// A request may be written as JSON already. The whole module makes previews too, and has
// `check({ today, lang, files: { 'site.toml': '…', 'content/…/festa.jpg': { base64: '…' } } })`, the output of
// `bacheca check --format json`. Works in browsers and in Node.

async function instantiate(source) {
  if (!(source instanceof Response)) return WebAssembly.instantiate(source, {});
  // Browsers compile what arrives only if the server names its type.
  const isNamed = source.headers.get("Content-Type") === "application/wasm";
  return isNamed ? WebAssembly.instantiateStreaming(source, {}) : WebAssembly.instantiate(await source.arrayBuffer(), {});
}

export async function load(source) {
  const { instance } = await instantiate(await source);
  const { memory, allocate, free, check, answer } = instance.exports;

  function call(handle, value) {
    const request = new TextEncoder().encode(typeof value === "string" ? value : JSON.stringify(value));
    const start = allocate(request.length);
    new Uint8Array(memory.buffer, start, request.length).set(request);
    const address = handle(start, request.length);
    free(start, request.length);
    const length = new DataView(memory.buffer, address, 4).getUint32(0, true);
    const text = new TextDecoder().decode(new Uint8Array(memory.buffer, address + 4, length));
    free(address, length + 4);
    return text;
  }

  return {
    check: (board) => call(check, board),
    answer: (request) => JSON.parse(call(answer, request)),
  };
}
