// The form of a kind, drawn from its description in the page: all its fields, the text below, what is missing.

// Fields of which this page has more to say than a file: a picture is sent beside the announcement.
const NOTES = { immagine: "picture_note" };
// Fields that the program fills in if nobody does.
const FILLED_IN = ["pubblicato"];

export function createForm({ make, word, toLines, fields, fieldsAround, drawField }, description) {
  const withNote = (field) => (NOTES[field.key] ? { ...field, question: word(NOTES[field.key]) } : field);
  const group = (name) => (description.groups.find((group) => group.name === name)?.fields ?? []).map(withNote);
  const needed = group("needed");
  const own = group("own");
  const all = [...needed, ...own, ...group("more")];
  const facts = fields(all, needed.filter((field) => !FILLED_IN.includes(field.key)), own);
  // The text below the facts, which the file has after them.
  const body = drawField({ key: "testo", label: word("body"), question: word("body_question"), shape: { is: "text", input: "long" } });
  facts.element.querySelector(":scope > details > summary").after(make("p", { class: "small" }, word("more_lead")));
  const element = make(
    "form",
    { novalidate: true, autocomplete: "off" },
    make("div", { class: "group" }, make("h2", {}, word("needed")), ...[...facts.element.children].slice(0, 2)),
    facts.element.lastChild,
    make("div", { class: "group" }, body.element),
  );
  element.addEventListener("submit", (event) => event.preventDefault());
  // A field is judged when somebody has left it.
  // The focus may be nowhere for a moment, while a finger is on an answer of the same field, or another window is open.
  let pressed;
  document.addEventListener("pointerdown", ({ target }) => { pressed = target; }, true);
  document.addEventListener("keydown", () => { pressed = undefined; }, true);
  element.addEventListener("focusout", ({ target, relatedTarget }) => {
    if (!document.hasFocus()) return;
    for (const field of fieldsAround(target)) {
      if (!field.element.contains(relatedTarget ?? pressed ?? null)) field.isTouched = true;
    }
  });

  const touch = (isTouched) => {
    for (const one of element.querySelectorAll(".field")) fieldsAround(one)[0].isTouched = isTouched;
  };

  // What is written, with the words of people's language instead of keys.
  function toText() {
    const labels = new Map();
    const collect = (shape) => {
      for (const field of shape.fields ?? []) {
        labels.set(field.key, labels.get(field.key) ?? field.label);
        collect(field.shape);
      }
      for (const inner of [shape.of].flat().filter(Boolean)) collect(inner.shape ?? inner);
    };
    collect({ fields: all });
    const { facts, body: text } = read();
    return [...toLines(facts, (key) => labels.get(key) ?? key), "", text].join("\n").trim();
  }

  const read = () => ({ facts: facts.read() ?? {}, body: body.read() ?? "" });

  return {
    element,
    read,
    toText,
    isEmpty: () => facts.read() === undefined && body.read() === undefined,
    fill: (written) => {
      facts.write(written.facts);
      body.write(written.body || undefined);
    },
    // Required fields without an answer.
    missing: () => facts.all().filter((one) => one.field.required && !FILLED_IN.includes(one.field.key) && one.read() === undefined),
    // Fields whose answer is to be asked for.
    unknown: () => facts.all().filter((one) => one.field.unknown && one.read() === one.field.unknown),
    // What the file says beside the fields: the editors decide it.
    others: (written) => Object.entries(written).filter(([key]) => !all.some((field) => field.key === key)),
    touchAll: () => touch(true),
    untouchAll: () => touch(false),
    // The innermost field at a path; the form's own fields only.
    at: (path) => (path[0] === "testo" ? body : facts.at(path)),
    // A field by its key alone, wherever it is.
    field: (key) => {
      const there = element.querySelector(`.field[data-key="${CSS.escape(key)}"]`);
      return there ? fieldsAround(there)[0] : undefined;
    },
    // Keys of the fields around an element.
    keysAround: (inside) => fieldsAround(inside).map((one) => one.element.dataset.key),
  };
}
