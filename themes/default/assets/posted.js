// What an editor has posted and not yet written into the board's files: kept on this device until a build has it.
//
// A mark is a post: `slug`, `title`, `file` (its path, where the entry goes), `exists` (whether the file was there), `app`,
// `channel`, `lang`, `when` (by the clock of the board, `2026-11-30T10:05`), `told` (lines of YAML with what it said), `sent`
// (whether its entry is on the way to the files).
window.posted = (() => {
  const { memory } = window.board;
  const NAME = "pubblicati";
  const { timeZone } = document.body.dataset;

  const read = () => {
    try {
      const marks = JSON.parse(memory(NAME) || "[]");
      return Array.isArray(marks) ? marks.filter((mark) => mark && mark.slug && mark.channel && mark.when) : [];
    } catch {
      return [];
    }
  };
  // False if the device keeps nothing.
  const write = (marks) => {
    const text = marks.length ? JSON.stringify(marks) : null;
    memory(NAME, text);
    return memory(NAME) === text;
  };
  const isSame = (one, other) => ["slug", "channel", "lang", "when"].every((key) => one[key] === other[key]);

  const add = (marks) => write([...read(), ...marks]);
  const remove = (marks) => write(read().filter((known) => !marks.some((mark) => isSame(mark, known))));
  const markSent = (marks) => write(read().map((known) => (marks.some((mark) => isSame(mark, known)) ? Object.assign(known, { sent: true }) : known)));

  // This minute by the clock of the board.
  const now = () => {
    const options = { timeZone, year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hour12: false };
    const parts = new Intl.DateTimeFormat("en-CA", options).formatToParts(new Date());
    const part = (type) => parts.find((found) => found.type === type).value;
    // Some browsers call midnight 24.
    return `${part("year")}-${part("month")}-${part("day")}T${String(part("hour") % 24).padStart(2, "0")}:${part("minute")}`;
  };

  // «alle 10:05», «sabato 28 novembre alle 10:05».
  const moment = (when) => {
    const [day, hour] = when.split("T");
    if (day === now().split("T")[0]) return `alle ${hour}`;
    const words = new Date(`${day}T00:00:00Z`).toLocaleDateString("it", { timeZone: "UTC", weekday: "long", day: "numeric", month: "long" });
    return `${words} alle ${hour}`;
  };
  // Marks of one tap, in several languages: «pubblicato alle 10:05 su WhatsApp (bn, it)».
  const describe = (marks) => `pubblicato ${moment(marks[0].when)} ${marks[0].app === "E-mail" || marks[0].app === "SMS" ? "per" : "su"} ${marks[0].app} (${marks.map(({ lang }) => lang).join(", ")})`;

  // Marks of the same tap together, the last tap first.
  const group = (marks) => {
    const groups = new Map();
    for (const mark of marks) {
      const key = [mark.slug, mark.channel, mark.when].join(" ");
      groups.set(key, [...(groups.get(key) || []), mark]);
    }
    return [...groups.values()].reverse();
  };

  const entry = ({ channel, lang, when, told }) => `- canale: ${channel}\n  lingua: ${lang}\n  quando: "${when}"\n${told || ""}`;
  const entries = (marks) => marks.map(entry).join("");

  // The text for whoever keeps the files: a block for each.
  const letter = (marks) => {
    const files = new Map();
    for (const mark of marks) files.set(mark.file, [...(files.get(mark.file) || []), mark]);
    const blocks = [...files].map(([file, own]) => `${file}\n\`\`\`\n${entries(own)}\`\`\``);
    return ["Da aggiungere in fondo a ogni file (se il file non c'è, va creato con queste righe):", ...blocks].join("\n\n");
  };

  // Forgets what a build has: `posts` are `[channel, language, minute]` of an item.
  const forget = (slug, posts) => {
    const isThere = ({ channel, lang, when }) => posts.some((post) => post[0] === channel && post[1] === lang && post[2] === when);
    const there = read().filter((mark) => mark.slug === slug && isThere(mark));
    if (there.length) remove(there);
  };

  const addresses = document.currentScript.src.replace("posted.js", "shared/addresses.js");
  return { read, add, remove, markSent, now, describe, group, entries, letter, forget, addresses: () => import(addresses) };
})();
