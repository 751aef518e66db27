// @ts-check
/** Starts the search on its own page at the first key, or for the query of a link; says so while it loads and if it cannot. */
const searchState = (() => {
  const input = /** @type {HTMLInputElement} */ (document.getElementById('search-q'));
  const form = /** @type {HTMLFormElement} */ (input.form);
  const status = /** @type {HTMLElement} */ (document.getElementById('search-status'));
  const retry = /** @type {HTMLElement} */ (document.getElementById('search-retry'));

  /** @param {'loading' | 'failed'} state */
  function say(state) {
    status.textContent = status.dataset[state] ?? '';
    retry.hidden = state !== 'failed';
  }

  /** Fetch what the query will ask for, so that it takes no round of its own; who asks is told if it cannot be had. */
  function prepare() {
    const { value } = input;
    if (/[a-z]/i.test(value)) searchLoader.addScript('search-guesses.js').catch(() => {});
    if (value && (document.documentElement.lang === 'tr' || /[çğıöşü]/i.test(value))) searchLoader.addScript('turkish.js').catch(() => {});
  }

  async function start() {
    say('loading');
    prepare();
    try {
      const head = await searchLoader.load();
      new ResultsPage(form, searchEngine.open(head));
    } catch {
      say('failed');
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
  else listen();
  return { say };
})();
