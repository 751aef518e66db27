// @ts-check
/**
 * What a page does for the one who reads it: it says what is over by the reader's own date,
 * keeps a list of pages on this device, and passes the address on. Nothing is sent anywhere.
 */
(() => {
  const KEY = 'sredishte-saved';
  const words = /** @type {HTMLScriptElement} */ (document.currentScript).dataset;

  /** @returns {string[][]} address, title and kind of every kept page */
  function kept() {
    try {
      return JSON.parse(localStorage.getItem(KEY) ?? '[]');
    } catch {
      return [];
    }
  }

  /** @param {string[][]} pages @returns {boolean} whether the browser keeps them */
  function keep(pages) {
    try {
      if (pages.length) localStorage.setItem(KEY, JSON.stringify(pages));
      else localStorage.removeItem(KEY);
      return true;
    } catch {
      return false;
    }
  }

  /** @param {string} selector @returns {HTMLElement[]} */
  const all = (selector) => [...document.querySelectorAll(selector)].map((each) => /** @type {HTMLElement} */ (each));

  /** Marks what was over before today, and moves it to the list of the past where the page has one. */
  function markPast() {
    const now = new Date();
    const today = new Date(now.getTime() - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
    for (const each of all('[data-until]')) {
      if ((each.dataset.until ?? '') >= today) continue;
      const past = document.querySelector(`#${each.closest('[data-past]')?.getAttribute('data-past')} ul`);
      each.querySelector('.call__action')?.remove();
      const said = document.createElement('p');
      said.className = 'over';
      said.textContent = words.over ?? '';
      (each.querySelector('.row__text') ?? each).append(said);
      if (past) {
        past.prepend(each);
        past.closest('section')?.removeAttribute('hidden');
      }
    }
  }

  /** Says of records that they are to be checked again, from the day on. */
  function markDue() {
    const today = new Date().toISOString().slice(0, 10);
    for (const each of all('[data-due]')) {
      if ((each.dataset.due ?? '9') > today) continue;
      each.dataset.state = 'due';
      each.append(` · ${each.dataset.word}`);
    }
  }

  const here = location.href.replace(/#.*/, '');
  const title = document.querySelector('h1')?.textContent?.trim() ?? document.title;

  for (const button of all('[data-save]')) {
    const label = button.textContent ?? '';
    const show = () => {
      const known = kept().some(([address]) => address === here);
      button.setAttribute('aria-pressed', String(known));
      button.textContent = known ? (button.dataset.done ?? '') : label;
    };
    button.addEventListener('click', () => {
      const others = kept().filter(([address]) => address !== here);
      const known = others.length < kept().length;
      keep(known ? others : [...others, [here, title, button.dataset.save ?? '']]);
      show();
    });
    show();
    button.closest('li')?.removeAttribute('hidden');
  }

  for (const button of all('[data-share]')) {
    if (!navigator.share && !navigator.clipboard) continue;
    button.addEventListener('click', async () => {
      try {
        if (navigator.share) await navigator.share({ title, url: here });
        else {
          await navigator.clipboard.writeText(here);
          button.textContent = button.dataset.share ?? '';
        }
      } catch {
        // the reader changed their mind, or the browser forbids it
      }
    });
    button.closest('li')?.removeAttribute('hidden');
  }

  /** Fills the page of kept pages. @param {HTMLElement} list */
  function showKept(list) {
    const pages = kept();
    list.replaceChildren(
      ...pages.map(([address = '', name = '', kind = '']) => {
        const item = /** @type {HTMLElement} */ (
          /** @type {HTMLTemplateElement} */ (document.getElementById('saved-item')).content.cloneNode(true)
        );
        const link = /** @type {HTMLAnchorElement} */ (item.querySelector('a'));
        const button = /** @type {HTMLElement} */ (item.querySelector('button'));
        if (/^(https?|file):/.test(address)) link.href = address;
        link.textContent = name;
        /** @type {HTMLElement} */ (item.querySelector('.saved__kind')).textContent = kind;
        /** @type {HTMLElement} */ (item.querySelector('.saved__name')).textContent = name;
        button.addEventListener('click', () => {
          keep(kept().filter(([other]) => other !== address));
          showKept(list);
          document.getElementById('saved-count')?.focus();
        });
        return item;
      }),
    );
    const count = document.getElementById('saved-count');
    if (count) count.textContent = `${count.dataset.words} ${pages.length}`;
    for (const each of all('[data-when]')) each.hidden = (each.dataset.when === 'some') !== pages.length > 0;
  }

  markPast();
  markDue();
  const list = document.getElementById('saved-list');
  if (list) showKept(list);
  for (const button of all('[data-print]')) button.addEventListener('click', () => print());
})();
