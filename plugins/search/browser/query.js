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
 * @property {boolean} retyped whether it is what the keys write on another layout
 */
/**
 * @typedef {object} SearchGroup a word with the terms that stand for it
 * @property {SearchPart} part
 * @property {Map<string, number>} terms term → how much it counts
 * @property {string[]} spellings what the word may be in full, the likeliest first
 * @property {boolean} repaired whether something else was typed than found
 */

/**
 * @typedef {object} SearchHelpers scripts that the engine can do without at first
 * @property {() => Promise<void>} lunr fetches lunr, which scores and stems English
 * @property {(reader: QueryReader) => Promise<Guesses>} guesses fetches latin.js, repairs.js and guesses.js
 * @property {() => Promise<(word: string) => string>} turkish fetches the Turkish stemmer
 * @property {(engine: SearchEngine) => Promise<SearchFacets>} facets fetches facets.js
 */

class QueryReader {
  /** @param {ShardedIndex} index @param {SearchHelpers} helpers */
  constructor(index, helpers) {
    this.index = index;
    this.helpers = helpers;
    this.lang = index.head.lang;
    this.mostWords = 24;
    // of a longer word there would be too many guesses
    this.longest = 40;
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

  /** Words that were in quotation marks, with their signs. @param {string} query */
  loose(query) {
    return this.unquoted(query).replace(/["„“”«»]/g, ' ');
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
   * @param {string} query @param {boolean} typing whether the last word may go on @returns {Promise<SearchPart[]>}
   */
  async parts(query, typing) {
    const chunks = this.unquoted(this.joinNumbers(query), '+').split(/\s+/).filter(Boolean).slice(0, this.mostWords);
    const parts = (await Promise.all(chunks.map((chunk) => this.onOtherKeys(chunk)))).flat();
    const last = parts[parts.length - 1];
    if (typing && last && !/\s$/.test(query)) last.prefix = true;
    return parts.filter(({ word, prefix }) => prefix || !searchWords.isPassedOver(word)).slice(0, this.mostWords);
  }

  /**
   * Where a layout has signs, others have letters: signs between letters may belong to a word that was
   * typed with the wrong one.
   * @param {string} chunk @returns {Promise<SearchPart[]>}
   */
  async onOtherKeys(chunk) {
    const parts = this.chunkParts(chunk);
    if (chunk.length > this.longest || !/[`;'[\]\\,./][a-z]|[а-я][;(][а-я]/i.test(chunk)) return parts;
    const guesses = await this.helpers.guesses(this);
    const keys = searchWords.lower(chunk, this.lang);
    const meant = await guesses.onOtherKeys(keys);
    return meant ? [{ word: meant[0], presence: 'any', field: undefined, prefix: false, fuzzy: false, retyped: true, keys }] : parts;
  }

  /** Phone and register numbers become one word however they are spaced, but years do not. @param {string} query */
  joinNumbers(query) {
    return query.replace(/(?:\+|\b00)?\d[\d\s()/.-]{4,}\d/g, (number) => {
      const digits = number.replace(/^(?:\+|00)359(?:\s*\(0\))?/, '0').replace(/\D/g, '');
      return /^(\+|00)/.test(number) || /^0\d{8}/.test(digits) || [9, 13].includes(digits.length) ? digits : number;
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
    return words.map((word) => ({ word, presence, field, prefix: rest.endsWith('*'), fuzzy: rest.endsWith('~'), keys, retyped: false }));
  }

  /** Whether a word that goes on has too few letters to tell what it may become. @param {SearchPart} part */
  isBegun({ word, prefix }) {
    return prefix && word.length < 3;
  }

  /** @param {SearchPart} part @returns {Promise<SearchGroup>} */
  async group(part) {
    const cyrillic = searchWords.isCyrillic(part.word);
    const guessed = part.word.length <= this.longest && !this.isBegun(part);
    const terms = cyrillic || !guessed ? await this.existing([searchWords.term(part.word)]) : await this.foreign(part);
    if (part.prefix) this.add(terms, await this.continued(part.word, cyrillic), 0.35);
    const found = terms.size > 0;
    if (guessed && (!found || part.fuzzy)) await this.repair(part, found, terms);
    const spellings = [searchWords.fold(part.word)];
    if (guessed && this.isForeign(part.word)) spellings.push(...searchLatin.candidates(part.word).slice(0, 20).map(([spelling]) => spelling));
    // other words may still be looked up
    await this.index.rows(terms.keys());
    return { part, terms, spellings, repaired: (!found || part.retyped) && terms.size > 0 };
  }

  /** Whether a word has letters, and others than Cyrillic ones. @param {string} word */
  isForeign(word) {
    return /\p{L}/u.test(word) && !searchWords.isCyrillic(word);
  }

  /**
   * Add what a word without a hit may have been meant as, or what is written almost like one that was found.
   * @param {SearchPart} part @param {boolean} found @param {Map<string, number>} terms
   */
  async repair(part, found, terms) {
    // on its way while the script is
    this.index.expectError(part.word);
    const guesses = await this.helpers.guesses(this);
    for (const [term, worth] of found ? await guesses.repairs.misspelt(part.word) : await guesses.meant(part)) this.add(terms, [term], worth);
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
   * A word that is not in Cyrillic letters: as it is, as English, as Bulgarian, as Turkish with or without its letters.
   * The Turkish stemmer is fetched only if the page is Turkish, the word is, or nothing else is found.
   * @param {SearchPart} part
   */
  async foreign(part) {
    const { word } = part;
    const plain = searchWords.fold(word);
    if (!this.isForeign(word)) return this.existing([word]);
    const guesses = this.helpers.guesses(this);
    const turkish = () => guesses.then((guesses) => guesses.turkish(word, plain));
    const surely = this.lang === 'tr' || word !== plain;
    const [terms, english, meant, own] = await Promise.all([
      this.existing([plain]),
      this.helpers.lunr().then(() => this.existing([searchWords.stemEnglish(plain)])),
      guesses.then((guesses) => guesses.inLatin(word)),
      surely ? turkish() : undefined,
    ]);
    this.add(terms, english.keys(), 1);
    this.add(terms, meant, terms.size > 0 ? 0.6 : 1);
    if (own) this.add(terms, own.keys(), 1);
    return terms.size > 0 || own ? terms : this.unlikely(part, await guesses, turkish());
  }

  /**
   * What a foreign word may be otherwise: for the full worth, whatever it is.
   * @param {SearchPart} part @param {Guesses} guesses @param {Promise<Map<string, number>>} turkish
   */
  async unlikely(part, guesses, turkish) {
    // if it is nothing of this either, repairing it takes no rounds of its own
    if (!part.prefix) guesses.meant(part).catch(() => {});
    const [terms, meant] = await Promise.all([turkish, guesses.inLatin(part.word, true)]);
    this.add(terms, meant, 1);
    return terms;
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
}
