// Starts the page in which partners announce: the form of a kind, or the index with a pasted message and corrections.
// Every module is loaded with the version of this one, so that it is kept by browsers as long as it does not change.
//
// The modules are written for browsers of 2022 (Chrome 92, Safari 15.4), this file for those of 2019: they keep the plain
// page, with its ways to announce on paper and by message.
const version = new URL(import.meta.url).search;
const load = (name) => import(`./${name}.js${version}`);
const readJson = (id) => JSON.parse((document.getElementById(id) || {}).textContent || "null");

async function start() {
  const section = document.querySelector("#announce") || document.querySelector("#paste");
  if (!section || !Array.prototype.at || !window.WebAssembly) return;
  const data = section.dataset;
  const words = readJson("words") || {};
  // A word of the interface in the page's language, with values in the place of their names.
  const word = (key, values = {}) => (words[key] || key).replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));
  const names = ["elements", "shapes", "session", "draft", "paste", "correct"];
  if (section.id === "announce") names.push("controls", "organisation", "containers", "field", "form", "findings", "preview", "send", "announcement", "../shared/addresses");
  const modules = await Promise.all(names.map(load));
  const tools = Object.assign({ word, data, lang: data.lang, load }, ...modules);
  tools.session = tools.createSession(tools);
  if (section.id === "announce") {
    // Fields are made of controls, and some controls of fields.
    tools.controls = tools.createControls(tools);
    Object.assign(tools, tools.createContainers(tools));
    Object.assign(tools, tools.createOrganisations(tools));
    Object.assign(tools, tools.createFields(tools));
    tools.startAnnouncement(tools, section, readJson("form"));
    return;
  }
  tools.startKept(tools, section);
  tools.startPaste(tools, section);
  const correct = document.querySelector("#correct");
  if (correct) tools.startCorrect(tools, correct);
}

start();
