// @ts-check
/** Opens the engine of a page, once its scripts and the head of its index are here. */
const searchEngine = (() => {
  // the build writes the names of files by their content
  /** @type {SearchHelpers} */
  const helpers = {
    lunr: () => searchLoader.addScript('lunr.js'),
    guesses: (reader) => searchLoader.addScript('search-guesses.js').then(() => new Guesses(reader)),
    facets: (engine) => searchLoader.addScript('search-filters.js').then(() => new SearchFacets(engine)),
    turkish: () => searchLoader.addScript('turkish.js').then(() => sredishteTurkish.stemmer),
  };

  /** @type {SearchEngine | undefined} */
  let engine;
  /** @type {Promise<SearchEngine> | undefined} */
  let renewal;

  /** @param {SearchHead} head */
  function open(head) {
    if (engine?.head === head) return engine;
    // large, it comes while the index is asked already; who needs it is told if it cannot be had
    helpers.lunr().catch(() => {});
    return (engine = new SearchEngine(head, searchLoader.addShard, helpers));
  }

  /** Begin anew with the index as it is now, past every cache: the site may have been published since. */
  async function reopen() {
    searchLoader.forget();
    const [head] = await searchLoader.addShard(`head.js?${Date.now()}`, 'head');
    return open(head);
  }

  /**
   * Ask the engine; if a file of the index cannot be had, begin anew once.
   * @template T @param {SearchEngine} asked @param {(engine: SearchEngine) => Promise<T>} question @returns {Promise<T>}
   */
  async function ask(asked, question) {
    const used = engine ?? asked;
    try {
      return await question(used);
    } catch {
      // another question may have begun anew meanwhile
      if (engine === used) renewal ??= reopen().finally(() => (renewal = undefined));
      return question((await renewal) ?? engine ?? used);
    }
  }

  return { open, ask };
})();
