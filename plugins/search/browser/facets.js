// @ts-check
/** What results can be narrowed to: the values of each facet, and how many documents each would give. */

/** @typedef {[values: [value: string, label: string][], combinations: number[][], runs: string]} SearchFacet */
/** @typedef {{name: string, values: {value: string, label: string, count: number, chosen: boolean}[]}} SearchCount a facet with its values */

class SearchFacets {
  /** @param {SearchEngine} engine */
  constructor(engine) {
    this.engine = engine;
  }

  /** @returns {Promise<{facets: Map<string, {values: [string, string][], owned: number[][]}>, words: any}>} */
  read() {
    return this.engine.index.shard('f', 0, ([tables, words]) => ({
      facets: new Map(Object.entries(tables).map(([name, table]) => [name, this.readFacet(table)])),
      words,
    }));
  }

  /** @param {SearchFacet} facet */
  readFacet([values, combinations, runs]) {
    const read = searchCodec.numbers(runs);
    const owned = [];
    for (let at = 0; at < read.length; at += 2) {
      const combination = combinations[/** @type {number} */ (read[at])] ?? [];
      for (let left = /** @type {number} */ (read[at + 1]); left >= 0; left--) owned.push(combination);
    }
    return { values, owned };
  }

  /** The filters without values that no document has: a link may be older than the site. @param {SearchFilters} filters @returns {Promise<SearchFilters>} */
  async known(filters) {
    const { facets } = await this.read();
    const kept = [...filters].map(([name, chosen]) => {
      const values = new Set(facets.get(name)?.values.map(([value]) => value));
      return /** @type {[string, string[]]} */ ([name, chosen.filter((value) => values.has(value))]);
    });
    return new Map(kept.filter(([, chosen]) => chosen.length > 0));
  }

  /** @param {SearchFilters} filters @returns {Promise<(document: number) => boolean>} */
  async allowed(filters) {
    const { facets } = await this.read();
    const tests = [...filters].map(([name, chosen]) => {
      const facet = facets.get(name);
      const wanted = new Set(chosen.map((value) => facet?.values.findIndex(([id]) => id === value) ?? -1));
      return (/** @type {number} */ document) => facet?.owned[document]?.some((value) => wanted.has(value)) ?? false;
    });
    return (document) => tests.every((test) => test(document));
  }

  /**
   * What an answer would hold without the filter of one facet: what its values are counted over.
   * @param {SearchAnswer} answer @param {SearchFilters} filters @param {string} name
   */
  async without({ documents, match }, filters, name) {
    if (!filters.has(name)) return documents;
    const allowed = await this.allowed(new Map([...filters].filter(([other]) => other !== name)));
    return match ? this.engine.ranking.allowed(match, allowed).flat() : this.engine.everything(allowed);
  }

  /**
   * How many results each value of each facet would give, the most frequent first.
   * @param {SearchAnswer} answer @param {SearchFilters} filters @returns {Promise<SearchCount[]>}
   */
  async counts(answer, filters) {
    const { facets, words } = await this.read();
    return Promise.all(
      [...facets].map(async ([name, { values, owned }]) => {
        const counts = new Uint32Array(values.length);
        for (const document of await this.without(answer, filters, name)) {
          for (const value of owned[document] ?? []) counts[value] = /** @type {number} */ (counts[value]) + 1;
        }
        const types = name === 'type' ? words.types : {};
        const chosen = new Set(filters.get(name));
        const counted = values.map(([value, label], at) => ({ value, label: types[value] ?? label, count: counts[at] ?? 0, chosen: chosen.has(value) }));
        const kept = counted.filter((one) => one.count > 0 || one.chosen);
        return { name, values: kept.sort((a, b) => b.count - a.count || a.label.localeCompare(b.label, this.engine.head.lang)) };
      }),
    );
  }
}
