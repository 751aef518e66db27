// @ts-check
/** Narrows the list of settlements to what is typed: a name in either alphabet, or a postcode. Nothing is sent. */
(() => {
  const form = /** @type {HTMLFormElement} */ (document.querySelector('[data-find]'));
  const field = /** @type {HTMLInputElement} */ (form.querySelector('input'));
  const list = /** @type {HTMLElement} */ (document.getElementById(form.dataset.find ?? ''));
  const found = /** @type {HTMLElement} */ (document.getElementById('found'));
  const cyrillic = 'абвгдежзийклмнопрстуфхцчшщъьюя';
  // as the law of 2009 writes them; what people type for ж, ч, ш, ц and й falls together below
  const latin = 'a b v g d e zh z i y k l m n o p r s t u f h ts ch sh sht a y yu ya'.split(' ');

  /** @param {string} text @returns {string} the same for every way of writing a name */
  const fold = (text) =>
    text
      .toLowerCase()
      .replace(/[а-я]/g, (letter) => latin[cyrillic.indexOf(letter)] ?? letter)
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replace(/zh/g, 'j')
      .replace(/([cst])h|ts/g, (_all, first) => first ?? 'c')
      .replace(/[ıy]/g, 'i')
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();

  const lines = [...list.querySelectorAll('li')].map((line) => ({
    line,
    name: fold((line.textContent ?? '').split(' – ')[0] ?? ''),
    code: /\d{4}/.exec(line.textContent ?? '')?.[0] ?? '',
  }));

  /** @param {string} typed @returns {(each: { name: string, code: string }) => boolean} */
  function test(typed) {
    if (!/^\d+$/.test(typed)) return ({ name }) => ` ${name}`.includes(typed.length < 3 ? ` ${typed}` : typed);
    const exact = lines.some(({ code }) => code.startsWith(typed));
    // the codes of villages begin as that of the town of their post office
    const start = exact ? typed : typed.slice(0, 2);
    return ({ code }) => code !== '' && code.startsWith(start);
  }

  function show() {
    const typed = fold(field.value);
    const fits = test(typed);
    let count = 0;
    lines.forEach((each) => {
      each.line.hidden = typed !== '' && !fits(each);
      count += each.line.hidden ? 0 : 1;
    });
    list.querySelectorAll('section').forEach((part) => {
      part.hidden = !part.querySelector('li:not([hidden])');
    });
    document.querySelector('.letters')?.toggleAttribute('hidden', typed !== '');
    found.textContent = `${found.dataset.words} ${count}`;
  }

  field.value = new URLSearchParams(location.search).get('q') ?? '';
  field.addEventListener('input', show);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    show();
    /** @type {HTMLElement | null} */ (list.querySelector('li:not([hidden]) a'))?.focus();
  });
  show();
})();
