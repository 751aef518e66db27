// @ts-check
/** The search page: results as one types, and addresses that can be shared. */

class ResultsPage {
  /** @param {HTMLFormElement} form @param {SearchEngine} engine */
  constructor(form, engine) {
    this.step = 10;
    this.delay = 150;
    this.engine = engine;
    this.words = engine.head.words;
    this.title = document.title;
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
    this.answer = { documents: [], scores: new Map(), groups: [], match: undefined, partial: false };
    /** @type {SearchFilterPanel | undefined} */
    this.panel = undefined;
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
      // a keyboard on the screen would hide the results
      if (matchMedia('(pointer: coarse)').matches) this.input.blur();
      this.run(false, true);
    });
    window.addEventListener('popstate', () => this.readAddress());
    window.addEventListener('online', () => this.part('search-retry').hidden || this.run(false));
    this.part('search-retry').addEventListener('click', () => this.run(false));
    this.readAddress(this.input.value);
  }

  /** @param {string} [typed] what somebody wrote while the search was loading */
  readAddress(typed = document.activeElement === this.input ? this.input.value : '') {
    const asked = new URLSearchParams(location.search);
    this.input.value = typed || (asked.get('q') ?? '');
    this.filters = new Map(this.engine.head.facets.flatMap((name) => (asked.has(name) ? [[name, asked.getAll(name)]] : [])));
    this.run(false);
  }

  /** @param {boolean} step whether going back leads to what was shown before */
  writeAddress(step) {
    const query = this.input.value.trim();
    const chosen = [...this.filters].flatMap(([name, values]) => values.map((value) => [name, value]));
    const parameters = new URLSearchParams([...(query ? [['q', query]] : []), ...chosen]);
    const address = parameters.size ? `?${parameters}` : location.pathname;
    document.title = query ? `${query} – ${this.title}` : this.title;
    try {
      if (step && address !== location.search) history.pushState(null, '', address);
      else history.replaceState(null, '', address);
    } catch {
      // some browsers forbid it on a page from a disk; the search works without
    }
  }

  /** @param {boolean} typing @param {boolean} [step] */
  async run(typing, step = false) {
    const asked = ++this.asked;
    const query = this.input.value;
    try {
      const found = await searchEngine.ask(this.engine, async (engine) => {
        const filters = this.filters.size ? await (await engine.facets()).known(this.filters) : this.filters;
        const answer = await engine.search(query, { typing, filters });
        const cards = await Promise.all(answer.documents.slice(0, this.step).map((document) => engine.card(document)));
        return { engine, filters, answer, cards };
      });
      if (asked !== this.asked) return;
      this.engine = found.engine;
      this.filters = found.filters;
      this.answer = found.answer;
      this.writeAddress(step);
      await this.showAnswer(asked, found.cards);
    } catch {
      if (asked === this.asked) searchState.say('failed');
    } finally {
      searchState.dress();
    }
  }

  /** @param {number} asked @param {SearchCard[]} cards */
  async showAnswer(asked, cards) {
    const { documents } = this.answer;
    const query = this.input.value.trim();
    const idle = !query && this.filters.size === 0;
    const items = await this.items(cards);
    if (asked !== this.asked) return;
    this.list.replaceChildren(...items);
    this.shown = items.length;
    this.more.hidden = documents.length <= this.shown;
    this.part('search-start').hidden = documents.length > 0;
    this.part('search-empty').hidden = idle || documents.length > 0;
    this.part('search-retry').hidden = true;
    this.status.textContent = idle ? '' : documents.length ? searchPieces.sayCount(this.words.found, documents.length, this.engine.head.lang) : searchPieces.say(this.words.nothing, { query });
    this.showHint();
    await this.showFilters(asked, idle);
  }

  /** @param {SearchCard[]} cards */
  async items(cards) {
    const turkish = this.engine.head.lang === 'tr' ? await this.engine.reader.helpers.turkish() : undefined;
    return cards.map((card) => this.item(card, turkish));
  }

  /** @param {SearchCard} card @param {(word: string) => string} [turkish] */
  item([url, title, kind = '', where = '', summary = '', titleLang = '', summaryLang = ''], turkish) {
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
    fill('.hit__kind', kind, '');
    fill('.hit__place', where, '');
    fill('.hit__text', summary, summaryLang);
    return item;
  }

  async showMore() {
    try {
      const cards = await Promise.all(this.answer.documents.slice(this.shown, this.shown + this.step).map((document) => this.engine.card(document)));
      const items = await this.items(cards);
      this.list.append(...items);
      this.shown += items.length;
      this.more.hidden = this.answer.documents.length <= this.shown;
      items[0]?.querySelector('a')?.focus();
    } catch {
      searchState.say('failed');
    }
  }

  /** Say what was searched instead of what was typed, or that not all the words are there. */
  showHint() {
    const { groups, partial, documents } = this.answer;
    const repaired = groups.some((group) => group.repaired);
    const query = groups.map((group) => (group.repaired ? this.surface(group) : group.part.word)).join(' ');
    const [before = '', after = ''] = this.words.instead.split('%(query)s');
    const link = searchPieces.make('a', { href: `?${new URLSearchParams({ q: query })}` }, query);
    const hint = documents.length === 0 ? [] : repaired ? [before, link, after] : partial ? [this.words.some] : [];
    this.hint.replaceChildren(...hint);
    this.hint.hidden = hint.length === 0;
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

  /** Fetch what shows the filters after the results are there. @param {number} asked @param {boolean} idle */
  async showFilters(asked, idle) {
    const facets = await this.engine.facets();
    this.panel ??= new SearchFilterPanel(this.part('search-facets'), (filters) => {
      this.filters = filters;
      this.run(false, true);
    });
    const { words } = await facets.read();
    const counts = idle ? [] : await facets.counts(this.answer, this.filters);
    if (asked === this.asked) this.panel.show(counts, this.filters, words, this.engine.head.lang);
  }
}
