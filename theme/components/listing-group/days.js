// @ts-check
/**
 * Brings the groups of a list to the reader's day, after reader.js: what has begun or is over moves to its group,
 * what is repeated stands where its next time belongs, and a group that is empty is not seen.
 */
(() => {
  const now = new Date();
  const today = new Date(+now - now.getTimezoneOffset() * 6e4).toISOString().slice(0, 10);

  /** @param {string} name @returns {HTMLElement[]} */
  const all = (name) => [...document.querySelectorAll(name)].map((each) => /** @type {HTMLElement} */ (each));
  /** @param {Element} row @returns {string} its day; one without stands last */
  const day = (row) => row.querySelector('time')?.dateTime.slice(0, 10) ?? '9';

  /** @param {HTMLElement} item @param {string | undefined} group */
  function move(item, group) {
    const list = group && document.querySelector(`#${group} ul`);
    if (list) list.prepend(item);
  }

  all('[data-now] > [data-from]').forEach((item) => {
    if ((item.dataset.from ?? '') <= today) move(item, item.parentElement?.dataset.now);
  });
  all('[data-past] > [data-until]').forEach((item) => {
    if ((item.dataset.until ?? '') < today) move(item, item.parentElement?.dataset.past);
  });
  all('.rows').forEach((list) => {
    if (!list.querySelector('[data-times]') || list.closest('#over, #past')) return;
    list.append(...[...list.children].sort((one, other) => (day(one) < day(other) ? -1 : 1)));
  });
  all('.listing-group').forEach((group) => {
    if (group.querySelector('[data-past]') || group.hidden) group.hidden = !group.querySelector('.card, .row');
  });
})();
