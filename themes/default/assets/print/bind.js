// Binds posters of this board into one PDF, one or four on a page. It reads only what the board prints: a plain table of
// objects, one stream of contents a page. The structure for screen readers stays behind: the file is for paper.
(() => {
  const REFERENCE = /\b(\d+) 0 R\b/g;
  const CHUNK = 0x2000;

  // A letter for each byte, and back.
  const toText = (bytes) => {
    const parts = [];
    for (let at = 0; at < bytes.length; at += CHUNK) parts.push(String.fromCharCode(...bytes.subarray(at, at + CHUNK)));
    return parts.join("");
  };
  const toBytes = (text) => {
    const bytes = new Uint8Array(text.length);
    for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
    return bytes;
  };

  const find = (pattern, text) => {
    const found = pattern.exec(text);
    if (!found) throw new Error(`PDF without ${pattern}`);
    return found[1];
  };

  // The objects of a file: the dictionary of each, and its stream or nothing.
  const open = (bytes) => {
    const text = toText(bytes);
    const start = Number(find(/startxref\s+(\d+)\s+%%EOF\s*$/, text.slice(-200)));
    const table = text.slice(start);
    const [head, count] = /^xref\s+0 (\d+)\s+/.exec(table);
    const offsets = [];
    for (let number = 0; number < Number(count); number += 1) {
      const line = table.substr(head.length + 20 * number, 20);
      if (line[17] === "n") offsets[number] = Number(line.slice(0, 10));
    }
    const ends = offsets.filter((offset) => offset !== undefined).concat(start).sort((one, other) => one - other);
    const object = (number) => {
      const whole = text.slice(offsets[number], ends[ends.indexOf(offsets[number]) + 1]);
      const body = whole.slice(whole.indexOf("obj") + 3, whole.lastIndexOf("endobj")).trim();
      const stream = body.search(/stream\r?\n/);
      return stream < 0 ? { head: body, stream: "" } : { head: body.slice(0, stream), stream: body.slice(stream) };
    };
    const pages = (number) => {
      const { head: node } = object(number);
      if (!/\/Type\s*\/Pages\b/.test(node)) return [node];
      return find(/\/Kids\s*\[([^\]]*)\]/, node).match(REFERENCE).flatMap((kid) => pages(parseInt(kid, 10)));
    };
    const catalog = object(Number(find(/\/Root (\d+) 0 R/, table))).head;
    return { object, pages: pages(Number(find(/\/Pages (\d+) 0 R/, catalog))), copies: new Map() };
  };

  // Files as bytes; with `four` two rows of two posters on a page, from the right with `rightToLeft`.
  window.bindPosters = (files, { four = false, rightToLeft = false } = {}) => {
    const PAGES = 1, CATALOG = 2;
    const objects = ["", `<</Type/Catalog/Pages ${PAGES} 0 R>>`];
    const add = (body) => objects.push(body);
    // An object of a file with all that it refers to, once.
    const copy = (file, number, change = (head) => head) => {
      if (!file.copies.has(number)) {
        const place = add("");
        file.copies.set(number, place);
        const { head, stream } = file.object(number);
        objects[place - 1] = change(renumber(file, head)) + stream;
      }
      return file.copies.get(number);
    };
    const renumber = (file, text) => text.replace(REFERENCE, (_, number) => `${copy(file, Number(number))} 0 R`);

    const posters = files.map(open).flatMap((file) => file.pages.map((page) => ({
      file,
      box: find(/\/MediaBox\s*(\[[^\]]*\])/, page),
      resources: renumber(file, find(/\/Resources (\d+ 0 R)/, page)),
      contents: Number(find(/\/Contents (\d+) 0 R/, page)),
    })));
    const page = (box, resources, contents) =>
      add(`<</Type/Page/Parent ${PAGES} 0 R/MediaBox${box}/Resources ${resources}/Contents ${contents} 0 R>>`);
    const kids = [];
    if (!four) {
      for (const { file, box, resources, contents } of posters) kids.push(page(box, resources, copy(file, contents)));
    } else {
      for (let at = 0; at < posters.length; at += 4) {
        const placed = posters.slice(at, at + 4);
        const [, , width, height] = placed[0].box.slice(1, -1).trim().split(/\s+/).map(Number);
        const forms = placed.map(({ file, box, resources, contents }) =>
          copy(file, contents, (head) => head.replace("<<", `<</Type/XObject/Subtype/Form/BBox${box}/Resources ${resources}`)));
        const draw = forms.map((_, place) => {
          const isRight = (place % 2 === 1) !== rightToLeft;
          return `q .5 0 0 .5 ${isRight ? width / 2 : 0} ${place < 2 ? height / 2 : 0} cm /P${place} Do Q`;
        }).join("\n");
        const named = forms.map((form, place) => `/P${place} ${form} 0 R`).join("");
        kids.push(page(placed[0].box, `<</XObject<<${named}>>>>`, add(`<</Length ${draw.length}>>\nstream\n${draw}\nendstream`)));
      }
    }
    objects[PAGES - 1] = `<</Type/Pages/Count ${kids.length}/Kids[${kids.map((kid) => `${kid} 0 R`).join(" ")}]>>`;

    const parts = ["%PDF-1.7\n%\x80\x80\x80\x80\n"];
    let length = parts[0].length;
    const lines = objects.map((body, index) => {
      const part = `${index + 1} 0 obj\n${body}\nendobj\n`;
      const line = `${String(length).padStart(10, "0")} 00000 n \n`;
      parts.push(part);
      length += part.length;
      return line;
    });
    parts.push(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${lines.join("")}`);
    parts.push(`trailer\n<</Size ${objects.length + 1}/Root ${CATALOG} 0 R>>\nstartxref\n${length}\n%%EOF\n`);
    return { bytes: toBytes(parts.join("")), pages: kids.length };
  };
})();
