// @ts-check
/** The search page: results as one types, filters with counts, addresses that can be shared. */

class ResultsPage {
  /** @param {HTMLFormElement} form @param {SearchEngine} engine */
  constructor(form, engine) {
    this.step = 10;
    this.delay = 150;
    this.engine = engine;
    this.words = engine.head.words;
    this.input = /** @type {HTMLInputElement} */ (form.elements.namedItem('q'));
    this.list = this.part('search-results');
    this.status = this.part('search-status');
    const template = /** @type {HTMLTemplateElement} */ (document.getElementById('search-hit'));
    this.template = /** @type {HTMLElement} */ (template.content.firstElementChild);
    this.hint = searchPieces.make('p', { class: 'search-hint' });
    this.more = searchPieces.make('button', { class: 'button search-more', type: 'button', 'data-kind': 'quiet' }, this.words.more);
    /** @type {SearchFilters} */
    this.filters = new Map();
    /** @type {SearchAnswer} */
    this.answer = { documents: [], scores: new Map(), groups: [], partial: false };
    this.asked = 0;
    this.shown = 0;
    this.prepare(form);
  }

  /** @param {string} id */
  part(id) {
    return document.getElementById(id) ?? searchPieces.make('div', { id });
  }

  /** @param {HTMLFormElement} form */
  prepare(form) {
    this.list.before(this.hint);
    this.list.after(this.more);
    this.hint.hidden = this.more.hidden = true;
    this.more.addEventListener('click', () => this.showMore());
    let timer = 0;
    this.input.addEventListener('input', () => {
      clearTimeout(timer);
      timer = window.setTimeout(() => this.run(true), this.delay);
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      clearTimeout(timer);
      this.run(false);
    });
    window.addEventListener('popstate', () => this.readAddress());
    this.readAddress();
  }

  readAddress() {
    const asked = new URLSearchParams(location.search);
    if (document.activeElement !== this.input || !this.input.value) this.input.value = asked.get('q') ?? '';
    this.filters = new Map([...asked].filter(([name]) => name in this.words.facets));
    this.run(false);
  }

  writeAddress() {
    const query = this.input.value.trim();
    const parameters = new URLSearchParams([...(query ? [['q', query]] : []), ...this.filters]);
    try {
      history.replaceState(null, '', parameters.size ? `?${parameters}` : location.pathname);
    } catch {
      // some browsers forbid it on a page from a disk; the search works without
    }
  }

  /** @param {boolean} typing */
  async run(typing) {
    const asked = ++this.asked;
    try {
      const answer = await this.engine.search(this.input.value, { typing, filters: this.filters });
      if (asked !== this.asked) return;
      this.answer = answer;
      this.shown = 0;
      this.writeAddress();
      await this.showAnswer(asked);
    } catch {
      this.status.textContent = this.words.failed;
    }
  }

  /** @param {number} asked */
  async showAnswer(asked) {
    const { documents } = this.answer;
    const query = this.input.value.trim();
    const idle = !query && this.filters.size === 0;
    const items = await this.items(0, this.step);
    if (asked !== this.asked) return;
    this.list.replaceChildren(...items);
    this.shown = items.length;
    this.more.hidden = documents.length <= this.shown;
    this.part('search-start').hidden = documents.length > 0;
    this.part('search-empty').hidden = idle || documents.length > 0;
    this.status.textContent = idle ? '' : documents.length ? searchPieces.sayCount(this.words.found, documents.length, this.engine.head.lang) : searchPieces.say(this.words.nothing, { query });
    this.showHint();
    await this.showFacets(asked, idle);
  }

  /** @param {number} from @param {number} to */
  async items(from, to) {
    const turkish = this.engine.head.lang === 'tr' ? await this.engine.reader.helpers.turkish() : undefined;
    const cards = await Promise.all(this.answer.documents.slice(from, to).map((document) => this.engine.card(document)));
    return cards.map((card) => this.item(card, turkish));
  }

  /** @param {SearchCard} card @param {(word: string) => string} [turkish] */
  item([url, title, note = '', summary = '', titleLang = '', summaryLang = ''], turkish) {
    const item = /** @type {HTMLElement} */ (this.template.cloneNode(true));
    /** @param {string} part @param {string} text @param {string} lang */
    const fill = (part, text, lang) => {
      const element = /** @type {HTMLElement} */ (item.querySelector(part));
      if (lang) element.lang = lang;
      element.replaceChildren(...searchPieces.marked(this.engine.stretches(text, lang || this.engine.head.lang, this.answer.groups, turkish)));
      element.hidden = !text;
      return element;
    };
    fill('.hit__link', title, titleLang).setAttribute('href', new URL(url, searchLoader.page).href);
    fill('.hit__kind', note, '');
    fill('.hit__text', summary, summaryLang);
    item.querySelector('.hit__place')?.remove();
    return item;
  }

  async showMore() {
    const items = await this.items(this.shown, this.shown + this.step);
    this.list.append(...items);
    this.shown += items.length;
    this.more.hidden = this.answer.documents.length <= this.shown;
    items[0]?.querySelector('a')?.focus();
  }

  /** Say what was searched instead of what was typed, or that not all the words are there. */
  showHint() {
    const { groups, partial, documents } = this.answer;
    const repaired = groups.some((group) => group.repaired);
    const query = groups.map((group) => (group.repaired ? this.surface(group) : group.part.word)).join(' ');
    const hint = documents.length === 0 ? '' : repaired ? searchPieces.say(this.words.instead, { query }) : partial ? this.words.some : '';
    this.hint.textContent = hint;
    this.hint.hidden = !hint;
  }

  /** A word as it stands in the results for which a group was repaired. @param {SearchGroup} group */
  surface(group) {
    const { lang } = this.engine.head;
    for (const text of this.list.querySelectorAll('mark')) {
      const word = text.textContent ?? '';
      if (this.engine.matches(word, lang, [group])) return searchWords.lower(word, lang);
    }
    return [...group.terms.keys()][0] ?? group.part.word;
  }

  /** @param {number} asked @param {boolean} idle */
  async showFacets(asked, idle) {
    const place = this.part('search-facets');
    const facets = idle ? [] : await this.engine.counts(this.answer.documents);
    if (asked !== this.asked) return;
    const order = Object.keys(this.words.facets);
    const useful = facets
      .filter(({ name, values }) => order.includes(name) && (values.length > 1 || this.filters.has(name)))
      .sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
    const focused = document.activeElement?.getAttribute('data-filter');
    place.replaceChildren(...useful.map((facet) => this.facet(facet)));
    place.hidden = useful.length === 0;
    if (focused) /** @type {HTMLElement | null} */ (place.querySelector(`[data-filter="${CSS.escape(focused)}"]`))?.focus();
  }

  /** @param {{name: string, values: {value: string, label: string, count: number}[]}} facet */
  facet({ name, values }) {
    const most = 8;
    const legend = searchPieces.make('legend', { class: 'filters__name' }, this.words.facets[name]);
    const choices = values.slice(0, most).map(({ value, label, count }) => this.choice(name, value, label, count));
    return searchPieces.make('fieldset', { class: 'filters' }, legend, ...choices);
  }

  /** @param {string} name @param {string} value @param {string} label @param {number} count */
  choice(name, value, label, count) {
    const box = /** @type {HTMLInputElement} */ (searchPieces.make('input', { type: 'checkbox', 'data-filter': `${name}/${value}` }));
    box.checked = this.filters.get(name) === value;
    box.addEventListener('change', () => {
      if (box.checked) this.filters.set(name, value);
      else this.filters.delete(name);
      this.run(false);
    });
    const number = new Intl.NumberFormat(this.engine.head.lang).format(count);
    return searchPieces.make('label', { class: 'filters__choice' }, box, ' ', label, ' ', searchPieces.make('span', { class: 'filters__count' }, number));
  }
}
