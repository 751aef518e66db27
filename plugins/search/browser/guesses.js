// @ts-check
/** What a word that the index has not, or has not so, may have been meant as. */

class Guesses {
  /** @param {QueryReader} reader */
  constructor(reader) {
    this.reader = reader;
    this.index = reader.index;
    this.repairs = new Repairs(reader.index, reader.helpers);
  }

  /**
   * The Bulgarian terms that a word in Latin letters may stand for, by its likely spellings or by the others.
   * @param {string} word @param {boolean} [unlikely] @returns {Promise<string[]>}
   */
  async inLatin(word, unlikely = false) {
    const near = 0.5;
    const spellings = searchLatin.candidates(word).slice(0, 60);
    const [first] = spellings;
    // mostly the first is right: then its row takes no round of its own
    if (first && !unlikely) this.reader.existing([searchWords.term(first[0])]).catch(() => {});
    const found = await this.stemmed(spellings.filter(([, cost]) => (unlikely ? cost > near && cost <= 1.3 : cost <= near)));
    const limit = (found[0]?.[1] ?? 0) + 0.3;
    return found.filter(([, cost]) => cost <= limit).slice(0, 3).map(([term]) => term);
  }

  /**
   * Those of some spellings whose stem is in the index, by their cost.
   * @param {[string, number][]} spellings @returns {Promise<[string, number][]>}
   */
  async stemmed(spellings) {
    /** @type {Map<string, number>} */
    const costs = new Map();
    for (const [spelling, cost] of spellings) {
      const stem = searchWords.term(spelling);
      costs.set(stem, Math.min(cost, costs.get(stem) ?? Infinity));
    }
    const existing = await this.existing([...costs.keys()]);
    return [...costs].filter(([stem]) => existing.has(stem)).sort((a, b) => a[1] - b[1]);
  }

  /** Which of some Cyrillic terms the index has. @param {string[]} terms @returns {Promise<Set<string>>} */
  async existing(terms) {
    const blocks = new Set(terms.map((term) => this.index.blockOf('s', searchLatin.skeleton(term))));
    const read = await Promise.all([...blocks].map((number) => this.index.shard('s', number, ([words]) => new Set(searchCodec.words(words)))));
    return new Set(terms.filter((term) => read.some((block) => block.has(term))));
  }

  /**
   * Turkish terms that a word may have as its stem, whether or not it is written with the letters of Turkish.
   * @param {string} word @param {string} plain the word without its diacritics
   */
  async turkish(word, plain) {
    const stem = await this.reader.helpers.turkish();
    const spellings = word === plain ? searchLatin.turkishSpellings(word) : [word];
    return this.reader.existing(spellings.map((spelling) => searchWords.fold(stem(spelling))));
  }

  /** What a word without a hit may have been meant as. @param {SearchPart} part @returns {Promise<[term: string, worth: number][]>} */
  async meant({ word, keys }) {
    const cyrillic = searchWords.isCyrillic(word);
    const written = cyrillic ? [word] : [word, ...searchLatin.candidates(word).slice(0, 3).map(([spelling]) => spelling)];
    // looked up at the same time: over a slow network a second round costs more than the bytes
    const [retyped, ...misspelt] = await Promise.all([
      cyrillic ? undefined : this.onOtherKeys(keys),
      ...written.map((word) => this.repairs.misspelt(word)),
    ]);
    if (retyped) return [[retyped[1], 0.8]];
    const found = [...misspelt, ...(await this.derived(written, misspelt))].find((terms) => terms.length > 0);
    const last = found || !cyrillic ? undefined : await this.fromBulgarianKeys(word);
    return found ?? (last ? [[last, 0.8]] : []);
  }

  /** @param {string[]} written @param {[string, number][][]} misspelt @returns {Promise<[term: string, worth: number][][]>} */
  async derived(written, misspelt) {
    return misspelt.some((terms) => terms.length > 0) ? [] : Promise.all(written.map((word) => this.repairs.derived(word)));
  }

  /** A word that was typed under a Bulgarian layout but meant otherwise. @param {string} word */
  async fromBulgarianKeys(word) {
    const latin = searchLatin.asTypedOnUs(word).filter((typed) => /^[a-z]+$/.test(typed));
    const [[best], found] = await Promise.all([
      this.stemmed(searchLatin.candidates(word).slice(0, 20)),
      this.reader.existing(latin.flatMap((typed) => [typed, searchWords.stemEnglish(typed)])),
    ]);
    return best ? best[0] : [...found.keys()][0];
  }

  /**
   * The Bulgarian word that was meant by keys, typed with another layout.
   * @param {string} keys in lower case @returns {Promise<[word: string, term: string] | undefined>}
   */
  async onOtherKeys(keys) {
    const words = searchLatin.onOtherKeys(keys);
    const [best] = await this.stemmed(words.map((word, at) => [word, at]));
    return best && [/** @type {string} */ (words[best[1]]), best[0]];
  }
}
