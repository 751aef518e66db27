// @ts-check
/** Puts the search together on a page, once its scripts and the head of its index are here. */
const searchPage = (() => {
  /** @type {Promise<(word: string) => string> | undefined} */
  let turkish;
  const loadTurkish = () => (turkish ??= searchLoader.addScript('turkish').then(() => sredishteTurkish.stemmer));

  /** @param {SearchHead} head */
  function begin(head) {
    const engine = new SearchEngine(head, searchLoader.addShard, loadTurkish);
    const hasResults = document.getElementById('search-results') !== null;
    searchLoader.forms.forEach((form, number) => {
      if (hasResults && form.querySelector('#search-q')) new ResultsPage(form, engine);
      else new Suggestions(form, engine, String(number)).suggest();
    });
    return engine;
  }

  return { begin };
})();
