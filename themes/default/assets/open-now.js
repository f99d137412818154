// Contact points: whether one is open at this moment, by the clock of the board and the hours that the build has written
// down for the coming weeks.
(() => {
  const { timeZone, words } = document.body.dataset;
  const texts = JSON.parse(document.currentScript.dataset.words);
  const { today, tomorrow } = JSON.parse(words);
  const language = document.documentElement.lang;
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone, year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hour12: false,
  }).formatToParts(new Date());
  const part = (type) => parts.find((found) => found.type === type).value;
  const midnight = Date.parse(`${part("year")}-${part("month")}-${part("day")}`);
  // Some browsers call midnight 24.
  const now = part("hour") % 24 * 60 + Number(part("minute"));
  const DAY = 24 * 60;
  const dayAt = (offset) => new Date(midnight + offset * DAY * 60000);

  const time = (minutes) => `${Math.floor(minutes % DAY / 60)}:${String(minutes % 60).padStart(2, "0")}`;
  // «oggi 13:00», «lunedì 9:00», «lunedì 14 dicembre 9:00», for minutes from today's midnight.
  const moment = (minutes) => {
    const days = Math.floor(minutes / DAY);
    const date = days > 6 ? { day: "numeric", month: "long" } : {};
    const name = () => new Intl.DateTimeFormat(`${language}-u-nu-latn-ca-gregory`, { timeZone: "UTC", weekday: "long", ...date }).format(dayAt(days));
    return `${[today, tomorrow][days] || name()} ${time(minutes)}`;
  };

  // Slots from yesterday on, in minutes from today's midnight; the lower the rank, the more people are received. Nothing
  // is known from the day on at which the build stopped.
  const slots = ({ week, days, until }) => {
    const regular = week.split(";");
    const others = new Map(days.split(";").map((day) => day.split("=")));
    const found = [];
    for (let offset = -1; offset < 60; offset++) {
      const day = dayAt(offset);
      const name = day.toISOString().slice(0, 10);
      if (name >= until) break;
      const hours = others.has(name) ? others.get(name) : regular[(day.getUTCDay() + 6) % 7];
      for (const slot of hours.split(",")) {
        const [, start, end, kind, some] = /^(\d+)-(\d+)([aou]?)(r?)$/.exec(slot) || [];
        if (start) found.push({ start: offset * DAY + Number(start), end: offset * DAY + Number(end), rank: " aou".indexOf(kind || " ") * 2 + (some ? 1 : 0) });
      }
    }
    return found;
  };

  // What is said of a contact point, and whether it is open.
  const state = (hours) => {
    const end = (Date.parse(hours.until) - midnight) / 60000;
    if (end <= 0) return ["", false];
    const known = slots(hours);
    const rankAt = (minute) => Math.min(...known.filter(({ start, end }) => start <= minute && minute < end).map(({ rank }) => rank));
    const rank = rankAt(now);
    const boundaries = known.flatMap(({ start, end }) => [start, end]).filter((minute) => minute > now && minute < end).sort((one, other) => one - other);
    const change = boundaries.find((minute) => rankAt(minute) !== rank);
    if (rank < 2) {
      if (rank) return [texts.some, true];
      // The time alone is clear within a day.
      if (change === undefined || change - now >= DAY) return [texts.always, true];
      return [texts.until.replace("{time}", time(change)), true];
    }
    if (rank < 4) return [texts.appointment, false];
    if (rank < Infinity) return ["", false];
    const next = change === undefined ? Infinity : rankAt(change);
    if (next > 5) return [texts.closed, false];
    return [texts[next === 2 || next === 3 ? "opensAppointment" : "opens"].replace("{moment}", moment(change)), false];
  };

  const mark = (page) => {
    for (const line of page.querySelectorAll("[data-week]")) {
      const [text, open] = state(line.dataset);
      line.textContent = text;
      line.hidden = !text;
      line.classList.toggle("is-now", open);
    }
  };
  mark(document);
  // Cards that come later.
  document.addEventListener("cards", ({ detail }) => mark(detail));
  const weekday = (dayAt(0).getUTCDay() + 6) % 7 + 1;
  const hoursOfToday = document.querySelector(`.hours [data-day="${weekday}"]`);
  if (hoursOfToday) hoursOfToday.setAttribute("aria-current", "date");
})();
