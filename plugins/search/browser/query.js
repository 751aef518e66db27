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
 * @property {boolean} repaired whether something else was typed than found
 */

class QueryReader {
  /** @param {ShardedIndex} index @param {() => Promise<(word: string) => string>} turkish gives the Turkish stemmer */
  constructor(index, turkish) {
    this.index = index;
    this.turkish = turkish;
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

  /** @param {string} query @param {boolean} typing whether the last word may go on @returns {SearchPart[]} */
  parts(query, typing) {
    const chunks = this.joinNumbers(query).split(/\s+/).filter(Boolean);
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
    const terms = cyrillic ? await this.bulgarian(part.word) : await this.foreign(part.word);
    if (part.prefix) this.add(terms, await this.continued(part.word, cyrillic), 0.35);
    const native = terms.size > 0;
    if (!cyrillic) for (const [term, worth] of await this.inLatin(part.word, native)) this.add(terms, [term], worth);
    const found = terms.size > 0;
    if (!found) await this.repair(part, cyrillic, terms);
    else if (part.fuzzy) this.add(terms, await this.misspelt(part.word), 0.5);
    return { part, terms, repaired: !found && terms.size > 0 };
  }

  /** @param {Map<string, number>} terms @param {Iterable<string>} more @param {number} worth */
  add(terms, more, worth) {
    for (const term of more) terms.set(term, Math.max(worth, terms.get(term) ?? 0));
  }

  /** @param {string} word @returns {Promise<Map<string, number>>} */
  async bulgarian(word) {
    const rows = await this.index.rows([searchWords.stemBulgarian(searchWords.fold(word))]);
    return new Map([...rows.keys()].map((term) => [term, 1]));
  }

  /** A word in Latin letters as it is, as Turkish with or without its letters, as English. @param {string} word */
  async foreign(word) {
    const plain = searchWords.fold(word);
    const stems = [plain];
    if (/\p{L}/u.test(word)) {
      const stem = await this.turkish();
      const spellings = word === plain ? searchLatin.turkishSpellings(word) : [word];
      stems.push(searchWords.stemEnglish(plain), ...spellings.map((spelling) => searchWords.fold(stem(spelling))));
    }
    const rows = await this.index.rows(stems);
    return new Map([...rows.keys()].map((term) => [term, 1]));
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

  /**
   * The Bulgarian terms that a word in Latin letters may stand for.
   * @param {string} word @param {boolean} native whether the word is found as it is @returns {Promise<[string, number][]>}
   */
  async inLatin(word, native) {
    const cheap = searchLatin.candidates(word).filter(([, cost]) => cost <= 1.3).slice(0, 60);
    const found = await this.stemmed(cheap);
    const limit = (found[0]?.[1] ?? 0) + 0.3;
    return found.filter(([, cost]) => cost <= limit).slice(0, 3).map(([term]) => [term, native ? 0.6 : 1]);
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

  /** @param {SearchPart} part @param {boolean} cyrillic @param {Map<string, number>} terms */
  async repair(part, cyrillic, terms) {
    if (cyrillic) {
      const [best] = await this.stemmed(searchLatin.candidates(part.word).slice(0, 20));
      if (best) return this.add(terms, [best[0]], 0.8);
      const asLatin = await Promise.all(searchLatin.asTypedOnUs(part.word).map((word) => (/^[a-z]+$/.test(word) ? this.foreign(word) : new Map())));
      const [typed] = asLatin.flatMap((found) => [...found.keys()]);
      if (typed) return this.add(terms, [typed], 0.8);
    } else {
      const meant = searchWords.words(searchLatin.asTypedOnBds(part.keys), this.lang);
      const [best] = meant.length === 1 ? await this.stemmed([[/** @type {string} */ (meant[0]), 0]]) : [];
      if (best) return this.add(terms, [best[0]], 0.8);
    }
    this.add(terms, await this.misspelt(part.word), 0.7);
  }

  /** The most frequent terms within one edit. @param {string} word @returns {Promise<string[]>} */
  async misspelt(word) {
    const folded = searchWords.fold(word);
    const term = searchWords.isCyrillic(word) ? searchWords.stemBulgarian(folded) : folded;
    if (term.length < 4 || /\d/.test(term)) return [];
    const rows = await this.index.rows(await this.index.near(term));
    return [...rows].sort((a, b) => b[1].count - a[1].count).slice(0, 5).map(([found]) => found);
  }
}
