// The page of a need: of equal contact points those nearest to the reader's district come first. The district stays on this
// device; nothing is sent.
(() => {
  const field = document.querySelector("[data-district] select");
  if (!field) return;
  const { memory } = window.board;
  // Rows and columns of districts on the map of tiles; on a board without a map there is only the same district.
  const places = new Map([...field.options].map(({ value, dataset }) => [value, dataset.at && dataset.at.split(" ").map(Number)]));
  const distance = (one, other) => {
    if (one === other) return 0;
    const [from, to] = [places.get(one), places.get(other)];
    return from && to ? Math.hypot(...from.map((at, axis) => at - to[axis])) : Infinity;
  };
  const lists = [...document.querySelectorAll(".cards")].map((list) => [list, [...list.querySelectorAll(":scope > .point")]]);
  const note = field.parentElement.querySelector("small");
  const sort = () => {
    note.hidden = !field.value;
    for (const [list, cards] of lists) {
      const away = ({ dataset: { zone } }) => (field.value ? distance(field.value, zone) : 0);
      // Where distances are equal, the order of the page stays.
      const sorted = cards.map((card, order) => [away(card), order, card]).sort((one, other) => one[0] - other[0] || one[1] - other[1]);
      for (const [, , card] of sorted) list.append(card);
    }
  };
  field.value = memory("zona") || "";
  if (field.selectedIndex < 0) field.value = "";
  field.addEventListener("change", () => {
    memory("zona", field.value || null);
    sort();
  });
  field.closest("[data-district]").hidden = false;
  sort();
})();
