// @ts-check
/**
 * Ranks documents: those with the most words of the query first, then by lunr's score, the
 * dormant and closed lower. lunr scores only the documents that can be shown; which those are is
 * reckoned beforehand with the same weights, so that very common words cost no time.
 */

/**
 * @typedef {object} SearchMatch
 * @property {number[]} documents all that have some of the words, in the order of their numbers
 * @property {Uint32Array} covers which words each document has
 * @property {Float64Array} scores as they are reckoned before lunr is asked
 * @property {SearchGroup[]} wanted the words that count
 * @property {Map<string, SearchRow>} rows
 */
/**
 * @typedef {object} SearchRanked
 * @property {number[]} documents all that match, the best first
 * @property {Map<number, number>} scores of the best documents
 * @property {boolean} partial whether some have not all the words
 */
/** @typedef {SearchRanked & {groups: SearchGroup[], match: SearchMatch | undefined}} SearchAnswer */

class Ranking {
  /** @param {ShardedIndex} index */
  constructor(index) {
    this.index = index;
    this.depth = 100;
    this.enough = 10;
    // active, to be checked, dormant, closed, a part of something
    const worth = [1, 0.9, 0.7, 0.5, 0.1];
    this.worth = new Float64Array(index.head.count).fill(1);
    const read = searchCodec.numbers(index.head.weights);
    for (let at = 0, document = 0; at < read.length; at += 2) {
      const end = document + /** @type {number} */ (read[at + 1]) + 1;
      this.worth.fill(worth[/** @type {number} */ (read[at])] ?? 1, document, end);
      document = end;
    }
  }

  /** Find what has the words of a query, whatever the filters. @param {SearchGroup[]} groups @returns {Promise<SearchMatch>} */
  async match(groups) {
    const wanted = groups.filter(({ part }) => part.presence !== 'prohibited');
    const rows = await this.index.rows(groups.flatMap(({ terms }) => [...terms.keys()]));
    const excluded = this.documentsOf(groups.filter(({ part }) => part.presence === 'prohibited'), rows);
    const required = wanted.reduce((mask, { part }, at) => (part.presence === 'required' ? mask | (1 << at) : mask), 0);
    const { scores, covers } = this.reckon(wanted, rows);
    const documents = [];
    for (let document = 0; document < covers.length; document++) {
      const cover = /** @type {number} */ (covers[document]);
      if (cover && (cover & required) === required && !excluded.has(document)) documents.push(document);
    }
    return { documents, covers, scores, wanted, rows };
  }

  /** Those that the filters let through, roughly the best first. @param {SearchMatch} match @param {(document: number) => boolean} allowed */
  allowed({ documents, covers, scores }, allowed) {
    return this.levels(documents.filter(allowed), covers, scores);
  }

  /** @param {SearchMatch} match @param {number[][]} levels as `allowed` gives them @returns {SearchRanked} */
  rank({ covers, wanted, rows }, levels) {
    const { documents, scores } = this.byLunr(levels.flat(), wanted, rows, covers);
    const first = /** @type {number} */ (covers[documents[0] ?? 0]);
    return { documents, scores, partial: levels.length > 1 || this.bits(first) < wanted.length };
  }

  /** @param {SearchGroup[]} groups @param {Map<string, SearchRow>} rows @returns {Set<number>} */
  documentsOf(groups, rows) {
    const found = new Set();
    this.eachPosting(groups, rows, (_, document) => found.add(document));
    return found;
  }

  /**
   * @param {SearchGroup[]} groups @param {Map<string, SearchRow>} rows
   * @param {(group: number, document: number, weight: number) => void} visit
   */
  eachPosting(groups, rows, visit) {
    groups.forEach(({ part, terms }, group) => {
      for (const [term, worth] of terms) {
        const row = rows.get(term);
        if (!row) continue;
        const idf = this.index.idf(row.count);
        row.fields.forEach((postings, field) => {
          if (part.field !== undefined && part.field !== field) return;
          for (let at = 0; at < postings.length; at += 3) {
            const times = /** @type {number} */ (postings[at + 1]);
            const length = /** @type {number} */ (postings[at + 2]);
            visit(group, /** @type {number} */ (postings[at]), this.index.weight(idf, field, times, length) * worth);
          }
        });
      }
    });
  }

  /** @param {SearchGroup[]} groups @param {Map<string, SearchRow>} rows */
  reckon(groups, rows) {
    const scores = new Float64Array(this.index.head.count);
    const covers = new Uint32Array(this.index.head.count);
    this.eachPosting(groups, rows, (group, document, weight) => {
      scores[document] = /** @type {number} */ (scores[document]) + weight;
      covers[document] = /** @type {number} */ (covers[document]) | (1 << group);
    });
    for (let document = 0; document < scores.length; document++) scores[document] = /** @type {number} */ (scores[document]) * /** @type {number} */ (this.worth[document]);
    return { scores, covers };
  }

  /** @param {number} mask */
  bits(mask) {
    let count = 0;
    for (let rest = mask; rest; rest &= rest - 1) count++;
    return count;
  }

  /**
   * The documents with the most words, best first; with fewer words only until there are enough.
   * @param {number[]} documents @param {Uint32Array} covers @param {Float64Array} scores @returns {number[][]}
   */
  levels(documents, covers, scores) {
    /** @type {number[][]} */
    const byCount = [];
    for (const document of documents) (byCount[this.bits(/** @type {number} */ (covers[document]))] ??= []).push(document);
    const levels = [];
    let count = 0;
    for (const level of byCount.filter(Boolean).reverse()) {
      if (count >= this.enough) break;
      levels.push(level.sort((a, b) => /** @type {number} */ (scores[b]) - /** @type {number} */ (scores[a]) || a - b));
      count += level.length;
    }
    return levels;
  }

  /**
   * Let lunr score the best documents and order them by its word.
   * @param {number[]} documents @param {SearchGroup[]} groups @param {Map<string, SearchRow>} rows @param {Uint32Array} covers
   */
  byLunr(documents, groups, rows, covers) {
    const best = new Set(documents.slice(0, this.depth));
    const index = this.index.restricted(rows, best);
    const names = this.index.head.fields.map(([name]) => name);
    const results = index.query((query) => {
      for (const { part, terms } of groups) {
        const fields = part.field === undefined ? names : [/** @type {string} */ (names[part.field])];
        for (const [term, boost] of terms) query.clause(/** @type {any} */ ({ term, boost, fields, usePipeline: false }));
      }
    });
    const scores = new Map(results.map(({ ref, score }) => [+ref, score * /** @type {number} */ (this.worth[+ref])]));
    const cover = (/** @type {number} */ document) => this.bits(/** @type {number} */ (covers[document]));
    const ranked = [...best].sort((a, b) => cover(b) - cover(a) || (scores.get(b) ?? 0) - (scores.get(a) ?? 0) || a - b);
    return { documents: [...ranked, ...documents.slice(this.depth)], scores };
  }
}
