// The module and the board in it: loaded when they are first needed, then asked for everything that the rules know.

export function createSession({ data, lang, load, word, wellFormed }) {
  let loading;
  let program;

  const today = () => new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Rome" }).format(new Date());

  const clean = (request) => JSON.parse(JSON.stringify(request, (key, value) => (typeof value === "string" ? wellFormed(value) : value)));

  // What the module answers. A module that breaks is let go: `isLost`, and the next `open` loads it anew.
  function ask(request) {
    if (!program) return { error: word("program_lost"), isLost: true };
    try {
      return program.answer(clean(request));
    } catch {
      program = undefined;
      loading = undefined;
      return { error: word("program_lost"), isLost: true };
    }
  }

  async function fetchFile(address) {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${response.status} ${address}`);
    return response;
  }

  let fetched;
  // What the rules need of the board.
  function board() {
    fetched ??= fetchFile(data.board).then((response) => response.json()).catch((error) => {
      fetched = undefined;
      throw error;
    });
    return fetched;
  }

  // Without a module nothing is opened, and nothing fails.
  async function start() {
    if (!data.module) return {};
    const bytes = fetchFile(data.module).then((response) => response.arrayBuffer());
    const { load: instantiate } = await load("program");
    const started = await instantiate(await bytes);
    const opened = started.answer({ do: "open", board: await board(), today: data.today ?? today(), lang });
    if (opened.error) throw new Error(opened.error);
    // Rules without a board answer nothing.
    program = started;
    return opened;
  }

  return {
    // Whether the module is there to be asked.
    isOpen: () => program !== undefined,
    // Loads once; after a failure the next call tries again.
    open: () => {
      loading ??= start().catch((error) => {
        loading = undefined;
        throw error;
      });
      return loading;
    },
    // Those of the board, which a form without module has too.
    organisations: async () => Object.entries((await board()).enti).map(([id, { nome }]) => ({ id, nome: nome ?? id })),
    ask,
    fetchFile,
  };
}
