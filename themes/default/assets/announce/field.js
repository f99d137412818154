// One field: its label, question and example, its control, the two answers that are no value, what the rules find.

// The usual word for what is not there; others say more.
const NOT_OFFERED = "non previsto";

const EVERYONE = "tutte le persone";

export function createFields({ make, button, changed, newId, word, fitness, isSame, emptyOf, isTyped, toLines, controls, draw }) {
  // Field of each element, to find the one in which somebody types.
  const fieldOf = new WeakMap();

  // What is not there, in the page's language.
  function noneIn(field) {
    if (field.none === EVERYONE) return word("answer_everyone");
    return field.none === NOT_OFFERED ? word("answer_none") : field.none;
  }

  // `onremove` if the field can be taken away again.
  function drawField(field, { onremove } = {}) {
    const id = newId();
    const shape = field.shape;
    const isSingle = controls.isSingle(shape);
    const described = [];
    const describe = (element) => {
      element.id = newId();
      described.push(element.id);
      return element;
    };
    const question = field.question && describe(make("p", { class: "question" }, field.question));
    const example = field.example && isTyped(shape) && describe(make("p", { class: "example" }, word("example", { example: field.example })));
    const found = describe(make("ul", { class: "findings", hidden: true }));
    const control = draw(shape, { id, name: field.label, label: isSingle ? undefined : field.label, described: described.join(" ") });
    const count = shape.is === "text" && shape.max ? make("p", { class: "length", hidden: true }) : undefined;
    const place = make("div", { class: "control" }, control.element, count);

    // «There is none» and «I do not know yet» stand in place of a value.
    // Words to choose from have one for what is not there, as «gratuito» or «nessuna».
    const words = [shape, ...(shape.is === "choice" ? shape.of.map((notation) => notation.shape) : [])].filter((one) => one.is === "words");
    const isAmongWords = (answer) => words.some((one) => answer === NOT_OFFERED || one.options.some((option) => option.value === answer));
    const answers = ["none", "unknown"].filter((answer) => field[answer] && !isAmongWords(field[answer]));
    const instead = answers.map((answer) => {
      const input = make("input", { type: "checkbox", "aria-describedby": isSingle ? undefined : id });
      const label = make("label", {}, input, make("span", {}, answer === "none" ? noneIn(field) : word("answer_unknown"), make("span", { class: "hidden" }, `: ${field.label}`)));
      input.addEventListener("change", () => {
        choose(input.checked ? answer : undefined);
        if (!input.checked) control.focus();
      });
      return { answer, input, label };
    });
    const choose = (chosen) => {
      for (const { answer, input } of instead) input.checked = answer === chosen;
      place.hidden = chosen !== undefined;
    };
    const chosen = () => instead.find(({ input }) => input.checked)?.answer;

    // A value that the control cannot hold stays as it is until somebody writes it anew.
    let kept;
    const keptText = make("pre", {});
    const keptElement = make("div", { class: "kept", hidden: true }, make("p", { class: "small" }, `${word("kept")}. ${word("kept_note")}`), keptText, button("link-button", word("rewrite"), () => {
      keep(undefined);
      control.focus();
      changed(element);
    }));
    const keep = (value) => {
      kept = value;
      keptElement.hidden = value === undefined;
      place.hidden = value !== undefined;
      keptText.textContent = value === undefined ? "" : toLines(value).join("\n");
    };

    const title = isSingle ? make("label", { for: id }, field.label) : make("legend", { id }, field.label);
    const removal = () => {
      const remove = button("remove", word("remove"), onremove);
      remove.append(make("span", { class: "hidden" }, `: ${field.label}`));
      return remove;
    };
    const element = make(
      isSingle ? "div" : "fieldset",
      { class: "field", "data-key": field.key },
      title, question, example, place, keptElement,
      instead.length ? make("div", { class: "answers instead short" }, ...instead.map(({ label }) => label)) : undefined,
      found,
      onremove && removal(),
    );

    const countLetters = () => {
      const over = (control.read() ?? "").length - shape.max;
      count.hidden = over < -shape.max * 0.2;
      count.classList.toggle("too-long", over > 0);
      count.textContent = over > 0 ? word("letters_over", { count: over }) : word("letters_left", { count: -over });
    };
    if (count) element.addEventListener("input", countLetters);

    let isFromFile = false;
    const read = () => {
      const answer = chosen();
      return answer ? field[answer] : kept ?? control.read();
    };
    const one = {
      field,
      element,
      found,
      control,
      read,
      isTouched: false,
      isFromFile: () => isFromFile && read() !== undefined,
      write: (value) => {
        isFromFile = value !== undefined;
        keep(undefined);
        const answer = answers.find((answer) => field[answer] === value);
        choose(answer);
        if (value === undefined || answer) {
          if (control.read() !== undefined) control.write(emptyOf(shape));
        } else if (fitness(shape, value) > 0) {
          control.write(value);
          // Browsers empty a control for what cannot be, as 30 February. Names of organisations become their ids.
          if (shape.is !== "organisation" && !isSame(control.read(), value)) {
            control.write(emptyOf(shape));
            keep(value);
          }
        } else keep(value);
        if (count) countLetters();
      },
      focus: () => {
        const answer = instead.find(({ input }) => input.checked);
        if (kept !== undefined) keptElement.querySelector("button").focus();
        else if (answer) answer.input.focus();
        else control.focus();
      },
      at: (path) => (path.length && kept === undefined && !chosen() && control.at?.(path)) || one,
    };
    fieldOf.set(element, one);
    return one;
  }

  // Fields around an element, the innermost first.
  function fieldsAround(element) {
    const around = [];
    for (let at = element.closest(".field"); at; at = at.parentElement.closest(".field")) around.push(fieldOf.get(at));
    return around.filter(Boolean);
  }

  return { drawField, fieldsAround };
}
