// Controls for single values: texts, dates, words of a list, yes or no, languages. Each is `{ element, read, write, focus }`:
// `read` gives the value or `undefined`, `write` shows one that fits (see shapes.js). `outer` tells what stands around
// the control: `id` for its first input, `label` if the input has no label of its own.
const KEYBOARDS = { phone: "tel", number: "numeric", amount: "decimal", email: "email", url: "url" };
const TYPES = { phone: "tel", email: "email", url: "url", day: "date" };
// More words than these are chosen from a list instead of being all shown.
export const MAX_SHOWN = 7;
// Answers of less than this many letters together fit two lines of a phone.
const SHORT_CHARACTERS = 40;
const LANGUAGES = (
  "it en fr es ar uk fa ps ur bn so ti am zh ru ro sq pt hi pa tr ku tl si ta wo bm ff ha yo ig sw ln om ka hy pl bg sr bs mk de el ne vi ja ko"
).split(" ");

export function createControls({ make, newId, word, lang, session: { today }, partsOf, wellFormed }) {
  const trimmed = (input) => wellFormed(input.value.trim()) || undefined;
  const single = (input) => ({
    element: input,
    read: () => trimmed(input),
    write: (value) => { input.value = value; },
    focus: () => input.focus(),
  });

  function text(shape, outer) {
    if (shape.input === "month-or-day") return monthOrDay(outer);
    if (shape.input === "language") return language(outer);
    const parts = partsOf(shape);
    if (parts) return twoParts(parts, outer);
    const shared = { id: outer.id, "aria-label": outer.label, "aria-describedby": outer.described, autocomplete: "off", spellcheck: String(shape.input === "line" || shape.input === "long") };
    if (shape.input === "long") return single(make("textarea", { ...shared, rows: 4 }));
    const type = TYPES[shape.input] ?? "text";
    return single(make("input", { ...shared, type, inputmode: KEYBOARDS[shape.input] }));
  }

  // A day, or a month or a year if the day is not known.
  function monthOrDay(outer) {
    const day = make("input", { type: "date", id: outer.id, "aria-label": outer.label, "aria-describedby": outer.described });
    const names = new Intl.DateTimeFormat(lang, { month: "long", timeZone: "UTC" });
    const months = [...Array(12).keys()].map((month) => {
      return make("option", { value: String(month + 1).padStart(2, "0") }, names.format(new Date(Date.UTC(2026, month, 1))));
    });
    const month = make("select", { "aria-label": word("month_name") }, make("option", { value: "" }, "—"), ...months);
    const year = make("input", { type: "text", inputmode: "numeric", maxlength: 4, size: 4, "aria-label": word("year"), autocomplete: "off" });
    const rough = make("span", { class: "rough", hidden: true }, month, " ", year);
    const switcher = make("input", { type: "checkbox", onchange: () => { show(switcher.checked); (switcher.checked ? month : day).focus(); } });
    const show = (isRough) => {
      switcher.checked = isRough;
      day.hidden = isRough;
      rough.hidden = !isRough;
    };
    const element = make("div", { class: "day" }, day, rough, make("div", { class: "answers instead short" }, make("label", {}, switcher, make("span", {}, word("month")))));
    return {
      element,
      read: () => {
        if (!switcher.checked) return trimmed(day);
        const given = trimmed(year);
        return given && (month.value ? `${given}-${month.value}` : given);
      },
      write: (value) => {
        const [written, part, number] = value.split("-");
        show(value !== "" && number === undefined);
        day.value = number ? value : "";
        year.value = number ? "" : written;
        month.value = number ? "" : part ?? "";
      },
      focus: () => (switcher.checked ? month : day).focus(),
    };
  }

  // A day with an hour, or two days.
  function twoParts({ name, separator }, outer) {
    const isInterval = name === "interval";
    const labels = isInterval ? [word("from_day"), word("to_day")] : [word("day"), word("hour")];
    const inputs = ["date", isInterval ? "date" : "time"].map((type, place) => {
      return make("input", { type, id: place ? newId() : outer.id, "aria-describedby": outer.described });
    });
    const pairs = inputs.map((input, place) => make("span", { class: "pair" }, make("label", { for: input.id }, labels[place]), input));
    return {
      element: make("div", { class: "pairs" }, ...pairs),
      read: () => {
        const [first, second] = inputs.map((input) => input.value);
        return first || second ? `${first}${second && separator}${second}` : undefined;
      },
      write: (value) => {
        const values = value.split(separator);
        for (const [place, input] of inputs.entries()) input.value = values[place] ?? "";
      },
      focus: () => inputs[0].focus(),
    };
  }

  function language(outer) {
    const names = new Intl.DisplayNames([lang], { type: "language" });
    const nameOf = (code) => {
      try { return names.of(code) ?? code; } catch { return code; }
    };
    const collator = new Intl.Collator(lang);
    const options = LANGUAGES.map((value) => ({ value, label: nameOf(value) })).sort((one, other) => collator.compare(one.label, other.label));
    const control = select(options, outer);
    return {
      ...control,
      write: (value) => {
        const isKnown = [...control.element.options].some((option) => option.value === value);
        if (!isKnown) control.element.append(make("option", { value }, nameOf(value)));
        control.write(value);
      },
    };
  }

  function select(options, outer) {
    const choices = options.map(({ value, label }) => make("option", { value }, label));
    const attributes = { id: outer.id, "aria-label": outer.label, "aria-describedby": outer.described };
    return single(make("select", attributes, make("option", { value: "" }, word("choose")), ...choices));
  }

  function boxes(type, options) {
    const name = newId();
    const inputs = options.map(({ value }) => make("input", { type, name, value }));
    const labels = options.map(({ label }, place) => make("label", {}, inputs[place], make("span", {}, label)));
    return { inputs, labels };
  }

  // Short answers stand beside each other.
  const classOf = (options) => (options.map(({ label }) => label).join("").length <= SHORT_CHARACTERS ? "answers short" : "answers");

  const words = (shape, outer) => (shape.options.length > MAX_SHOWN ? select(shape.options, outer) : radios(shape.options));

  function radios(options) {
    const { inputs, labels } = boxes("radio", options);
    return {
      element: make("div", { class: classOf(options) }, ...labels),
      read: () => inputs.find((input) => input.checked)?.value,
      write: (value) => { for (const input of inputs) input.checked = input.value === value; },
      focus: () => (inputs.find((input) => input.checked) ?? inputs[0]).focus(),
    };
  }

  // Several words of a list; a long list can be searched.
  function checkboxes(options, outer) {
    const { inputs, labels } = boxes("checkbox", options);
    const element = make("div", { class: options.length > MAX_SHOWN ? "answers many" : classOf(options) }, ...labels);
    const filter = make("input", { type: "search", class: "filter", autocomplete: "off", "aria-label": `${word("search_options")}: ${outer.name}`, placeholder: word("search_options") });
    // What is searched for is not part of the announcement.
    filter.addEventListener("input", (event) => {
      event.stopPropagation();
      const wanted = filter.value.trim().toLowerCase();
      for (const [place, label] of labels.entries()) {
        label.hidden = !inputs[place].checked && !label.textContent.toLowerCase().includes(wanted);
      }
    });
    const isLong = options.length > MAX_SHOWN;
    // One word that a file has without brackets stays without.
    let isBare = false;
    return {
      element: isLong ? make("div", {}, filter, element) : element,
      read: () => {
        const chosen = inputs.filter((input) => input.checked).map((input) => input.value);
        if (isBare && chosen.length === 1) return chosen[0];
        return chosen.length ? chosen : undefined;
      },
      write: (value) => {
        isBare = !Array.isArray(value);
        const chosen = [value].flat();
        for (const input of inputs) input.checked = chosen.includes(input.value);
      },
      focus: () => (isLong ? filter : inputs[0]).focus(),
    };
  }

  const yesNo = () => radios([{ value: "sì", label: word("yes") }, { value: "no", label: word("no") }]);

  // That a text on the board is accepted, in the version that it has today. A day on which it was accepted stays.
  function agreement({ version }, outer) {
    const { inputs: [input], labels } = boxes("checkbox", [{ value: version, label: word("agree") }]);
    let day;
    return {
      element: make("div", { class: "answers", "aria-describedby": outer.described }, ...labels),
      read: () => (input.checked ? { versione: version, data: day ?? today() } : undefined),
      write: (value) => {
        input.checked = value?.versione === version;
        day = input.checked ? value.data : undefined;
      },
      focus: () => input.focus(),
    };
  }

  // Whether one input with one label is all that the shape needs.
  const isSingle = (shape) =>
    (shape.is === "text" && shape.input !== "month-or-day" && !partsOf(shape)) || (shape.is === "words" && shape.options.length > MAX_SHOWN);

  return { text, words, checkboxes, radios, yesNo, agreement, isSingle };
}
