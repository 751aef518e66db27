// @ts-check
/** Puts the search together on a page, once its scripts and the head of its index are here. */
const searchPage = (() => {
  /** @type {SearchEngine | undefined} */
  let engine;

  const helpers = {
    guesses: () => searchLoader.addScript('guesses'),
    turkish: () => searchLoader.addScript('turkish').then(() => sredishteTurkish.stemmer),
  };

  /** @param {HTMLFormElement} form @param {SearchHead} head */
  function serve(form, head) {
    engine ??= new SearchEngine(head, searchLoader.addShard, helpers);
    if (searchLoader.isMain(form)) new ResultsPage(form, engine);
    else new Suggestions(form, engine).suggest();
  }

  return { serve };
})();
