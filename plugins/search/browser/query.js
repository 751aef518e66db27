// @ts-check
/** Understands what a person typed: parts of a query, and for each word the terms that may be meant. */

/**
 * @typedef {object} SearchPart one word of a query
 * @property {string} word in lower case
 * @property {'any' | 'required' | 'prohibited'} presence
 * @property {number | undefined} field the only field that counts
 * @property {boolean} prefix whether the word goes on
 * @property {boolean} fuzzy whether a typing error is asked for
 * @property {string} keys the characters as typed, for a wrong keyboard layout
 */
/**
 * @typedef {object} SearchGroup a word with the terms that stand for it
 * @property {SearchPart} part
 * @property {Map<string, number>} terms term → how much it counts
 * @property {string[]} spellings what the word may be in full, the likeliest first
 * @property {boolean} repaired whether something else was typed than found
 */

/**
 * @typedef {object} SearchHelpers scripts that only some queries need
 * @property {() => Promise<void>} guesses fetches latin.js and repairs.js
 * @property {() => Promise<(word: string) => string>} turkish fetches the Turkish stemmer
 */

class QueryReader {
  /** @param {ShardedIndex} index @param {SearchHelpers} helpers */
  constructor(index, helpers) {
    this.index = index;
    this.helpers = helpers;
    this.lang = index.head.lang;
    const names = this.fieldNames();
    this.fields = new Map(index.head.fields.flatMap(([name], at) => (names[name] ?? []).map((word) => [word, at])));
  }

  /** What people may write before a colon. @returns {Record<string, string[]>} */
  fieldNames() {
    return {
      title: ['заглавие', 'başlık', 'title'],
      names: ['име', 'ad', 'name'],
      places: ['място', 'yer', 'place'],
      topics: ['тема', 'кауза', 'konu', 'topic', 'cause'],
      text: ['текст', 'metin', 'text'],
    };
  }

  /** Whether some words stand in quotation marks. @param {string} query */
  quotes(query) {
    return this.unquoted(query) !== query;
  }

  /** Every word that stands in quotation marks, of whatever kind, with a sign. @param {string} query @param {string} [sign] */
  unquoted(query, sign = '') {
    return query.replace(/([+-]?(?:\p{L}+:)?)["„“”«»]([^"„“”«»]+)["„“”«»]/gu, (_, start, text) => {
      const before = /^[+-]/.test(start) ? start : sign + start;
      return text.split(/\s+/).map((/** @type {string} */ word) => before + word).join(' ');
    });
  }

  /**
   * Words in quotation marks are required.
   * @param {string} query @param {boolean} typing whether the last word may go on @returns {SearchPart[]}
   */
  parts(query, typing) {
    const chunks = this.unquoted(this.joinNumbers(query), '+').split(/\s+/).filter(Boolean);
    const parts = chunks.flatMap((chunk) => this.chunkParts(chunk));
    const last = parts[parts.length - 1];
    if (typing && last && !/\s$/.test(query)) last.prefix = true;
    return parts.filter(({ word, prefix }) => prefix || !searchWords.isPassedOver(word));
  }

  /** Phone and register numbers become one word however they are spaced. @param {string} query */
  joinNumbers(query) {
    return query.replace(/(?:\+|\b00)?\d[\d\s()/.-]{4,}\d/g, (number) => {
      const digits = number.replace(/^(?:\+|00)359(?:\s*\(0\))?/, '0').replace(/\D/g, '');
      return digits.length > 8 ? digits : number;
    });
  }

  /** @param {string} chunk @returns {SearchPart[]} */
  chunkParts(chunk) {
    const [, sign = '', named = '', rest = ''] = /^([+-]?)(?:(\p{L}+):)?(.*)$/su.exec(chunk) ?? [];
    const field = this.fields.get(searchWords.lower(named, this.lang));
    const text = field === undefined ? `${named} ${rest}` : rest;
    const words = searchWords.words(text, this.lang);
    const presence = sign === '+' ? 'required' : sign === '-' ? 'prohibited' : 'any';
    const keys = searchWords.lower(chunk, this.lang);
    return words.map((word) => ({ word, presence, field, prefix: rest.endsWith('*'), fuzzy: rest.endsWith('~'), keys }));
  }

  /** @param {SearchPart} part @returns {Promise<SearchGroup>} */
  async group(part) {
    const cyrillic = searchWords.isCyrillic(part.word);
    const terms = cyrillic ? await this.existing([searchWords.stemBulgarian(searchWords.fold(part.word))]) : await this.foreign(part.word);
    if (part.prefix) this.add(terms, await this.continued(part.word, cyrillic), 0.35);
    const found = terms.size > 0;
    if (!found) await this.repair(part, cyrillic, terms);
    else if (part.fuzzy) await this.loosen(part.word, terms);
    const spellings = [searchWords.fold(part.word)];
    if (!cyrillic) spellings.push(...searchLatin.candidates(part.word).slice(0, 20).map(([spelling]) => spelling));
    return { part, terms, spellings, repaired: !found && terms.size > 0 };
  }

  /** @param {Map<string, number>} terms @param {Iterable<string>} more @param {number} worth */
  add(terms, more, worth) {
    for (const term of more) terms.set(term, Math.max(worth, terms.get(term) ?? 0));
  }

  /** Those of some terms that the index has, each for its full worth. @param {string[]} terms @returns {Promise<Map<string, number>>} */
  async existing(terms) {
    const rows = await this.index.rows(terms);
    return new Map([...rows.keys()].map((term) => [term, 1]));
  }

  /**
   * A word in Latin letters: as it is, as English, as Bulgarian, as Turkish with or without its letters.
   * The Turkish stemmer is fetched only if the page is Turkish, the word is, or nothing else is found.
   * @param {string} word
   */
  async foreign(word) {
    const plain = searchWords.fold(word);
    if (!/\p{L}/u.test(word)) return this.existing([word]);
    const guessing = this.helpers.guesses().then(() => this.inLatin(word));
    const [terms, meant] = await Promise.all([this.existing([plain, searchWords.stemEnglish(plain)]), guessing]);
    this.add(terms, meant, terms.size > 0 ? 0.6 : 1);
    if (this.lang === 'tr' || word !== plain || terms.size === 0) this.add(terms, (await this.turkish(word, plain)).keys(), 1);
    return terms;
  }

  /** @param {string} word @param {string} plain the word without its diacritics */
  async turkish(word, plain) {
    const stem = await this.helpers.turkish();
    const spellings = word === plain ? searchLatin.turkishSpellings(word) : [word];
    return this.existing(spellings.map((spelling) => searchWords.fold(stem(spelling))));
  }

  /**
   * The most frequent terms that a word may be the beginning of.
   * @param {string} word @param {boolean} cyrillic @returns {Promise<string[]>}
   */
  async continued(word, cyrillic) {
    const prefix = searchWords.fold(word);
    if (prefix.length < 3) return [];
    const found = await this.index.startingWith(cyrillic ? prefix.charAt(0) + prefix.slice(1).replace(/я/g, 'е') : prefix);
    return found.sort((a, b) => b[1] - a[1]).slice(0, 30).map(([term]) => term);
  }

  /** The Bulgarian terms that a word in Latin letters may stand for. @param {string} word @returns {Promise<string[]>} */
  async inLatin(word) {
    const spellings = searchLatin.candidates(word).slice(0, 60);
    const near = 0.5;
    const likely = await this.stemmed(spellings.filter(([, cost]) => cost <= near));
    const found = likely.length > 0 ? likely : await this.stemmed(spellings.filter(([, cost]) => cost > near && cost <= 1.3));
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
      const stem = searchWords.stemBulgarian(searchWords.fold(spelling));
      costs.set(stem, Math.min(cost, costs.get(stem) ?? Infinity));
    }
    const existing = await this.index.existing([...costs.keys()]);
    return [...costs].filter(([stem]) => existing.has(stem)).sort((a, b) => a[1] - b[1]);
  }

  /** Find what a word without a hit may have been meant as. @param {SearchPart} part @param {boolean} cyrillic @param {Map<string, number>} terms */
  async repair(part, cyrillic, terms) {
    await this.helpers.guesses();
    const repairs = new Repairs(this.index);
    const meant = cyrillic ? [part.word] : [part.word, ...searchLatin.candidates(part.word).slice(0, 3).map(([spelling]) => spelling)];
    // looked up at the same time: over a slow network a second round costs more than the bytes
    const [retyped, ...misspelt] = await Promise.all([
      cyrillic ? this.fromBulgarianKeys(part.word) : this.fromLatinKeys(part.keys),
      ...meant.map((word) => repairs.misspelt(word)),
    ]);
    if (retyped) return this.add(terms, [retyped], 0.8);
    const derived = misspelt.some((found) => found.length > 0) ? [] : await Promise.all(meant.map((word) => repairs.derived(word)));
    const [best = []] = [...misspelt, ...derived].filter((found) => found.length > 0);
    for (const [term, worth] of best) this.add(terms, [term], worth);
  }

  /** Add what is written almost like a word. @param {string} word @param {Map<string, number>} terms */
  async loosen(word, terms) {
    await this.helpers.guesses();
    for (const [term, worth] of await new Repairs(this.index).misspelt(word)) this.add(terms, [term], worth);
  }

  /** A word that was typed under a Bulgarian layout but meant otherwise. @param {string} word */
  async fromBulgarianKeys(word) {
    const [best] = await this.stemmed(searchLatin.candidates(word).slice(0, 20));
    if (best) return best[0];
    const latin = searchLatin.asTypedOnUs(word).filter((typed) => /^[a-z]+$/.test(typed));
    const found = await this.existing(latin.flatMap((typed) => [typed, searchWords.stemEnglish(typed)]));
    return [...found.keys()][0];
  }

  /** A Bulgarian word that was typed on the Latin layout. @param {string} keys */
  async fromLatinKeys(keys) {
    const [word, ...more] = searchWords.words(searchLatin.asTypedOnBds(keys), this.lang);
    const [best] = word && more.length === 0 ? await this.stemmed([[word, 0]]) : [];
    return best?.[0];
  }
}
