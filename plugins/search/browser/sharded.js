// @ts-check
/**
 * Answers queries from a lunr index that lies cut in shards.
 *
 * lunr's score of a document needs only the postings of the query's terms, the number of
 * documents and the average lengths of fields. So the blocks that a query can touch are fetched,
 * a genuine `lunr.Index` restricted to those terms is made, and lunr itself answers: with the
 * same references, order, scores and match data as the whole index.
 */

/**
 * @typedef {object} SearchHead what plugins/search/index.py says about an index
 * @property {number} count how many documents there are
 * @property {[name: string, boost: number][]} fields
 * @property {number[]} averages of the lengths of the fields
 * @property {Record<'t' | 'v' | 'r' | 's', [bounds: string, hashes: string, group: number]>} blocks
 * @property {string} cardHashes
 * @property {number} cardGroup
 * @property {number} cards in a file
 * @property {string} facetHash
 * @property {string[]} facets the names of the filters
 * @property {string} weights
 * @property {string} lang
 * @property {any} words
 */
/** @typedef {{count: number, fields: Uint32Array[]}} SearchRow the postings of a term */

/** The parts of lunr that its types leave out. */
const lunrParts = () => /** @type {any} */ (lunr);

class ShardedIndex {
  /** @param {SearchHead} head @param {(file: string, name: string) => Promise<any[]>} load */
  constructor(head, load) {
    const hashLength = 4;
    this.head = head;
    this.load = load;
    this.bounds = /** @type {Record<string, string[]>} */ ({});
    this.hashes = /** @type {Record<string, [string, number]>} */ ({ c: [head.cardHashes, head.cardGroup], f: [head.facetHash, 1] });
    for (const [kind, [bounds, hashes, group]] of Object.entries(head.blocks)) {
      this.bounds[kind] = searchCodec.words(bounds);
      this.hashes[kind] = [hashes, group];
    }
    this.hashLength = hashLength;
    /** @type {Map<string, Promise<any>>} */
    this.decoded = new Map();
    /** @type {Map<string, SearchRow | undefined>} */
    this.known = new Map();
  }

  /**
   * One file of an index, read once.
   * @template T @param {string} kind @param {number} number @param {(content: any[]) => T} decode @returns {Promise<T>}
   */
  shard(kind, number, decode) {
    const name = kind + number;
    const known = this.decoded.get(name);
    if (known) return known;
    const [hashes, group] = /** @type {[string, number]} */ (this.hashes[kind]);
    // an index without words of a kind has no file of them
    if (!hashes) return Promise.resolve(decode(['', '']));
    const at = Math.floor(number / group) * this.hashLength;
    const read = this.load(`${name}-${hashes.slice(at, at + this.hashLength)}.js`, name).then(decode);
    this.decoded.set(name, read);
    read.catch(() => this.decoded.delete(name));
    return read;
  }

  /** How many blocks of a kind begin at or before a word, less one. @param {string} kind @param {string} word */
  blockOf(kind, word) {
    const bounds = this.bounds[kind] ?? [];
    let low = 0;
    let high = bounds.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (/** @type {string} */ (bounds[middle]) <= word) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** @param {number} number @returns {Promise<Map<string, string>>} term → its row as written */
  termBlock(number) {
    return this.shard('t', number, ([words, rows]) => {
      const written = rows.split('\t');
      return new Map(searchCodec.words(words).map((term, at) => [term, written[at]]));
    });
  }

  /** @param {string} term @returns {Promise<SearchRow | undefined>} */
  async row(term) {
    if (this.known.has(term)) return this.known.get(term);
    const written = (await this.termBlock(this.blockOf('t', term))).get(term);
    const fields = written === undefined ? undefined : searchCodec.row(written, this.head.fields.length);
    const row = fields && { count: fields.reduce((sum, field) => sum + field.length / 3, 0), fields };
    this.known.set(term, row);
    return row;
  }

  /** @param {Iterable<string>} terms @returns {Promise<Map<string, SearchRow>>} those that the index has */
  async rows(terms) {
    const all = [...new Set(terms)];
    const found = await Promise.all(all.map((term) => this.row(term)));
    return new Map(all.flatMap((term, at) => (found[at] ? [[term, /** @type {SearchRow} */ (found[at])]] : [])));
  }

  /** The first and the last block of a kind that may have what begins with some letters. @param {string} kind @param {string} prefix */
  range(kind, prefix) {
    return [this.blockOf(kind, prefix), this.blockOf(kind, `${prefix}\uffff`)];
  }

  /** @template T @param {number[]} range @param {(number: number) => Promise<Iterable<T>>} read @returns {Promise<T[]>} */
  async readRange([first = 0, last = 0], read) {
    return (await Promise.all(Array.from({ length: last - first + 1 }, (_, at) => read(first + at)))).flatMap((block) => [...block]);
  }

  /**
   * The terms that start with some letters, and how many postings each has: from few files with their rows, for those
   * are asked for next, or else from what holds more words a file.
   * @param {string} prefix @returns {Promise<[term: string, count: number][]>}
   */
  async startingWith(prefix) {
    const mostWithRows = 3;
    const [first = 0, last = 0] = this.range('t', prefix);
    if (last - first >= mostWithRows) {
      const found = await this.readRange(this.range('v', prefix), (number) => this.wordBlock(number));
      return found.filter(([term]) => term.startsWith(prefix));
    }
    const terms = await this.readRange([first, last], async (number) => (await this.termBlock(number)).keys());
    const rows = await this.rows(terms.filter((term) => term.startsWith(prefix)));
    return [...rows].map(([term, { count }]) => [term, count]);
  }

  /** The terms that end with some letters. @param {string} ending @returns {Promise<string[]>} */
  async endingWith(ending) {
    const reversed = [...ending].reverse().join('');
    const found = await this.readRange(this.range('r', reversed), (number) => this.shard('r', number, ([words]) => searchCodec.words(words)));
    return found.filter((word) => word.startsWith(reversed)).map((word) => [...word].reverse().join(''));
  }

  /**
   * The terms that begin as the first half of a word, but by no more letters than tell most words apart.
   * @param {string} word
   */
  likeStartOf(word) {
    return this.startingWith(searchWords.fold(word.slice(0, Math.max(2, Math.min(word.length >> 1, 4)))));
  }

  /** The terms that end as a term would after an edit in its first half. @param {string} term */
  likeEndOf(term) {
    return this.endingWith(term.slice((term.length >> 1) + 1));
  }

  /** @param {number} number @returns {Promise<[string, number][]>} */
  wordBlock(number) {
    return this.shard('v', number, ([words, counts]) => {
      const read = searchCodec.numbers(counts);
      return searchCodec.words(words).map((term, at) => /** @type {[string, number]} */ ([term, read[at]]));
    });
  }

  /** Fetch what a typing error leaves as it is: the beginning of a word or the end of its term. @param {string} word */
  expectError(word) {
    if (word.length < 4 || /\d/.test(word)) return;
    const term = searchWords.term(word);
    this.likeStartOf(word).catch(() => {});
    if (term.length >= 4) this.likeEndOf(term).catch(() => {});
  }

  /** lunr's weight of a term for the part that is the same in all documents. @param {number} count */
  idf(count) {
    return Math.log(1 + Math.abs((this.head.count - count + 0.5) / (count + 0.5)));
  }

  /**
   * lunr's weight of a term in a field of a document, to three decimals as lunr keeps it.
   * @param {number} idf @param {number} field @param {number} times @param {number} length
   */
  weight(idf, field, times, length) {
    const [, boost] = /** @type {[string, number]} */ (this.head.fields[field]);
    const average = /** @type {number} */ (this.head.averages[field]);
    const score = (idf * ((1.2 + 1) * times)) / (1.2 * (1 - 0.75 + 0.75 * (length / average)) + times);
    return Math.round(score * boost * 1000) / 1000;
  }

  /**
   * Make the part of the whole lunr index that some terms, and perhaps only some documents, need.
   * @param {Map<string, SearchRow>} rows @param {{has(document: number): boolean}} [only] @param {boolean} [everyDocument]
   * @returns {lunr.Index}
   */
  restricted(rows, only, everyDocument = false) {
    const names = this.head.fields.map(([name]) => name);
    const terms = [...rows.keys()].sort();
    /** @type {Map<number, number[]>[]} */
    const vectors = names.map(() => new Map());
    const inverted = Object.create(null);
    terms.forEach((term, index) => {
      const row = /** @type {SearchRow} */ (rows.get(term));
      inverted[term] = { _index: index };
      names.forEach((name, field) => (inverted[term][name] = this.fieldPostings(row, index, field, vectors, only)));
    });
    const fieldVectors = Object.create(null);
    names.forEach((name, field) => {
      if (everyDocument) for (let document = 0; document < this.head.count; document++) fieldVectors[`${name}/${document}`] = new lunr.Vector([]);
      for (const [document, elements] of vectors[field] ?? []) fieldVectors[`${name}/${document}`] = new lunr.Vector(elements);
    });
    const { Index, TokenSet } = lunrParts();
    const tokenSet = TokenSet.fromArray(terms);
    return new Index({ invertedIndex: inverted, fieldVectors, tokenSet, fields: names, pipeline: new lunr.Pipeline() });
  }

  /**
   * @param {SearchRow} row @param {number} index @param {number} field
   * @param {Map<number, number[]>[]} vectors @param {{has(document: number): boolean}} [only]
   */
  fieldPostings(row, index, field, vectors, only) {
    /** @type {Record<number, object>} */
    const found = {};
    const postings = row.fields[field] ?? new Uint32Array(0);
    const own = /** @type {Map<number, number[]>} */ (vectors[field]);
    const idf = this.idf(row.count);
    for (let at = 0; at < postings.length; at += 3) {
      const document = /** @type {number} */ (postings[at]);
      if (only && !only.has(document)) continue;
      found[document] = {};
      const weight = this.weight(idf, field, /** @type {number} */ (postings[at + 1]), /** @type {number} */ (postings[at + 2]));
      const vector = own.get(document);
      if (vector) vector.push(index, weight);
      else own.set(document, [index, weight]);
    }
    return found;
  }
}
