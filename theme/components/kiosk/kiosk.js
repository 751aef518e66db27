// @ts-check
/**
 * What a screen in a foyer does: the arrow keys turn the pages, and when nobody has touched
 * it for a while it goes back to the start, in the language that it was set up in.
 */
(() => {
  const IDLE = 90_000;
  const { start = '' } = document.currentScript?.dataset ?? {};
  const pages = [...document.querySelectorAll('.kiosk')];
  /** @type {ReturnType<typeof setTimeout>} */
  let waiting;

  /** @param {number} index */
  function show(index) {
    const page = pages[Math.min(Math.max(index, 0), pages.length - 1)];
    if (page) location.hash = page.id;
  }

  function current() {
    const middle = innerHeight / 2;
    return pages.findIndex((page) => {
      const { top, bottom } = page.getBoundingClientRect();
      return top <= middle && bottom > middle;
    });
  }

  function rest() {
    if (current() <= 0 && new URL(start, location.href).pathname === location.pathname) return wait();
    location.href = start;
  }

  function wait() {
    clearTimeout(waiting);
    waiting = setTimeout(rest, IDLE);
  }

  addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 }[event.key];
    if (step) show(current() + step);
    else if (event.key === 'Home') show(0);
    else return;
    event.preventDefault();
  });
  ['pointerdown', 'keydown', 'scroll'].forEach((kind) => addEventListener(kind, wait, { passive: true }));
  // a screen without a keyboard is filled by a touch
  document.querySelector('.kiosk__heading')?.addEventListener('dblclick', () => {
    document.documentElement.requestFullscreen?.();
  });
  wait();
})();
