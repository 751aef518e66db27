// @ts-check
/** Lets a reader look closely at a picture: with buttons, keys, the wheel or fingers. */
(() => {
  const MOST = 8;
  const STEP = 60;
  const link = /** @type {HTMLAnchorElement | null} */ (document.querySelector('[data-zoom]'));
  const shown = link?.querySelector('img');
  if (!link || !shown || !('showModal' in HTMLDialogElement.prototype)) return;
  const words = link.dataset;
  /** @type {HTMLDialogElement | undefined} */
  let dialog;
  let scale = 1;
  let across = 0;
  let down = 0;

  /** @param {string} tag @param {string} name @param {object} more @returns {HTMLElement} */
  const make = (tag, name, more) => Object.assign(document.createElement(tag), { className: `zoom__${name}` }, more);
  const image = /** @type {HTMLImageElement} */ (make('img', 'image', { alt: shown.alt, draggable: false }));
  const view = make('div', 'view', {});
  const size = make('span', 'size', {});
  size.setAttribute('role', 'status');

  function place() {
    const [width, height] = [(view.clientWidth * (scale - 1)) / 2, (view.clientHeight * (scale - 1)) / 2];
    across = Math.max(-width, Math.min(width, across));
    down = Math.max(-height, Math.min(height, down));
    image.style.transform = `translate(${across}px,${down}px) scale(${scale})`;
    size.textContent = `${Math.round(scale * 100)} %`;
  }

  /** @param {number} by */
  function zoom(by) {
    const next = Math.max(1, Math.min(MOST, scale * by));
    across *= next / scale;
    down *= next / scale;
    scale = next;
    place();
  }

  /** @param {number} x @param {number} y */
  function move(x, y) {
    across += x;
    down += y;
    place();
  }

  /** @type {Record<string, () => void>} */
  const keys = {
    '+': () => zoom(1.5),
    '=': () => zoom(1.5),
    '-': () => zoom(1 / 1.5),
    0: () => zoom(0),
    ArrowLeft: () => move(STEP, 0),
    ArrowRight: () => move(-STEP, 0),
    ArrowUp: () => move(0, STEP),
    ArrowDown: () => move(0, -STEP),
  };

  /** @param {string | undefined} label @param {() => void} act */
  const button = (label, act) => make('button', 'button', { type: 'button', textContent: label, onclick: act });

  function build() {
    const made = /** @type {HTMLDialogElement} */ (make('dialog', 'dialog', { ariaLabel: shown?.alt }));
    const tools = make('div', 'tools', {});
    tools.append(
      button(words.close, () => made.close()),
      button(words.in, () => zoom(1.5)),
      button(words.out, () => zoom(1 / 1.5)),
      button(words.whole, () => zoom(0)),
      size,
      make('span', 'keys', { textContent: words.keys }),
    );
    image.src = /** @type {HTMLAnchorElement} */ (link).href;
    view.append(image);
    made.append(tools, view);
    made.onkeydown = (event) => {
      const act = keys[event.key];
      if (!act || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      act();
    };
    view.onwheel = (event) => {
      event.preventDefault();
      zoom(event.deltaY < 0 ? 1.2 : 1 / 1.2);
    };
    /** @type {Map<number, PointerEvent>} */
    const fingers = new Map();
    const apart = () => {
      const [one, other] = [...fingers.values()];
      return one && other ? Math.hypot(one.x - other.x, one.y - other.y) : 0;
    };
    view.onpointerdown = (event) => {
      view.setPointerCapture(event.pointerId);
      fingers.set(event.pointerId, event);
    };
    view.onpointermove = (event) => {
      const before = fingers.get(event.pointerId);
      if (!before) return;
      const distance = apart();
      fingers.set(event.pointerId, event);
      if (distance) zoom(apart() / distance);
      else move(event.x - before.x, event.y - before.y);
    };
    view.onpointerup = view.onpointercancel = (event) => fingers.delete(event.pointerId);
    document.body.append(made);
    return made;
  }

  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    dialog ??= build();
    dialog.showModal();
    scale = 1;
    place();
  });
})();
