// @ts-check
/**
 * What a page does for the one who reads it: it says what is over by the reader's own date,
 * keeps the page in a list on this device, and passes its address on. Nothing is sent anywhere.
 */
(() => {
  const KEY = 'sredishte-saved';
  const { over = '', none = '' } = document.currentScript?.dataset ?? {};
  const { lang } = document.documentElement;
  const here = location.href.replace(/#.*/, '');
  const title = document.querySelector('h1')?.textContent?.trim() ?? '';
  const now = new Date();
  const today = iso(new Date(+now - now.getTimezoneOffset() * 6e4));

  /** @param {Date} date @returns {string} its day in UTC */
  function iso(date) {
    return date.toISOString().slice(0, 10);
  }

  /** @param {string} name @param {(each: HTMLElement, value: string) => void} change */
  function each(name, change) {
    document.querySelectorAll(`[data-${name}]`).forEach((found) => {
      change(/** @type {HTMLElement} */ (found), found.getAttribute(`data-${name}`) ?? '');
    });
  }

  // of what is repeated, the leaf shows the next time that is known
  each('times', (element, times) => {
    const leaf = /** @type {HTMLTimeElement} */ (element);
    const [first = '', ...gaps] = times.split(' ');
    const day = new Date(first);
    gaps.forEach((gap) => {
      if (iso(day) < today) day.setUTCDate(day.getUTCDate() + +gap);
    });
    if (iso(day) < today) return leaf.remove();
    leaf.dateTime = iso(day);
    leaf.children[0]?.replaceChildren(`${day.getUTCDate()}`);
    leaf.lastChild?.replaceWith(` ${day.toLocaleString(lang, { month: 'long', timeZone: 'UTC' }).slice(0, 3)}`);
  });

  // what is over says so; in a list of what can be done now it has no place (days.js moves it, where there is one)
  each('until', (element, until) => {
    if (until >= today) return;
    const list = element.parentElement;
    if (list?.dataset.past === '') {
      if (!list.children[1]) list.append(none);
      return element.remove();
    }
    const said = document.createElement('p');
    said.className = 'over';
    said.textContent = over;
    (element.querySelector('.row__text') ?? element).append(said);
    element.querySelector('.call__action')?.remove();
  });

  each('then', (element, last) => {
    element.hidden = last >= today;
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
      return button.parentElement?.remove(); // the browser keeps nothing
    }
    button.onclick = () => {
      localStorage.setItem(KEY, JSON.stringify(isKept() ? others() : [...kept(), [here, title, kind]]));
      show();
    };
    button.parentElement?.removeAttribute('class');
  });

  each('share', (button, done) => {
    if (!navigator.share && !navigator.clipboard) return button.parentElement?.remove();
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
    button.parentElement?.removeAttribute('class');
  });
})();
