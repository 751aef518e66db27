// @ts-check
/** Finds terms for a word that the index has not: typing errors, and words derived from the same root. */

class Repairs {
  /** @param {ShardedIndex} index @param {Pick<SearchHelpers, 'lunr'>} helpers */
  constructor(index, helpers) {
    this.index = index;
    this.helpers = helpers;
    this.most = 5;
  }

  /**
   * The most frequent terms that a typing error may have made of a word.
   * @param {string} word @returns {Promise<[term: string, worth: number][]>}
   */
  async misspelt(word) {
    if (word.length < 4 || /\d/.test(word)) return [];
    const term = searchWords.term(word);
    this.index.expectError(word);
    // lunr finds what is within one edit by its automata
    const [edited] = await Promise.all([this.edited(word), this.helpers.lunr()]);
    const near = edited.length > 0 ? [] : await (term.length >= 4 ? this.near(term) : this.nearShort(term));
    const rows = await this.index.rows([...edited, ...near]);
    return [...rows].sort((a, b) => b[1].count - a[1].count).slice(0, this.most).map(([found]) => [found, 0.7]);
  }

  /**
   * The terms that start as a short one, or as it would with two letters the other way round; all
   * that are one edit away would take too many files.
   * @param {string} term
   */
  async nearShort(term) {
    if (term.length < 3) return [];
    const swapped = [0, 1].map((at) => term.slice(0, at) + term.charAt(at + 1) + term.charAt(at) + term.slice(at + 2));
    const starts = await this.index.startingWith(term.slice(0, 2));
    return this.withinOne(term, [...starts.map(([start]) => start), ...(await this.index.rows(swapped)).keys()]);
  }

  /**
   * The terms of words that differ from a word by one edit in its second half; an error in an
   * ending changes the stem by more than the error.
   * @param {string} word @returns {Promise<string[]>}
   */
  async edited(word) {
    const half = Math.max(2, word.length >> 1);
    const known = new Set((await this.index.likeStartOf(word)).map(([term]) => term));
    if (known.size === 0) return [];
    const letters = searchWords.isCyrillic(word) ? 'абвгдежзийклмнопрстуфхцчшщъьюя' : 'abcçdefgğhıijklmnoöprsştuüvyz';
    const found = new Set();
    for (let at = half; at <= word.length; at++) {
      const start = word.slice(0, at);
      const rest = word.slice(at);
      const edits = [start + rest.slice(1), start + rest.charAt(1) + rest.charAt(0) + rest.slice(2)];
      for (const letter of letters) edits.push(start + letter + rest, start + letter + rest.slice(1));
      for (const edit of edits) if (known.has(searchWords.term(edit))) found.add(searchWords.term(edit));
    }
    return [...found];
  }

  /**
   * The terms that share most of their beginning with a word: турист and туризъм; or that one
   * of the two begins with: тютюн and тютюнопроизводител.
   * @param {string} word @returns {Promise<[term: string, worth: number][]>}
   */
  async derived(word) {
    const stem = searchWords.term(word);
    const root = 4;
    if (stem.length < root || /\d/.test(stem)) return [];
    const likeness = (/** @type {string} */ term) => {
      let shared = root;
      while (shared < stem.length && stem[shared] === term[shared]) shared++;
      const ratio = shared / Math.max(stem.length, term.length);
      const compound = shared > root && (shared >= stem.length - 1 || shared === term.length);
      return ratio >= 0.5 || compound ? ratio : 0;
    };
    const alike = (await this.index.startingWith(stem.slice(0, root))).map(([term]) => /** @type {[string, number]} */ ([term, likeness(term)]));
    const best = alike.reduce((most, [, like]) => Math.max(most, like), 0);
    const close = alike.filter(([, like]) => like > 0 && like >= best - 0.2).sort((a, b) => b[1] - a[1]);
    return close.slice(0, this.most).map(([term, like]) => [term, 0.6 * like]);
  }

  /**
   * The terms within one edit of a word. An edit leaves the first half of the word intact, or
   * all but the first letter of the second half.
   * @param {string} word @returns {Promise<string[]>}
   */
  async near(word) {
    const half = word.length >> 1;
    const [starts, ends] = await Promise.all([this.index.startingWith(word.slice(0, half)), this.index.likeEndOf(word)]);
    return this.withinOne(word, [...starts.map(([term]) => term), ...ends]);
  }

  /** Those of some terms that are within one edit of a word. @param {string} word @param {string[]} terms @returns {string[]} */
  withinOne(word, terms) {
    const length = (/** @type {string} */ term) => Math.abs(term.length - word.length) <= 1;
    const all = [...new Set(terms)].filter(length).sort();
    const { TokenSet } = lunrParts();
    return [...new Set(/** @type {string[]} */ (TokenSet.fromArray(all).intersect(TokenSet.fromFuzzyString(word, 1)).toArray()))];
  }
}
