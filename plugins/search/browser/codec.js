// @ts-check
/** Reads what plugins/search/encoding.py writes. */
const searchCodec = (() => {
  const LAST = 64;
  const digits = new Uint8Array(128);
  let count = 0;
  for (let code = 33; code < 127; code++) if (!'"\'\\<'.includes(String.fromCharCode(code))) digits[code] = count++;
  const GO_ON = count - LAST;

  /** @param {string} text @param {number} at */
  const digitAt = (text, at) => /** @type {number} */ (digits[text.charCodeAt(at)]);

  /** @param {string} text @returns {number[]} */
  function numbers(text) {
    const found = [];
    let value = 0;
    let place = 1;
    for (let at = 0; at < text.length; at++) {
      const digit = digitAt(text, at);
      value += digit * place;
      if (digit < LAST) {
        found.push(value);
        value = 0;
        place = 1;
      } else place *= GO_ON;
    }
    return found;
  }

  /** @param {string} text @returns {string[]} */
  function words(text) {
    if (!text) return [];
    let before = '';
    return text.split(' ').map((part) => (before = before.slice(0, digitAt(part, 0)) + part.slice(1)));
  }

  /**
   * The postings of a term in one field: document, count, length of the field, over and over.
   * @param {string} text @returns {Uint32Array}
   */
  function postings(text) {
    const read = numbers(text);
    const found = new Uint32Array(read.length * 1.5 + 3);
    let end = 0;
    let document = -1;
    for (let at = 0; at < read.length; ) {
      const gap = /** @type {number} */ (read[at++]);
      document += (gap >> 1) + 1;
      found[end++] = document;
      found[end++] = gap & 1 ? /** @type {number} */ (read[at++]) + 2 : 1;
      found[end++] = /** @type {number} */ (read[at++]);
    }
    return found.subarray(0, end);
  }

  /**
   * The postings of a term in every field.
   * @param {string} row @param {number} fields @returns {Uint32Array[]}
   */
  function row(row, fields) {
    const mask = digitAt(row, 0);
    const parts = row.slice(1).split(' ');
    let next = 0;
    return Array.from({ length: fields }, (_, field) => (mask >> field) & 1 ? postings(parts[next++] ?? '') : new Uint32Array(0));
  }

  return { numbers, words, row };
})();
