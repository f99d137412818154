// Finds announcements by words: folds what is asked as the index was folded, and fetches only the lists of words that it
// needs. It touches no page, so that it runs outside of browsers too.
(function (scope) {
  // How much a match is worth beside the word itself: another ending, a word that means the same, a longer word.
  var INFLECTED = 0.85;
  var MEANT = 0.45;
  var LONGER = 0.5;
  var BEGUN = 0.3;
  // What any match counts, beside the weight of its field: the word itself in a line of facts before what means the same
  // in a title.
  var MATCHED = 4;
  // From this length on a word finds longer words that begin with it; a shorter one only if nothing else does.
  var PREFIX_FROM = 6;
  var BEGUN_FROM = 3;
  // Words without their ending keep this many letters.
  var STEM = 3;
  // From these lengths on, one slip and two.
  var ONE_SLIP = 4;
  var TWO_SLIPS = 8;
  // Share of neighbouring letters that a text without spaces must have.
  var SHARE = 0.5;
  // Share of the best, by rareness of their words, that announcements with some of the words have.
  var LOOSE = 0.6;
  // Fewer results than this are few.
  var FEW = 3;
  var MAX_PHRASE = 4;
  var MAX_CORRECTIONS = 4;

  var WORD = /[\p{L}\p{N}\p{M}]/u;
  var MARK = /\p{M}/u;
  var NUMBER = /\p{N}/u;

  // The folding, from the tables that the index was made with.
  function makeFolding(tables) {
    const letters = new Map(Object.entries(tables.several));
    const pairs = Array.from(tables.pairs);
    for (let place = 0; place < pairs.length; place += 2) letters.set(pairs[place], pairs[place + 1]);
    const ends = Array.from(tables.dropped, (letter) => `\\u{${letter.codePointAt(0).toString(16)}}`);
    let ranges = "";
    for (let place = 0; place < ends.length; place += 2) ranges += `${ends[place]}-${ends[place + 1]}`;
    const dropped = new RegExp(`[${ranges}]`, "gu");
    const unspaced = new RegExp(tables.unspaced.map((name) => `\\p{Script=${name}}`).join("|"), "u");
    const joints = new Set(tables.joints);
    const replaceLetters = (text) => Array.from(text, (letter) => letters.get(letter) || letter).join("");
    const fold = (text) =>
      replaceLetters(replaceLetters(text.normalize("NFC")).normalize("NFKD").toLowerCase().replace(dropped, ""));
    const length = (text) => Array.from(text).length;
    const stripArticle = (word) => {
      const article = tables.articles.find(
        (found) => word.startsWith(found) && length(word.slice(found.length)) >= tables.minWithoutArticle,
      );
      return article ? word.slice(article.length) : word;
    };
    const isOneLetter = (text) => length(text) === 1 && !NUMBER.test(text);
    const isUnspaced = (text) => unspaced.test(Array.from(text)[0] || "");

    // Words in order, each in its parts, with the parts in one if there are several.
    function splitWords(text) {
      const words = [];
      let parts = [];
      let part = "";
      let without = false;
      // Whether the last of the parts is of letters with a dot behind each.
      let abbreviated = false;
      // Letters with dots are one part: «A.S.L.» is asked as «asl», and each alone says nothing.
      const finishPart = () => {
        if (!part) return;
        const isLetter = isOneLetter(part);
        if (abbreviated && isLetter) parts[parts.length - 1] += part;
        else parts.push(part);
        abbreviated = isLetter;
        part = "";
      };
      const finish = () => {
        finishPart();
        abbreviated = false;
        if (parts.length) {
          const whole = parts.length > 1 && length(parts.join("")) <= tables.maxWhole ? stripArticle(parts.join("")) : null;
          words.push({ parts: parts.map(stripArticle), whole });
        }
        parts = [];
        without = false;
      };
      for (const letter of fold(text)) {
        if (WORD.test(letter)) {
          const now = MARK.test(letter) ? without : unspaced.test(letter);
          if ((part || parts.length) && now !== without) finish();
          without = now;
          part += letter;
        } else if (joints.has(letter) && part && !without) {
          finishPart();
          abbreviated = abbreviated && letter === ".";
        } else {
          finish();
        }
      }
      finish();
      return words;
    }
    return { fold, splitWords, isUnspaced };
  }

  function neighbours(run) {
    const letters = Array.from(run);
    return letters.length < 2 ? [run] : letters.slice(1).map((letter, place) => letters[place] + letter);
  }

  // What a language knows of its words.
  function makeLanguage(words, folding) {
    const { splitWords, isUnspaced } = folding;
    const endings = words.endings.map(folding.fold).sort((one, other) => other.length - one.length);
    const isEnding = new Set(endings);
    const ignored = new Set();
    for (const text of words.ignored) for (const word of splitWords(text)) for (const part of word.parts) ignored.add(part);
    const stem = (word) => {
      const ending = endings.find((end) => word.endsWith(end) && word.length - end.length >= STEM);
      return ending ? word.slice(0, -ending.length) : word;
    };
    const isInflected = (stem, word) => word.startsWith(stem) && (word === stem || isEnding.has(word.slice(stem.length)));
    // Words of a text that say something; all of them if none does.
    const tellingWords = (text) => {
      const all = splitWords(text);
      const telling = all
        .map(({ parts, whole }) => {
          const kept = parts.filter((part) => !ignored.has(part));
          return { parts: kept, whole: kept.length === parts.length ? whole : null };
        })
        .filter(({ parts }) => parts.length);
      return telling.length ? telling : all;
    };
    const tokensOf = (text) => {
      const tokens = [];
      for (const { parts } of tellingWords(text)) {
        for (const part of parts) tokens.push(...(isUnspaced(part) ? neighbours(part) : [part]));
      }
      return tokens;
    };
    const keyOf = (tokens) => tokens.map(stem).join(" ");
    const groups = words.groups.map((group) => group.map((text) => ({ text, tokens: tokensOf(text) })));
    // Groups by the words of each member; runs of letters without spaces apart.
    const groupsByKey = new Map();
    const runs = new Map();
    const note = (map, key, place) => {
      if (!map.has(key)) map.set(key, new Set());
      if (place !== null) map.get(key).add(place);
    };
    groups.forEach((group, place) => {
      for (const { text, tokens } of group) {
        if (!tokens.length) continue;
        const parts = splitWords(text);
        if (parts.length === 1 && isUnspaced(parts[0].parts[0])) note(runs, parts[0].parts[0], place);
        else note(groupsByKey, keyOf(tokens), place);
      }
    });
    for (const word of ignored) if (isUnspaced(word)) note(runs, word, null);
    const longest = Math.max(0, ...Array.from(runs.keys(), (run) => run.length));
    // Divides a run of letters without spaces into words that are known and what is between them.
    const divideRun = (run) => {
      const pieces = [];
      let rest = "";
      const flush = () => {
        if (rest) pieces.push({ text: rest, known: false });
        rest = "";
      };
      for (let place = 0; place < run.length; ) {
        let size = Math.min(longest, run.length - place);
        while (size > 0 && !runs.has(run.slice(place, place + size))) size -= 1;
        if (!size) {
          rest += run[place];
          place += 1;
          continue;
        }
        flush();
        const text = run.slice(place, place + size);
        if (!ignored.has(text)) pieces.push({ text, known: true });
        place += size;
      }
      flush();
      return pieces;
    };
    return { ...folding, groups, groupsByKey, runs, stem, isInflected, tellingWords, tokensOf, keyOf, divideRun };
  }

  // A question as units, each of which an announcement must have: a word or a known phrase, or what means the same.
  function readQuestion(language, question) {
    const units = [];
    const add = (text, alternatives, groups) => {
      const unit = { text, alternatives: alternatives.map((tokens) => ({ quality: 1, share: 1, ...tokens })) };
      const own = new Set(unit.alternatives.map(({ tokens }) => language.keyOf(tokens)));
      for (const group of groups) {
        for (const member of language.groups[group]) {
          const key = language.keyOf(member.tokens);
          if (own.has(key) || !member.tokens.length) continue;
          own.add(key);
          unit.alternatives.push({ tokens: member.tokens, quality: MEANT, share: 1, text: member.text });
        }
      }
      units.push(unit);
    };
    const words = language.tellingWords(question);
    for (let place = 0; place < words.length; ) {
      const [first] = words[place].parts;
      if (language.isUnspaced(first)) {
        const pieces = language.divideRun(first);
        // A letter between words that are known says little.
        const telling = pieces.filter(({ text, known }) => known || text.length > 1 || pieces.length === 1);
        for (const { text, known } of telling) {
          const tokens = neighbours(text);
          add(text, [{ tokens, share: known ? 1 : SHARE }], (known && language.runs.get(text)) || []);
        }
        place += 1;
        continue;
      }
      let size = Math.min(MAX_PHRASE, words.length - place);
      const tokens = () => [].concat(...words.slice(place, place + size).map(({ parts }) => parts));
      while (size > 1 && !language.groupsByKey.has(language.keyOf(tokens()))) size -= 1;
      const found = new Set(language.groupsByKey.get(language.keyOf(tokens())) || []);
      const alternatives = [{ tokens: tokens() }];
      const { whole } = words[place];
      if (size === 1 && whole) {
        alternatives.push({ tokens: [whole] });
        for (const group of language.groupsByKey.get(language.keyOf([whole])) || []) found.add(group);
      }
      add(tokens().join(" "), alternatives, found);
      place += size;
    }
    return units;
  }

  // Whether one text becomes the other by so many slips: a letter too many, missing, another, two exchanged.
  function slips(one, other, most) {
    if (Math.abs(one.length - other.length) > most) return most + 1;
    let before = [];
    let last = Array.from({ length: other.length + 1 }, (_, place) => place);
    for (let row = 1; row <= one.length; row += 1) {
      const now = [row];
      for (let column = 1; column <= other.length; column += 1) {
        const same = one[row - 1] === other[column - 1] ? 0 : 1;
        now[column] = Math.min(now[column - 1] + 1, last[column] + 1, last[column - 1] + same);
        if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]) {
          now[column] = Math.min(now[column], before[column - 2] + 1);
        }
      }
      before = last;
      last = now;
    }
    return last[other.length];
  }

  function readNumbers(text, seen) {
    let next = 0;
    for (const digits of text.split(",")) {
      next += digits ? parseInt(digits, 36) : 0;
      seen(next);
      next += 1;
    }
  }

  const DISTANCE = /([0-9a-z]*)([A-Z])/g;

  // The engine of a site. `read` fetches a text below the index's folder.
  function makeEngine(read) {
    const kept = new Map();
    // A fetch that failed is tried again.
    const once = (path, parse) => {
      if (!kept.has(path)) {
        const reading = read(path).then(parse);
        reading.catch(() => kept.delete(path));
        kept.set(path, reading);
      }
      return kept.get(path);
    };
    const json = (path) => once(path, JSON.parse);

    // A part, with its place among all: what is open, then the archive by year.
    const loadPart = async ({ path, open, place }) => {
      const part = await json(path);
      const folder = path.slice(0, path.lastIndexOf("/") + 1);
      return { ...part, folder, open, place };
    };
    const byPlace = (one, other) => one.part.place - other.part.place || one.id - other.id;
    const loadEntry = (code) =>
      once(`${code}.json`, (text) => {
        const entry = JSON.parse(text);
        const parts = entry.parts.map((part, place) => ({ ...part, place }));
        return { ...entry, parts, language: makeLanguage(entry.language, makeFolding(entry.folding)) };
      });
    const parseList = (text) => text.split("\n").map((line) => line.split("\t"));

    // Records of a part with a word that a token finds: weight by record.
    async function findToken(part, language, token, begun) {
      const exact = language.isUnspaced(token);
      const stem = exact ? token : language.stem(token);
      const { lists } = part;
      const from = lists.findIndex(([first], place) => place + 1 === lists.length || lists[place + 1][0] > stem);
      const records = new Map();
      for (let place = Math.max(0, from); place < lists.length; place += 1) {
        const [first, name] = lists[place];
        if (place > from && !first.startsWith(stem)) break;
        for (const [word, found] of await once(`${part.folder}words-${name}.txt`, parseList)) {
          if (!word.startsWith(stem)) continue;
          let quality = 0;
          if (word === token) quality = 1;
          else if (exact) quality = 0;
          else if (language.isInflected(stem, word)) quality = INFLECTED;
          else if (word.startsWith(token) && token.length >= PREFIX_FROM) quality = LONGER;
          else if (word.startsWith(token) && begun && token.length >= BEGUN_FROM) quality = BEGUN;
          if (!quality) continue;
          let next = 0;
          DISTANCE.lastIndex = 0;
          for (let match = DISTANCE.exec(found); match; match = DISTANCE.exec(found)) {
            const id = next + (match[1] ? parseInt(match[1], 36) : 0);
            const weight = (match[2].charCodeAt(0) - 64 + MATCHED) * quality;
            if (weight > (records.get(id) || 0)) records.set(id, weight);
            next = id + 1;
          }
        }
      }
      return records;
    }

    // Records of a part that a unit finds. Notes whether the words themselves did (`said`), and which that mean the same.
    async function findUnit(part, language, unit, begun) {
      const best = new Map();
      for (const { tokens, quality, share, text } of unit.alternatives) {
        const found = await Promise.all(tokens.map((token) => findToken(part, language, token, begun && quality === 1)));
        // The mean of several words is geometric, by how rare each is: one that is everywhere does not make up for another.
        const sums = new Map();
        let rare = 0;
        for (const records of found) {
          const rareness = Math.log(1 + part.records / Math.max(1, records.size));
          rare += rareness;
          for (const [id, weight] of records) {
            const sum = sums.get(id) || { count: 0, weight: 0 };
            sums.set(id, { count: sum.count + 1, weight: sum.weight + Math.log(weight) * rareness });
          }
        }
        for (const [id, sum] of sums) {
          if (sum.count < tokens.length * share) continue;
          const score = Math.exp(sum.weight / rare) * quality;
          if (!text) unit.said = true;
          else if (unit.meant && !best.has(id)) unit.meant.add(text);
          if (score > (best.get(id) || 0)) best.set(id, score);
        }
      }
      return best;
    }

    const findUnits = (parts, language, units, begun) =>
      Promise.all(parts.map((part) => Promise.all(units.map((unit) => findUnit(part, language, unit, begun)))));

    // Records that have every unit, best first: [part, id]. With `loose`, those that have the most telling ones.
    function join(parts, found, units, rareness, loose) {
      const results = [];
      parts.forEach((part, place) => {
        const scores = new Map();
        found[place].forEach((records, unit) => {
          for (const [id, score] of records) {
            const known = scores.get(id) || { count: 0, rare: 0, score: 0 };
            scores.set(id, {
              count: known.count + 1,
              rare: known.rare + rareness[unit],
              score: known.score + Math.log(1 + score) * rareness[unit],
            });
          }
        });
        for (const [id, known] of scores) {
          if (loose || known.count === units.length) results.push({ part, id, ...known });
        }
      });
      const best = Math.max(0, ...results.map(({ rare }) => rare));
      const kept = results.filter(({ rare }) => !loose || rare >= best * LOOSE);
      // Of two as good, the one that closes first.
      return kept.sort((one, other) => other.score - one.score || byPlace(one, other));
    }

    const measure = (parts, found, units) => {
      const all = parts.reduce((sum, part) => sum + part.records, 0);
      return units.map((_, unit) => {
        const having = found.reduce((sum, records) => sum + records[unit].size, 0);
        return Math.log(1 + all / Math.max(1, having));
      });
    };

    // Words near one that nothing has, nearest first.
    async function findCorrections(parts, language, asked) {
      const most = asked.length >= TWO_SLIPS ? 2 : asked.length >= ONE_SLIP ? 1 : 0;
      if (!most || language.isUnspaced(asked) || NUMBER.test(asked)) return [];
      const words = new Set();
      for (const part of parts) {
        const text = await once(`${part.folder}corrections-${part.corrections}.txt`, String);
        for (const word of text.split(" ")) words.add(word);
      }
      for (const group of language.groups) for (const { tokens } of group) if (tokens.length === 1) words.add(tokens[0]);
      // Double letters are the most frequent slips, the first letter the rarest.
      const single = (word) => word.replace(/(.)\1/gu, "$1");
      const likeness = (word) => (single(word) === single(asked) ? 0 : word[0] === asked[0] ? 1 : 2);
      const near = [];
      for (const word of words) {
        const distance = word.length >= ONE_SLIP ? slips(asked, word, most) : most + 1;
        if (distance <= most) near.push({ word, distance, other: likeness(word) });
      }
      near.sort((one, other) => one.distance - other.distance || one.other - other.other);
      return near.slice(0, MAX_CORRECTIONS).map(({ word }) => word);
    }

    async function filter(results, filters) {
      let kept = results;
      for (const [facet, value] of Object.entries(filters)) {
        const ids = new Map();
        for (const part of new Set(kept.map((result) => result.part))) {
          const having = new Set();
          ids.set(part, having);
          if (!part.facets[facet]) continue;
          const values = await json(`${part.folder}facet-${part.facets[facet]}.json`);
          if (values[value] !== undefined) readNumbers(values[value], (id) => having.add(id));
        }
        kept = kept.filter(({ part, id }) => ids.get(part).has(id));
      }
      return kept;
    }

    // Every record of parts, in their order.
    const listAll = (parts) =>
      [].concat(...parts.map((part) => Array.from({ length: part.records }, (_, id) => ({ part, id }))));

    // Answers a question in a language. `closed`: also what is over; it is searched in any case if nothing is open, or
    // little and not by the words themselves.
    // Returns what is open and what is over (part and number of each card, best first), words that were meant the same
    // and found something (`meant`), slips (`corrected`: asked and word), whether some words are missing (`loose`), and how many the filters hide if they
    // hide all (`hidden`).
    async function ask(code, question, { filters = {}, byDay = false, closed = false } = {}) {
      const entry = await loadEntry(code);
      const { language } = entry;
      const load = (open) => Promise.all(entry.parts.filter((part) => part.open === open).map(loadPart));
      const openParts = await load(true);
      const answer = { open: [], over: [], meant: [], corrected: [], loose: false, hidden: 0 };
      const put = async (results) => {
        const kept = await filter(results, filters);
        answer.hidden = kept.length ? 0 : results.length;
        if (byDay) kept.sort(byPlace);
        answer.open = kept.filter(({ part }) => part.open);
        answer.over = kept.filter(({ part }) => !part.open);
        return answer;
      };
      const units = question.trim() ? readQuestion(language, question) : [];
      if (!units.length) {
        if (question.trim()) return answer;
        return put(listAll(closed ? openParts.concat(await load(false)) : openParts));
      }
      for (const unit of units) unit.meant = new Set();
      let parts = openParts;
      let found = await findUnits(parts, language, units);
      const missing = () => units.filter((_, unit) => !found.some((records) => records[unit].size));
      const joined = (loose) => join(parts, found, units, measure(parts, found, units), loose);
      let results = joined();
      // Of few that only have what means the same, what is asked for may be over.
      const isGuess = results.length < FEW && units.some(({ said }) => !said);
      if (closed || !results.length || isGuess) {
        const overParts = await load(false);
        parts = parts.concat(overParts);
        found = found.concat(await findUnits(overParts, language, units));
        results = joined();
      }
      // What is open and has some of the words comes before what is over and has all.
      if (results.length && units.length > 1 && !results.some(({ part }) => part.open)) {
        const foundOpen = found.slice(0, openParts.length);
        const some = join(openParts, foundOpen, units, measure(openParts, foundOpen, units), true);
        answer.loose = some.length > 0;
        results = some.concat(results);
      }
      // A word that has only been begun; then a slip; then some of the words.
      if (!results.length && missing().length) {
        found = await findUnits(parts, language, units, true);
        results = joined();
      }
      if (!results.length) {
        for (const unit of missing()) {
          for (const word of await findCorrections(parts, language, unit.text)) {
            const [instead] = readQuestion(language, word);
            if (!instead) continue;
            const having = await Promise.all(parts.map((part) => findUnit(part, language, instead, false)));
            if (!having.some((records) => records.size)) continue;
            answer.corrected.push({ asked: unit.text, word });
            const place = units.indexOf(unit);
            having.forEach((records, part) => { found[part][place] = records; });
            break;
          }
        }
        results = joined();
      }
      if (!results.length && units.length > 1) {
        results = joined(true);
        answer.loose = results.length > 0;
      }
      answer.meant = [].concat(...units.map(({ meant }) => Array.from(meant)));
      return put(results);
    }

    // Cards of results: HTML, and for whom.
    const loadCards = (results) =>
      Promise.all(
        results.map(async ({ part, id }) => {
          const block = Math.floor(id / part.inBlock);
          const size = part.blocks.length / Math.ceil(part.records / part.inBlock);
          const name = part.blocks.slice(block * size, (block + 1) * size);
          const [card, who] = (await json(`${part.folder}cards-${name}.json`))[id % part.inBlock];
          return { card, who };
        }),
      );
    return { ask, loadCards, prepare: loadEntry };
  }

  scope.makeSearchEngine = makeEngine;
  scope.makeFolding = makeFolding;
})(typeof module === "object" && module.exports ? module.exports : self);
