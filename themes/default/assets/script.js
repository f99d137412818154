// Pages hold whole dates. This adds what depends on the hour of reading: days that are left, and
// what has closed since the page was made.
(() => {
  const { timeZone, words } = document.body.dataset;
  const texts = JSON.parse(words);
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone, year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23",
  }).formatToParts(new Date());
  const part = (type) => parts.find((found) => found.type === type).value;
  const today = `${part("year")}-${part("month")}-${part("day")}`;
  const now = `${today}T${part("hour")}:${part("minute")}`;
  const days = (from, to) => Math.round((Date.parse(to) - Date.parse(from)) / 86400000);

  for (const element of document.querySelectorAll("[data-last-day]")) {
    const { lastDay, lastMoment } = element.dataset;
    const open = element.closest(".is-open");
    if (!open) continue;
    const shown = element.querySelector("[data-relative]");
    if (today > lastDay || (lastMoment && now >= lastMoment)) {
      open.classList.replace("is-open", "is-closed");
      shown.textContent = texts.closed;
      for (const actions of open.querySelectorAll(".actions")) actions.remove();
      continue;
    }
    const left = days(today, lastDay);
    const text = left === 0 ? texts.today : left === 1 ? texts.tomorrow : texts.days[left - 2];
    if (text) {
      const relative = document.createElement("span");
      relative.className = "soon";
      relative.textContent = text;
      shown.append(" ", relative);
    }
  }
})();
