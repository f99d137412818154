// Corrections and new editions: from the board's open data, or from a file of the device.

// Announcements that a search shows at once.
const MAX_FOUND = 8;

const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

async function publishedItems({ session, data }) {
  const response = await session.fetchFile(data.data);
  return (await response.json()).opportunita;
}

// The addresses of the board's own kinds alone are made of what open data say.
const kindsOf = ({ data }) => data.kinds.split(" ");

const correctionUrl = (kind, slug, isRenewed) => `${kind}/?da=${encodeURIComponent(slug)}${isRenewed ? "&nuova" : ""}`;

// Fills the form of a kind with a published announcement.
export async function openPublished(tools, { slug, renew, fill, notices }) {
  const { make, word, session, data } = tools;
  const say = (text) => notices.replaceChildren(make("p", { class: "note", role: "status" }, text));
  say(word("correct_loading"));
  let items;
  try {
    items = await publishedItems(tools);
    const { tipo } = items.find((item) => item.slug === slug) ?? {};
    if (tipo !== data.kind && kindsOf(tools).includes(tipo)) {
      return location.replace(new URL(`../${correctionUrl(tipo, slug, renew)}`, location.href));
    }
    await session.open();
  } catch {
    return say(word("correct_failed"));
  }
  const item = items.find((item) => item.slug === slug);
  if (item?.tipo !== data.kind) return say(word("correct_unknown"));
  if (!session.isOpen()) return say(word("no_program"));
  const written = session.ask({ do: "correct", item, renew });
  if (written.error) return say(word("something_wrong", { reason: written.error }));
  const title = item.titolo ?? slug;
  return fill(written, tools.noticesOf(tools, { title, isRenewed: renew }));
}

export function startCorrect(tools, section) {
  const { make, word, session, newId } = tools;
  const asked = new URL(location.href).searchParams;
  const status = make("p", { class: "status-line", role: "status" });
  const list = make("ul", { class: "found" });
  const id = newId();
  const input = make("input", { type: "search", id, autocomplete: "off", value: undefined });
  let items;

  async function search() {
    const wanted = plain(input.value.trim());
    if (!wanted) return list.replaceChildren();
    try {
      if (!items) status.textContent = word("correct_loading");
      items ??= (await publishedItems(tools)).filter((item) => kindsOf(tools).includes(item.tipo));
      status.textContent = "";
    } catch {
      status.textContent = word("correct_failed");
      return undefined;
    }
    const words = wanted.split(/\s+/);
    const found = items.filter((item) => words.every((one) => plain(`${item.titolo} ${item.slug}`).includes(one))).slice(0, MAX_FOUND);
    list.replaceChildren(...found.map((item) => make(
      "li",
      {},
      make("p", {}, item.titolo),
      make("a", { class: "button", href: correctionUrl(item.tipo, item.slug, false) }, word("correct_button"), make("span", { class: "hidden" }, `: ${item.titolo}`)),
      " ",
      make("a", { class: "button quiet-button", href: correctionUrl(item.tipo, item.slug, true) }, word("renew_button"), make("span", { class: "hidden" }, `: ${item.titolo}`)),
    )));
    if (!found.length) status.textContent = word("correct_none");
    return undefined;
  }

  async function openFile(file) {
    try {
      await session.open();
      if (!session.isOpen()) throw new Error(word("no_program"));
      const read = session.ask({ do: "read", file: await file.text() });
      if (read.error) throw new Error(read.error);
      const { kind, ...written } = read;
      if (!kindsOf(tools).includes(kind)) throw new Error(word("correct_unknown"));
      const slug = file.name.replace(/\.md$/i, "");
      if (!tools.handOver({ ...written, slug, title: tools.titleOf(written.facts) ?? slug })) throw new Error(word("handover_failed"));
      location.assign(new URL(`${kind}/`, location.href));
    } catch (error) {
      status.textContent = word("open_file_failed", { reason: error.message });
    }
  }

  const fileId = newId();
  const file = make("input", { type: "file", id: fileId, accept: ".md,text/markdown,text/plain" });
  file.addEventListener("change", () => file.files[0] && openFile(file.files[0]));
  input.addEventListener("input", search);
  section.append(
    make("h2", {}, word("correct")),
    make("p", {}, word("correct_lead")),
    make("label", { for: id }, word("correct_search")),
    input,
    list,
    make("label", { for: fileId }, word("open_file")),
    file,
    status,
  );
  section.hidden = !tools.data.module;

  // A link to a correction that does not know the kind.
  const slug = asked.get("da");
  if (!slug) return;
  status.textContent = word("correct_loading");
  publishedItems(tools).then((all) => {
    const item = all.find((item) => item.slug === slug && kindsOf(tools).includes(item.tipo));
    if (item) location.replace(new URL(correctionUrl(item.tipo, slug, asked.has("nuova")), location.href.split("?")[0]));
    else status.textContent = word("correct_unknown");
  }, () => { status.textContent = word("correct_failed"); });
}
