// @ts-check
/** The search of a site in one language: from what was typed to documents and their cards. */

/** @typedef {[url: string, title: string, kind?: string, where?: string, summary?: string, titleLang?: string, summaryLang?: string]} SearchCard */
/** @typedef {Map<string, string[]>} SearchFilters facet → the values of which a document has one */

class SearchEngine {
  /**
   * @param {SearchHead} head @param {(file: string, name: string) => Promise<any[]>} load
   * @param {SearchHelpers} helpers
   */
  constructor(head, load, helpers) {
    this.head = head;
    this.helpers = helpers;
    this.index = new ShardedIndex(head, load);
    this.reader = new QueryReader(this.index, helpers);
    this.ranking = new Ranking(this.index);
  }

  /**
   * @param {string} query @returns {Promise<SearchAnswer>}
   * @param {{typing?: boolean, filters?: SearchFilters, shown?: number}} [options] `shown` results are shown at first
   */
  async search(query, { typing = false, filters = new Map(), shown = 10 } = {}) {
    const parts = await this.reader.parts(query, typing);
    const groups = await Promise.all(parts.map((part) => this.reader.group(part)));
    const allowed = filters.size > 0 ? await (await this.facets()).allowed(filters) : () => true;
    if (groups.length === 0) return { documents: filters.size ? this.everything(allowed) : [], scores: new Map(), partial: false, groups, match: undefined };
    const match = await this.ranking.match(groups);
    const levels = this.ranking.allowed(match, allowed);
    // on their way while lunr may be on its own: it will hardly choose others
    for (const document of levels.flat().slice(0, shown)) this.card(document).catch(() => {});
    await this.helpers.lunr();
    const answer = { ...this.ranking.rank(match, levels), groups, match };
    if (answer.documents.length > 0 || !this.reader.quotes(query)) return this.settleTies(answer, shown);
    return { ...(await this.search(this.reader.loose(query), { typing, filters, shown })), partial: true };
  }

  /** Whether nothing is found because the last word has only been begun. @param {SearchAnswer} answer */
  isBegun({ documents, groups }) {
    const part = groups[groups.length - 1]?.part;
    return documents.length === 0 && part !== undefined && this.reader.isBegun(part);
  }

  /** @returns {Promise<SearchFacets>} */
  facets() {
    return this.helpers.facets(this);
  }

  /** @param {(document: number) => boolean} allowed */
  everything(allowed) {
    return Array.from({ length: this.head.count }, (_, document) => document).filter(allowed);
  }

  /**
   * Among results that lunr scores alike, put those first whose titles have the very words: two
   * villages may have one stem.
   * @param {SearchAnswer} answer @param {number} shown @returns {Promise<SearchAnswer>}
   */
  async settleTies(answer, shown) {
    const { documents, scores, groups } = answer;
    const score = (/** @type {number} */ document) => Math.round((scores.get(document) ?? 0) * 1e6);
    const first = documents.slice(0, shown);
    if (new Set(first.map(score)).size === first.length) return answer;
    const cards = await Promise.all(first.map((document) => this.card(document)));
    const distances = new Map(first.map((document, at) => [document, this.distance(/** @type {SearchCard} */ (cards[at]), groups)]));
    const distance = (/** @type {number} */ document) => distances.get(document) ?? 0;
    const place = new Map(first.map((document) => [score(document), first.findIndex((other) => score(other) === score(document))]));
    const start = (/** @type {number} */ document) => place.get(score(document)) ?? 0;
    first.sort((a, b) => start(a) - start(b) || distance(a) - distance(b));
    return { ...answer, documents: [...first, ...documents.slice(shown)] };
  }

  /** How far the words of a title are from the words of a query. @param {SearchCard} card @param {SearchGroup[]} groups */
  distance([, title], groups) {
    const words = searchWords.words(title, this.head.lang).map(searchWords.fold);
    const places = groups.map(({ spellings }) => spellings.findIndex((spelling) => words.includes(spelling)));
    return places.reduce((sum, at) => sum + (at < 0 ? 100 : at), 0);
  }

  /** @param {number} document @returns {Promise<SearchCard>} */
  async card(document) {
    const cards = await this.index.shard('c', Math.floor(document / this.head.cards), ([content]) => content);
    return cards[document % this.head.cards];
  }

  /**
   * Cut a text into stretches that match the query and such that do not.
   * @param {string} text @param {string} lang @param {SearchGroup[]} groups @param {(word: string) => string} [turkish]
   * @returns {{text: string, match: boolean}[]}
   */
  stretches(text, lang, groups, turkish) {
    const stretches = [];
    let done = 0;
    for (const found of text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{Mn}\u00ad]*/gu)) {
      if (!this.matches(found[0], lang, groups, turkish)) continue;
      if (found.index > done) stretches.push({ text: text.slice(done, found.index), match: false });
      done = found.index + found[0].length;
      stretches.push({ text: found[0], match: true });
    }
    if (done < text.length) stretches.push({ text: text.slice(done), match: false });
    return stretches;
  }

  /** @param {string} written @param {string} lang @param {SearchGroup[]} groups @param {(word: string) => string} [turkish] */
  matches(written, lang, groups, turkish) {
    // without a query lunr, which stems English, may not be here
    if (groups.length === 0) return false;
    const word = searchWords.lower(written, lang);
    const plain = searchWords.fold(word);
    const terms = searchWords.isCyrillic(word) ? [searchWords.stemBulgarian(plain)] : [plain, searchWords.stemEnglish(plain)];
    if (turkish && !searchWords.isCyrillic(word)) terms.push(searchWords.fold(turkish(word)));
    return groups.some(({ part, terms: wanted }) => part.presence !== 'prohibited' && terms.some((term) => wanted.has(term)));
  }
}
