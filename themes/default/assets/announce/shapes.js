// What a value is, without the page: how well it fits a shape, and how it reads as plain text.
export const isMap = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

const isText = (value) => typeof value === "string";
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MONTH_OR_DAY = /^\d{4}(-\d{2}){0,2}$/;
// Texts of two parts, each with a control of its own.
const PARTS = {
  "day-and-hour": { fits: /^\d{4}-\d{2}-\d{2} ore ([01]\d|2[0-3]):[0-5]\d$/, separator: " ore " },
  interval: { fits: /^\d{4}-\d{2}-\d{2}\/\d{4}-\d{2}-\d{2}$/, separator: "/" },
};

// How a text of two parts is written, by the pattern of its shape; `undefined` for other texts.
export function partsOf(shape) {
  if (shape.is !== "text" || shape.input !== "line" || !shape.pattern) return undefined;
  const accepts = (example) => new RegExp(shape.pattern, "u").test(example);
  if (accepts("2026-11-30 ore 12:00")) return { name: "day-and-hour", ...PARTS["day-and-hour"] };
  return accepts("2026-12-24/2027-01-02") ? { name: "interval", ...PARTS.interval } : undefined;
}

// 0 if a control for `shape` could not hold the value unchanged; the higher, the more exact the shape.
export function fitness(shape, value) {
  switch (shape.is) {
    case "text": return isText(value) ? textFitness(shape, value) : 0;
    case "words": return shape.options.some((option) => option.value === value) ? 5 : 0;
    case "yes-no": return value === "sì" || value === "no" ? 5 : 0;
    case "agreement": return isMap(value) && value.versione === shape.version ? 3 : 0;
    case "organisation": return isText(value) || isMap(value) ? 2 : 0;
    case "choice": return Math.max(0, ...shape.of.map((notation) => fitness(notation.shape, value)));
    case "list": {
      if (!Array.isArray(value)) return fitness(shape.of, value) / 2;
      return value.length ? Math.min(...value.map((entry) => fitness(shape.of, entry))) : 1;
    }
    case "group": {
      if (!isMap(value)) return 0;
      const fits = ([key, part]) => {
        const field = shape.fields.find((field) => field.key === key);
        return field && (part === field.none || part === field.unknown || fitness(field.shape, part) > 0);
      };
      return Object.entries(value).every(fits) ? 3 : 1;
    }
    default: return 0;
  }
}

function textFitness(shape, value) {
  if (value.includes("\n")) return shape.input === "long" ? 1 : 0;
  const parts = partsOf(shape);
  if (parts) return parts.fits.test(value) ? 4 : 0;
  switch (shape.input) {
    case "day": return DAY.test(value) ? 4 : 0;
    case "month-or-day": return MONTH_OR_DAY.test(value) ? 4 : 0;
    case "number": case "amount": return /^-?[\d.,]+$/.test(value) ? 3 : 0;
    case "email": return /@/.test(value) ? 3 : 0;
    case "url": return /:\/\//.test(value) ? 3 : 0;
    case "language": return /^[a-z]{2,3}(-|$)/.test(value) ? 3 : 0;
    default: return shape.pattern && new RegExp(shape.pattern, "u").test(value) ? 3 : 1;
  }
}

// A value in the form in which two are compared: without empty parts, the order of keys and of chosen words.
function plainValue(value) {
  if (isText(value)) return value.replace(/\r\n?/g, "\n").trim() || undefined;
  if (Array.isArray(value)) {
    const parts = value.map(plainValue).filter((part) => part !== undefined);
    return parts.length ? (parts.every(isText) ? parts.sort() : parts) : undefined;
  }
  if (!isMap(value)) return value;
  const parts = Object.keys(value).sort().map((key) => [key, plainValue(value[key])]).filter(([, part]) => part !== undefined);
  return parts.length ? parts : undefined;
}

// Whether two values say the same.
export const isSame = (one, other) => JSON.stringify(plainValue(one)) === JSON.stringify(plainValue(other));

// What empties a control of a shape.
export function emptyOf(shape) {
  switch (shape.is) {
    case "group": return {};
    case "list": return [];
    case "choice": case "agreement": return undefined;
    default: return "";
  }
}

// Whether a notation is a short form of a map beside it, for those who write files: an address instead of all contacts.
const isShorthand = ({ shape }) => shape.is === "text" && ["url", "email", "phone"].includes(shape.input);

// The notations of a choice that people are offered, by their place, the one to begin with first.
export function offeredNotations(shape) {
  const places = [...shape.of.keys()];
  const details = places.find((place) => shape.of[place].shape.is === "group");
  if (details === undefined) return places;
  const shorthands = places.filter((place) => isShorthand(shape.of[place]));
  if (shorthands.length > 1) return places.filter((place) => !shorthands.includes(place));
  // A map whose fields depend on each other leads further than free text.
  const isGuided = shape.of[details].shape.fields.some((field) => field.when);
  return isGuided && shape.of[places[0]].shape.is === "text" ? [details, ...places.filter((place) => place !== details)] : places;
}

// Whether people type into the first control of a shape.
export function isTyped(shape) {
  switch (shape.is) {
    case "text": return shape.input !== "day" && shape.input !== "month-or-day" && !partsOf(shape);
    case "list": return isTyped(shape.of);
    case "choice": return isTyped(shape.of[offeredNotations(shape)[0]].shape);
    default: return false;
  }
}

// Place of the notation of a choice that fits a value best.
export function bestNotation(shape, value) {
  const fits = shape.of.map((notation) => fitness(notation.shape, value));
  return fits.indexOf(Math.max(...fits));
}

// A value as lines that people read: `key: value`, lists with dashes.
export function toLines(value, nameOf = (key) => key) {
  if (Array.isArray(value)) {
    return value.flatMap((entry) => toLines(entry, nameOf).map((line, place) => `${place ? "  " : "- "}${line}`));
  }
  if (!isMap(value)) return String(value).split("\n");
  return Object.entries(value).flatMap(([key, part]) => {
    const lines = toLines(part, nameOf);
    return lines.length === 1 && !isMap(part) && !Array.isArray(part)
      ? [`${nameOf(key)}: ${lines[0]}`]
      : [`${nameOf(key)}:`, ...lines.map((line) => `  ${line}`)];
  });
}

// What is written is called by: an announcement has a title, an organisation a name.
export const titleOf = ({ titolo, nome }) => [titolo, nome].find(isText);
