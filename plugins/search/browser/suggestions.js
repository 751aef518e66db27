// @ts-check
/** Suggests records while somebody types: a combobox with a list, by the ARIA pattern. */

class Suggestions {
  /** @param {HTMLFormElement} form @param {SearchEngine} engine */
  constructor(form, engine) {
    this.most = 7;
    this.engine = engine;
    this.form = form;
    this.input = /** @type {HTMLInputElement} */ (form.elements.namedItem('q'));
    this.list = searchPieces.make('ul', { class: 'suggestions', id: `${this.input.id}-suggestions`, role: 'listbox', 'aria-label': engine.head.words.suggestions });
    this.status = searchPieces.make('p', { class: 'visually-hidden', role: 'status' });
    this.asked = 0;
    this.dress();
    this.prepare();
  }

  /** Ask for the style of the list, which no page needs before somebody types. */
  dress() {
    const href = document.querySelector('script[data-style]')?.getAttribute('data-style');
    if (!href || document.querySelector(`link[href="${href}"]`)) return;
    document.head.append(searchPieces.make('link', { rel: 'stylesheet', href }));
  }

  prepare() {
    this.list.hidden = true;
    this.input.after(this.list, this.status);
    const attributes = { role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': this.list.id };
    for (const [name, value] of Object.entries(attributes)) this.input.setAttribute(name, value);
    this.input.addEventListener('input', () => this.suggest());
    this.input.addEventListener('keydown', (event) => this.press(event));
    this.input.addEventListener('blur', () => this.close());
    // a press on a suggestion must not take the focus from the field before the click comes
    this.list.addEventListener('mousedown', (event) => event.preventDefault());
  }

  async suggest() {
    const asked = ++this.asked;
    const query = this.input.value;
    try {
      const found = await searchEngine.ask(this.engine, async (engine) => {
        const answer = await engine.search(query, { typing: true, shown: this.most });
        const cards = await Promise.all(answer.documents.slice(0, this.most).map((document) => engine.card(document)));
        return { engine, answer, cards };
      });
      if (asked !== this.asked) return;
      this.engine = found.engine;
      this.show(found.cards, found.answer);
    } catch {
      // the form still leads to the search page, which says what is wrong
      if (asked === this.asked) this.close();
    }
  }

  /** @param {SearchCard[]} cards @param {SearchAnswer} answer */
  show(cards, answer) {
    const { words, lang } = this.engine.head;
    const query = this.input.value.trim();
    const nothing = cards.length === 0 && query !== '' && !this.engine.isBegun(answer);
    const options = cards.map((card, at) => this.option(card, at, answer));
    if (options.length > 0) options.push(this.everything(query, options.length));
    this.list.replaceChildren(...options);
    this.open(options.length > 0);
    this.status.textContent = cards.length ? searchPieces.sayCount(words.suggested, cards.length, lang) : nothing ? searchPieces.say(words.nothing, { query }) : '';
    this.status.className = nothing ? 'suggestions suggestions--none' : 'visually-hidden';
  }

  /** @param {SearchCard} card @param {number} at @param {SearchAnswer} answer */
  option([url, title, kind = '', where = '', , titleLang = ''], at, answer) {
    const lang = titleLang || this.engine.head.lang;
    const name = searchPieces.make('span', titleLang ? { lang } : {}, ...searchPieces.marked(this.engine.stretches(title, lang, answer.groups)));
    const note = searchPieces.make('span', { class: 'suggestions__note' }, [kind, where].filter(Boolean).join(' · '));
    return this.item(at, () => location.assign(new URL(url, searchLoader.page)), name, ' ', note);
  }

  /** The last suggestion leads to the search page. @param {string} query @param {number} at */
  everything(query, at) {
    const item = this.item(at, () => this.form.requestSubmit(), searchPieces.say(this.engine.head.words.all, { query }));
    item.classList.add('suggestions__item--all');
    return item;
  }

  /** @param {number} at @param {() => void} go @param {(Node | string)[]} children */
  item(at, go, ...children) {
    const item = searchPieces.make('li', { class: 'suggestions__item', id: `${this.list.id}-${at}`, role: 'option', 'aria-selected': 'false' }, ...children);
    item.addEventListener('click', go);
    return item;
  }

  /** @param {KeyboardEvent} event */
  press(event) {
    const options = /** @type {HTMLElement[]} */ ([...this.list.children]);
    const at = options.findIndex((option) => option.getAttribute('aria-selected') === 'true');
    if (event.key === 'Escape' && !(this.list.hidden && this.status.className === 'visually-hidden')) this.close();
    else if (event.key === 'Enter' && at >= 0 && !this.list.hidden) options[at]?.click();
    else if (event.key === 'ArrowDown' && options.length) this.select(options, at + 1 < options.length ? at + 1 : -1);
    else if (event.key === 'ArrowUp' && options.length) this.select(options, at < 0 ? options.length - 1 : at - 1);
    else return;
    event.preventDefault();
  }

  /** @param {HTMLElement[]} options @param {number} at the one to select; -1 is the field itself */
  select(options, at) {
    this.open(true);
    options.forEach((option, index) => option.setAttribute('aria-selected', String(index === at)));
    options[at]?.scrollIntoView({ block: 'nearest' });
    if (options[at]) this.input.setAttribute('aria-activedescendant', options[at].id);
  }

  /** @param {boolean} open */
  open(open) {
    this.list.hidden = !open;
    this.input.setAttribute('aria-expanded', String(open));
    this.input.removeAttribute('aria-activedescendant');
  }

  close() {
    this.asked++;
    this.open(false);
    for (const option of this.list.children) option.setAttribute('aria-selected', 'false');
    this.status.className = 'visually-hidden';
  }
}
