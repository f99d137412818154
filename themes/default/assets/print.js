// Print desk: says how large each pack is, which is known only when it has been printed.
for (const size of document.querySelectorAll("[data-size]")) {
  fetch(size.closest("a").href, { method: "HEAD" }).then(({ ok, headers }) => {
    const bytes = Number(headers.get("Content-Length"));
    if (ok && bytes) size.textContent += ` ${Math.ceil(bytes / 1000)} kB`;
  }, () => {});
}

// The announcements that are ticked, in the languages that are ticked, become one file: it is made on this device, from
// the posters that the page links to.
(() => {
  const form = document.querySelector("#print-choice");
  if (!form || !window.bindPosters || !URL.createObjectURL) return;
  const { root, none, failed, working } = form.dataset;
  const maker = document.querySelector("#print-make");
  const said = maker.querySelector("[data-said]");
  const made = maker.querySelector("[data-made]");
  const languages = form.querySelector("fieldset");
  const ticks = [...document.querySelectorAll(".print-tick input")];
  const all = form.querySelector("[data-all]");
  const layout = () => form.querySelector("[name=layout]:checked").value;

  // Strips are printed in the board's own language only.
  const change = () => {
    languages.disabled = layout() === "strips";
    all.checked = ticks.every((tick) => tick.checked);
    said.textContent = "";
    made.hidden = true;
  };
  const wanted = () => {
    const items = ticks.filter((tick) => tick.checked).map((tick) => tick.value);
    if (languages.disabled) return items.map((item) => `o/${item}/poster-strips.pdf`);
    const chosen = [...languages.querySelectorAll(":checked")];
    return items.flatMap((item) => chosen.map((language) => `${language.dataset.root}o/${item}/poster.pdf`));
  };
  const make = async () => {
    change();
    const paths = wanted();
    if (!paths.length) {
      said.textContent = none;
      return;
    }
    const files = [];
    for (const path of paths) {
      said.textContent = `${working} ${files.length + 1}/${paths.length}`;
      const answer = await fetch(root + path);
      if (!answer.ok) throw new Error(answer.status);
      files.push(new Uint8Array(await answer.arrayBuffer()));
    }
    const { bytes, pages } = window.bindPosters(files, { four: layout() === "four", rightToLeft: document.dir === "rtl" });
    if (made.href) URL.revokeObjectURL(made.href);
    made.href = URL.createObjectURL(new Blob([bytes], { type: "application/pdf" }));
    made.querySelector("bdi").textContent = `${pages} × A4, ${Math.ceil(bytes.length / 1000)} kB`;
    said.textContent = "";
    made.hidden = false;
    made.focus();
  };
  const button = maker.querySelector("button");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    button.disabled = true;
    make().catch(() => { said.textContent = failed; }).then(() => { button.disabled = false; });
  });
  all.addEventListener("change", () => {
    for (const tick of ticks) tick.checked = all.checked;
  });
  document.addEventListener("change", ({ target }) => {
    if (target.form === form) change();
  });
  form.hidden = maker.hidden = false;
  for (const tick of ticks) tick.parentElement.hidden = false;
  change();
})();
