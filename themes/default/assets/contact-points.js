// The list of contact points: filters by need, language, district, and whether one is open. What is chosen stays in the
// fragment of the address, which is sent to nobody.
(() => {
  const form = document.querySelector("[data-points]");
  if (!form) return;
  const count = document.querySelector(".count");
  const all = count.textContent;
  let others = form.dataset.points.split(" ").filter(Boolean);
  // The other pages of the list: the filters look through them too. What failed is fetched again the next time.
  const loadOthers = async () => {
    while (others.length) {
      const answer = await fetch(others[0]);
      if (!answer.ok) throw new Error(`${answer.status} ${others[0]}`);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      document.dispatchEvent(new CustomEvent("cards", { detail: page }));
      for (const link of page.querySelectorAll(".point a")) link.href = new URL(link.getAttribute("href"), answer.url);
      for (const group of page.querySelectorAll(".district")) {
        const own = document.getElementById(group.id);
        if (own) own.querySelector("ul").append(...group.querySelectorAll(".point"));
        else document.querySelector(".pager").before(group);
      }
      others = others.slice(1);
    }
    const pager = document.querySelector(".pager");
    if (pager) pager.remove();
  };
  // A choice that a board does not offer is not there.
  const valueOf = (name) => (form.elements[name] ? form.elements[name].value : "");
  const isAnyChosen = () => ["need", "language", "zone"].some(valueOf) || form.elements.open.checked;
  let loading;
  const filter = async () => {
    if (isAnyChosen() && others.length) {
      loading = loading || loadOthers().finally(() => { loading = undefined; });
      await loading.catch(() => {});
    }
    // Read after the wait: somebody may have chosen something else meanwhile.
    const [need, language, zone] = ["need", "language", "zone"].map(valueOf);
    const open = form.elements.open.checked;
    const isAny = !need && !language && !zone && !open;
    let shown = 0;
    for (const card of document.querySelectorAll(".point")) {
      const has = (name, value) => !value || (card.dataset[name] || "").split(" ").includes(value);
      card.hidden = !(has("needs", need) && has("languages", language) && (!zone || card.dataset.zone === zone)
        && (!open || card.querySelector(".is-now")));
      shown += card.hidden ? 0 : 1;
    }
    for (const group of document.querySelectorAll(".district")) group.hidden = !group.querySelector(".point:not([hidden])");
    // With pages missing nobody can say how many there are.
    const isPartial = !isAny && others.length > 0;
    count.textContent = isAny ? all : form.dataset.count.replace("#", isPartial ? `${shown}+` : shown);
    const chosen = [...new FormData(form)].filter(([, value]) => value);
    history.replaceState(null, "", `${location.pathname}${chosen.length ? `#${new URLSearchParams(chosen)}` : ""}`);
  };
  for (const [name, value] of new URLSearchParams(location.hash.slice(1))) {
    const field = form.elements[name];
    if (!field) continue;
    if (field.type === "checkbox") field.checked = true;
    else field.value = value;
  }
  const folded = form.closest("details");
  folded.hidden = false;
  folded.open = Boolean(location.hash);
  form.addEventListener("change", filter);
  form.addEventListener("reset", () => setTimeout(filter));
  form.addEventListener("submit", (event) => event.preventDefault());
  if (location.hash) filter();
})();
