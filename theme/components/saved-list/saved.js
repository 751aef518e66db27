// @ts-check
/** Fills the page of what the reader kept on this device. */
(() => {
  const KEY = 'sredishte-saved';
  const list = /** @type {HTMLElement} */ (document.getElementById('saved-list'));
  const count = /** @type {HTMLElement} */ (document.getElementById('saved-count'));
  const item = /** @type {HTMLTemplateElement} */ (document.getElementById('saved-item'));

  /** @returns {string[][]} address, title and kind of every kept page */
  function kept() {
    try {
      return JSON.parse(localStorage.getItem(KEY) ?? '[]');
    } catch {
      return [];
    }
  }

  /** @param {string} address */
  function remove(address) {
    localStorage.setItem(KEY, JSON.stringify(kept().filter((page) => page[0] !== address)));
    show();
    count.focus();
  }

  /** @param {string[]} page @returns {Node} */
  function row([address = '', title = '', kind = '']) {
    const made = /** @type {DocumentFragment} */ (item.content.cloneNode(true));
    const link = /** @type {HTMLAnchorElement} */ (made.querySelector('a'));
    if (/^(https?|file):/.test(address)) link.href = address;
    link.textContent = title;
    /** @type {HTMLElement} */ (made.querySelector('.row__line')).textContent = kind;
    const button = /** @type {HTMLElement} */ (made.querySelector('button'));
    button.append(Object.assign(document.createElement('span'), { className: 'visually-hidden', textContent: ` – ${title}` }));
    button.onclick = () => remove(address);
    return made;
  }

  function show() {
    const pages = kept();
    list.replaceChildren(...pages.map(row));
    count.textContent = `${count.dataset.words} ${pages.length}`;
    document.querySelectorAll('[data-when]').forEach((each) => {
      each.toggleAttribute('hidden', (each.getAttribute('data-when') === 'some') !== pages.length > 0);
    });
  }

  show();
  document.querySelector('[data-print]')?.addEventListener('click', () => print());
})();
