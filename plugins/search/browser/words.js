// @ts-check
/**
 * Cuts queries into words and terms as plugins/languages/tokens.py cuts records.
 * The tables are those of plugins/languages/tables; the build writes them before this script.
 */
const searchWords = (() => {
  const { stemmer, folding, stopWords } = searchTables;
  const stop = new Set(stopWords);
  const stages = stemmer.stages.map((groups) => {
    /** @type {Map<string, [string, number]>} */
    const stage = new Map();
    for (const { suffixes, put, least } of groups) for (const suffix of suffixes.split(' ')) stage.set(suffix, [put, least]);
    return { stage, longest: Math.max(...[...stage.keys()].map((suffix) => suffix.length)) };
  });
  const folded = new Map(Object.entries(folding.letters));
  const words_ = new Map(Object.entries(stemmer.words));
  const inner = new Map(Object.entries(stemmer.inner));
  const stems = new Map(Object.entries(stemmer.stems));
  const PASSED_OVER = new RegExp(`[${folding.passed_over}]`, 'g');
  const WORD = /[\p{L}\p{N}]+/gu;
  const MARK = /\p{Mn}/gu;
  const CYRILLIC = /[а-џ]/;
  const VOWEL = new RegExp(`[${stemmer.vowels}]`);
  /** @type {Map<string, string>} */
  const stemmed = new Map();

  /** @param {string} text @param {string} lang */
  function lower(text, lang) {
    const composed = text.normalize('NFC').replace(PASSED_OVER, '');
    return (lang === 'tr' ? composed.replace(/I/g, 'ı') : composed).replace(/İ/g, 'i').toLowerCase();
  }

  /** @param {string} word */
  const isCyrillic = (word) => CYRILLIC.test(word);

  /** @param {string} word */
  function fold(word) {
    const plain = [...word].map((letter) => folded.get(letter) ?? letter).join('');
    return isCyrillic(plain) ? plain : plain.normalize('NFD').replace(MARK, '');
  }

  /** @param {string} word @param {{stage: Map<string, [string, number]>, longest: number}} rules */
  function withoutSuffix(word, { stage, longest }) {
    for (let length = Math.min(longest, word.length - 1); length > 0; length--) {
      const found = stage.get(word.slice(-length));
      if (!found) continue;
      const stem = word.slice(0, -length) + found[0];
      if (stem.length >= found[1] && VOWEL.test(stem)) return stem;
    }
    return word;
  }

  /** Guesses stem the same words again and again. @param {string} word */
  function stemBulgarian(word) {
    let stem = stemmed.get(word);
    if (stem === undefined) stemmed.set(word, (stem = findStem(word)));
    return stem;
  }

  /** @param {string} word */
  function findStem(word) {
    if (word.length < 3) return word;
    const known = words_.get(word);
    if (known !== undefined) return known;
    const short = stages.reduce(withoutSuffix, word);
    const stem = short[0] + [...short.slice(1)].map((letter) => inner.get(letter) ?? letter).join('');
    return stems.get(stem) ?? stem;
  }

  /** What the index has of a word in lower case, if it is Bulgarian or is no word. @param {string} word */
  const term = (word) => (isCyrillic(word) ? stemBulgarian(fold(word)) : fold(word));

  /** @param {string} word */
  function stemEnglish(word) {
    if (/yy|^(?:eed|ies|sses)$/.test(word)) return word;
    return lunr.stemmer(new lunr.Token(word, {})).toString().replace(/y$/, 'i');
  }

  /** @param {string} word */
  const isPassedOver = (word) => stop.has(word) || (word.length === 1 && !/\p{N}/u.test(word));

  /** @param {string} text @param {string} lang @returns {string[]} */
  const words = (text, lang) => lower(text, lang).match(WORD) ?? [];

  return { words, lower, fold, isCyrillic, isPassedOver, term, stemBulgarian, stemEnglish };
})();
