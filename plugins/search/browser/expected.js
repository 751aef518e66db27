// @ts-check
/**
 * Tells in which files of an index the words of a query probably are, before the engine and the head have come: the
 * search page carries where the files of terms and of consonants begin. Without a stemmer and with one spelling for
 * what is typed in Latin letters it is a guess: right for 97 Cyrillic words in a hundred, for 95 in Latin letters.
 *
 * @param {string} told as plugins/search/index.py tells it @param {string} query
 * @returns {[file: string, name: string][]}
 */
function expectedShards(told, query) {
  const { sequences, letters, merged, consonants } = searchGuess;
  const [terms, skeletons] = told.split('|').map((kind) => kind.split(' '));

  // a browser has six requests at a time, and the engine waits among them
  const mostWords = 8;

  /** @param {string} kind @param {string[] | undefined} said @param {string} word @returns {[string, string][]} */
  function file(kind, [group, hashes = '', ...starts] = [], word) {
    if (!hashes) return [];
    const number = starts.filter((start) => start <= word).length;
    const at = Math.floor(number / Number(group)) * 4;
    return [[`${kind}${number}-${hashes.slice(at, at + 4)}.js`, kind + number]];
  }

  /** @param {string} word in Cyrillic letters */
  const stemOf = (word) => word.charAt(0) + word.slice(1).replace(/я/g, 'е').replace(/[аеиоуъю]+$/, '');

  /** @param {string} word @param {Record<string, string>} parts */
  function put(word, parts) {
    for (const [part, other] of Object.entries(parts)) word = word.split(part).join(other);
    return word;
  }

  /** @param {string} word @param {[string, string]} letters */
  const retype = (word, [from, to]) => [...word].map((letter) => to[from.indexOf(letter)] ?? letter).join('');

  /** @param {string} word */
  function filesOf(word) {
    if (/[а-я]/.test(word)) return file('t', terms, stemOf(word));
    const plain = word.replace(/ı/g, 'i').normalize('NFD').replace(/\p{Mn}/gu, '');
    if (plain !== word) return file('t', terms, plain);
    const meant = retype(put(word, sequences), letters);
    const skeleton = retype(put(meant, merged), consonants).replace(/[а-я]/g, '');
    return [...file('t', terms, word), ...file('t', terms, stemOf(meant)), ...file('s', skeletons, skeleton)];
  }

  const words = query.replace(/İ/g, 'i').toLowerCase().match(/[а-я]{3,}|[\p{Script=Latin}46]{3,}/gu) ?? [];
  return words.slice(0, mostWords).flatMap(filesOf);
}
