// @ts-check
/** Starts the search on its own page, and says so while it loads and if it cannot be loaded. */
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

  async function start() {
    input.value ||= new URLSearchParams(location.search).get('q') ?? '';
    say('loading');
    // words in Latin letters need it; fetched now, it takes no round of its own
    if (/[a-z]/i.test(input.value)) searchLoader.addScript('guesses').catch(() => {});
    try {
      const head = await searchLoader.load('results');
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

  if (new URLSearchParams(location.search).size) start();
  else listen();
  return { say };
})();
