// @ts-check
/** What a word may have been meant as: Bulgarian in Latin letters, or typed with the wrong keyboard layout. */
const searchLatin = (() => {
  const { typed, keyboards, skeleton: consonants } = searchSpellings;
  const WIDTH = 96;
  const CYRILLIC = /^[а-яьъ]+$/;
  const LONG = /^(dzh|dj|sht|sh|ch|zh|ts|yu|ya|4|6)/;
  const SPLIT = 0.8;
  const rules = Object.entries(typed)
    .sort((a, b) => b[0].length - a[0].length)
    .map(([latin, meant]) => ({ latin, meant: Object.entries(meant) }));
  const merged = Object.entries(consonants.merged);
  const letters = new Map(Object.entries(consonants.letters));

  /** @typedef {[word: string, cost: number]} Candidate */

  /** @param {Candidate} a @param {Candidate} b */
  const cheaper = (a, b) => a[1] - b[1];

  /**
   * Cyrillic spellings of a word in Latin letters, the likeliest first.
   * @param {string} word @returns {Candidate[]}
   */
  function fromLatin(word) {
    /** @type {Candidate[][]} */
    const reached = Array.from({ length: word.length + 1 }, () => []);
    reached[0]?.push(['', 0]);
    for (let at = 0; at < word.length; at++) {
      const best = (reached[at] ?? []).sort(cheaper).slice(0, WIDTH);
      if (best.length === 0) continue;
      for (const { latin, meant } of rules) {
        if (!word.startsWith(latin, at)) continue;
        const cost = latin.length === 1 && LONG.test(word.slice(at)) ? SPLIT : 0;
        const next = reached[at + latin.length];
        for (const [start, paid] of best) for (const [letter, price] of meant) next?.push([start + letter, paid + price + cost]);
      }
    }
    return unique(reached[word.length] ?? []).slice(0, WIDTH);
  }

  /** @param {Candidate[]} candidates @returns {Candidate[]} */
  function unique(candidates) {
    /** @type {Map<string, number>} */
    const costs = new Map();
    for (const [word, cost] of candidates) if (cost < (costs.get(word) ?? Infinity)) costs.set(word, cost);
    return [...costs].sort(cheaper);
  }

  /** @param {string} from @param {string} to @param {string} word */
  function retype(from, to, word) {
    return [...word].map((letter) => to[from.indexOf(letter)] ?? letter).join('');
  }

  /** @param {string} word typed with the Latin layout on, in lower case @returns {Candidate[]} */
  function fromKeys(word) {
    const layouts = Object.entries(keyboards).filter(([name]) => name !== 'us');
    return layouts.map(([name, keys]) => [retype(keyboards.us, keys, word), name === 'phonetic' ? 0.6 : 0.9]);
  }

  /**
   * What a word in lower case may have been meant as, in Cyrillic letters, the likeliest first.
   * @param {string} word @returns {Candidate[]}
   */
  function candidates(word) {
    /** @type {Candidate[]} */
    let found = [...fromLatin(word), ...fromKeys(word)];
    if (searchWords.isCyrillic(word)) {
      const keys = [retype(keyboards.phonetic, keyboards.us, word), retype(keyboards.bds, keyboards.us, word)];
      found = keys.flatMap((latin) => fromLatin(latin).slice(0, WIDTH / 2).map(([meant, cost]) => /** @type {Candidate} */ ([meant, cost + 1])));
    }
    return unique(found.filter(([meant]) => CYRILLIC.test(meant)));
  }

  /**
   * The words that the same keys write on the Bulgarian layouts: typed with the Latin one, or with the wrong one of them.
   * @param {string} keys in lower case @returns {string[]}
   */
  function onOtherKeys(keys) {
    const { us, ...layouts } = keyboards;
    const pressed = searchWords.isCyrillic(keys) ? retype(keyboards.bds, us, keys) : keys;
    return Object.values(layouts).map((layout) => retype(us, layout, pressed)).filter((word) => CYRILLIC.test(word));
  }

  /** @param {string} word Cyrillic letters that a Latin word became under a Bulgarian layout */
  const asTypedOnUs = (word) => [retype(keyboards.phonetic, keyboards.us, word), retype(keyboards.bds, keyboards.us, word)];

  /** @param {string} term */
  function skeleton(term) {
    for (const [pair, letter] of merged) term = term.split(pair).join(letter);
    return [...term].map((letter) => letters.get(letter) ?? letter).join('');
  }

  const ASCII = /[cgiosu]/;
  /** @type {Record<string, string>} */
  const TURKISH = { c: 'ç', g: 'ğ', i: 'ı', o: 'ö', s: 'ş', u: 'ü' };

  /**
   * The ways to spell a word of a–z with the letters of Turkish, the word itself first.
   * @param {string} word @returns {string[]}
   */
  function turkishSpellings(word) {
    let spellings = [''];
    let free = 6;
    for (const letter of word) {
      const both = ASCII.test(letter) && free-- > 0;
      spellings = spellings.flatMap((start) => (both ? [start + letter, start + TURKISH[letter]] : [start + letter]));
    }
    return spellings;
  }

  return { candidates, onOtherKeys, asTypedOnUs, skeleton, turkishSpellings };
})();
