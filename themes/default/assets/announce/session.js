// The modules and the board in them: loaded when they are first needed, then asked for everything that the rules know. The
// small one answers while one writes, the whole one makes previews.

export function createSession({ data, lang, load, word, wellFormed }) {
  // The day in the board's time zone.
  const today = () => data.today ?? new Intl.DateTimeFormat("sv-SE", { timeZone: document.body.dataset.timeZone }).format(new Date());

  const clean = (request) => JSON.parse(JSON.stringify(request, (key, value) => (typeof value === "string" ? wellFormed(value) : value)));

  async function fetchFile(address) {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${response.status} ${address}`);
    return response;
  }

  let fetched;
  // What the rules need of the board, as text.
  function board() {
    fetched ??= fetchFile(data.board).then((response) => response.text()).catch((error) => {
      fetched = undefined;
      throw error;
    });
    return fetched;
  }

  // A module with the board in it.
  function createProgram(address) {
    let loading;
    let program;

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

    // Without a module nothing is opened, and nothing fails.
    async function start() {
      if (!address) return {};
      const [arriving, written, { load: instantiate }] = await Promise.all([fetchFile(address), board(), load("program")]);
      const started = await instantiate(arriving);
      const head = JSON.stringify({ do: "open", today: today(), lang });
      const opened = started.answer(`${head.slice(0, -1)},"board":${written}}`);
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
      ask,
    };
  }

  return {
    ...createProgram(data.module),
    // The module that makes previews, a download of its own.
    previews: createProgram(data.preview),
    // Those of the board, which a form without module has too.
    organisations: async () => Object.entries(JSON.parse(await board()).enti).map(([id, { nome }]) => ({ id, nome: nome ?? id })),
    fetchFile,
    today,
  };
}
