// @ts-check
/** Starts the search on its own page at the first key, or for the query of a link; says so while it loads and if it cannot. */
const searchState = (() => {
  const input = /** @type {HTMLInputElement} */ (document.getElementById('search-q'));
  const form = /** @type {HTMLFormElement} */ (input.form);
  const status = /** @type {HTMLElement} */ (document.getElementById('search-status'));
  const retry = /** @type {HTMLElement} */ (document.getElementById('search-retry'));
  const { lang } = document.documentElement;
  // which files of the index have which words, as plugins/search/index.py tells it
  const told = document.currentScript?.dataset.terms ?? '';
  /** @type {Promise<unknown>[]} */
  const expected = [];

  /** @param {'loading' | 'failed'} state */
  function say(state) {
    status.textContent = status.dataset[state] ?? '';
    retry.hidden = state !== 'failed';
  }

  /** Let the fonts come, which wait for the results of a link. */
  function dress() {
    delete document.documentElement.dataset.faces;
  }

  /**
   * Fetch what the query will ask for, so that it takes no round of its own; who asks is told if it cannot be had.
   * A browser has six requests at a time: guesses come before the files that they read.
   */
  function prepare() {
    const { value } = input;
    const script = (/** @type {string} */ file) => () => searchLoader.addScript(file);
    const shards = (told ? expectedShards(told, value) : []).map(([file, name]) => () => searchLoader.addShard(file, name));
    const foreign = /[a-z]/i.test(value);
    // lunr would share the line with the engine; it is there before the cards are
    const lunr = () => searchLoader.addShard('head.js', 'head').then(script('lunr.js'));
    const wanted = foreign ? [script('search-guesses.js'), script('lunr.js'), ...shards] : [...shards, lunr];
    if (value && (lang === 'tr' || /[çğıöşü]/i.test(value))) wanted.push(script('turkish.js'));
    expected.push(...wanted.map((fetch) => fetch().catch(() => {})));
  }

  /** Forget the terms if they are not of the index of the head: the page may be older than it. @param {SearchHead} head */
  async function check(head) {
    const [terms, skeletons] = told.split('|').map((kind) => kind.split(' ')[1]);
    if (!told || (terms === head.blocks.t[1] && skeletons === head.blocks.s[1])) return;
    await Promise.all(expected);
    searchLoader.forget();
  }

  async function start() {
    say('loading');
    const loaded = searchLoader.load();
    prepare();
    // what says how many results there are is slow the first time; the files are on their way
    new Intl.PluralRules(lang).select(Number(new Intl.NumberFormat(lang).format(0)));
    try {
      const head = await loaded;
      await check(head);
      new ResultsPage(form, searchEngine.open(head));
    } catch {
      say('failed');
      dress();
      listen();
    }
  }

  function listen() {
    const again = new AbortController();
    const go = () => {
      again.abort();
      start();
    };
    const { signal } = again;
    form.addEventListener('input', go, { signal });
    retry.addEventListener('click', go, { signal });
    if (!retry.hidden) window.addEventListener('online', go, { signal });
  }

  const asked = new URLSearchParams(location.search);
  input.value ||= asked.get('q') ?? '';
  if (asked.size || input.value) start();
  else {
    dress();
    listen();
  }
  return { say, dress };
})();
