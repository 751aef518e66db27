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
    this.prepare();
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
    const answer = await this.engine.search(query, { typing: true, shown: this.most });
    const cards = await Promise.all(answer.documents.slice(0, this.most).map((document) => this.engine.card(document)));
    if (asked === this.asked) this.show(cards, answer);
  }

  /** @param {SearchCard[]} cards @param {SearchAnswer} answer */
  show(cards, answer) {
    const { words, lang } = this.engine.head;
    this.list.replaceChildren(...cards.map((card, at) => this.option(card, at, answer)));
    this.list.hidden = cards.length === 0;
    this.input.setAttribute('aria-expanded', String(cards.length > 0));
    this.input.removeAttribute('aria-activedescendant');
    const query = this.input.value.trim();
    this.status.textContent = cards.length ? searchPieces.sayCount(words.suggested, cards.length, lang) : query ? searchPieces.say(words.nothing, { query }) : '';
  }

  /** @param {SearchCard} card @param {number} at @param {SearchAnswer} answer */
  option([url, title, note = '', , titleLang = ''], at, answer) {
    const lang = titleLang || this.engine.head.lang;
    const name = searchPieces.make('span', titleLang ? { lang } : {}, ...searchPieces.marked(this.engine.stretches(title, lang, answer.groups)));
    const attributes = { class: 'suggestions__item', id: `${this.list.id}-${at}`, role: 'option', 'aria-selected': 'false' };
    const option = searchPieces.make('li', attributes, name, ' ', searchPieces.make('span', { class: 'suggestions__note' }, note));
    option.addEventListener('click', () => location.assign(new URL(url, searchLoader.page)));
    return option;
  }

  /** @param {KeyboardEvent} event */
  press(event) {
    const options = /** @type {HTMLElement[]} */ ([...this.list.children]);
    const at = options.findIndex((option) => option.getAttribute('aria-selected') === 'true');
    if (event.key === 'Escape' && !this.list.hidden) this.close();
    else if (event.key === 'Enter' && at >= 0 && !this.list.hidden) options[at]?.click();
    else if (event.key === 'ArrowDown' && options.length) this.select(options, at + 1 < options.length ? at + 1 : -1);
    else if (event.key === 'ArrowUp' && options.length) this.select(options, at < 0 ? options.length - 1 : at - 1);
    else return;
    event.preventDefault();
  }

  /** @param {HTMLElement[]} options @param {number} at the one to select; -1 is the field itself */
  select(options, at) {
    this.list.hidden = false;
    this.input.setAttribute('aria-expanded', 'true');
    options.forEach((option, index) => option.setAttribute('aria-selected', String(index === at)));
    options[at]?.scrollIntoView({ block: 'nearest' });
    if (options[at]) this.input.setAttribute('aria-activedescendant', options[at].id);
    else this.input.removeAttribute('aria-activedescendant');
  }

  close() {
    this.asked++;
    this.list.hidden = true;
    this.input.setAttribute('aria-expanded', 'false');
    this.input.removeAttribute('aria-activedescendant');
  }
}
