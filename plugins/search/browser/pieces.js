// @ts-check
/** Makes what the search shows out of elements and text nodes; text never becomes markup. */
const searchPieces = (() => {
  /**
   * @param {string} name @param {Record<string, string>} attributes @param {(Node | string)[]} children
   */
  function make(name, attributes, ...children) {
    const element = document.createElement(name);
    for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
    element.append(...children);
    return element;
  }

  /** @param {{text: string, match: boolean}[]} stretches */
  const marked = (stretches) => stretches.map(({ text, match }) => (match ? make('mark', {}, text) : text));

  /** @param {string} message @param {Record<string, string | number>} values */
  const say = (message, values) => message.replace(/%\((\w+)\)s/g, (_, name) => String(values[name] ?? ''));

  /** @param {[string, string]} forms @param {number} count @param {string} lang */
  function sayCount([one, many], count, lang) {
    const number = new Intl.NumberFormat(lang).format(count);
    return say(new Intl.PluralRules(lang).select(count) === 'one' ? one : many, { count: number });
  }

  return { make, marked, say, sayCount };
})();
