// @ts-check
/**
 * What a page does for the one who reads it: it says what is over by the reader's own date,
 * keeps the page in a list on this device, and passes its address on. Nothing is sent anywhere.
 */
(() => {
  const KEY = 'sredishte-saved';
  const over = document.currentScript?.dataset.over ?? '';
  const here = location.href.replace(/#.*/, '');
  const title = document.querySelector('h1')?.textContent?.trim() ?? '';
  const now = new Date();
  const today = new Date(+now - now.getTimezoneOffset() * 6e4).toISOString().slice(0, 10);

  /** @param {string} name @param {(each: HTMLElement, value: string) => void} change */
  function each(name, change) {
    document.querySelectorAll(`[data-${name}]`).forEach((found) => {
      change(/** @type {HTMLElement} */ (found), found.getAttribute(`data-${name}`) ?? '');
    });
  }

  // what is over moves to the list of the past, where the page has one
  each('until', (element, until) => {
    if (until >= today) return;
    const past = element.closest('[data-past]')?.getAttribute('data-past');
    const said = document.createElement('p');
    said.className = 'over';
    said.textContent = over;
    (element.querySelector('.row__text') ?? element).append(said);
    element.querySelector('.call__action')?.remove();
    if (past) document.querySelector(`#${past} ul`)?.prepend(element);
  });

  each('due', (badge, due) => {
    if (due > today) return;
    badge.dataset.state = 'due';
    badge.append(` · ${badge.dataset.word}`);
  });

  /** @returns {string[][]} address, title and kind of every kept page */
  const kept = () => JSON.parse(localStorage.getItem(KEY) ?? '[]');
  const others = () => kept().filter((page) => page[0] !== here);

  each('save', (button, kind) => {
    const word = button.textContent;
    const isKept = () => others().length < kept().length;
    const show = () => {
      button.setAttribute('aria-pressed', `${isKept()}`);
      button.textContent = isKept() ? button.dataset.done ?? '' : word;
    };
    try {
      show();
    } catch {
      return; // the browser keeps nothing
    }
    button.onclick = () => {
      localStorage.setItem(KEY, JSON.stringify(isKept() ? others() : [...kept(), [here, title, kind]]));
      show();
    };
    button.parentElement?.removeAttribute('hidden');
  });

  each('share', (button, done) => {
    if (!navigator.share && !navigator.clipboard) return;
    button.onclick = async () => {
      try {
        if (navigator.share) await navigator.share({ title, url: here });
        else {
          await navigator.clipboard.writeText(here);
          button.textContent = done;
        }
      } catch {
        // the reader changed their mind
      }
    };
    button.parentElement?.removeAttribute('hidden');
  });
})();
