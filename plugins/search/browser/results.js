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
    // whether going back leads to what the address says now, or what is written next takes its place
    this.finished = false;
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
      this.run(false);
    });
    window.addEventListener('popstate', () => this.readAddress(''));
    window.addEventListener('online', () => this.part('search-retry').hidden || this.run(false));
    this.part('search-retry').addEventListener('click', () => this.run(false));
    this.readAddress(this.input.value);
  }

  /** @param {string} typed what somebody wrote while the search was loading */
  readAddress(typed) {
    const asked = new URLSearchParams(location.search);
    const linked = asked.get('q') ?? '';
    this.input.value = typed || linked;
    this.filters = new Map(this.engine.head.facets.flatMap((name) => (asked.has(name) ? [[name, asked.getAll(name)]] : [])));
    this.run(this.input.value !== linked);
  }

  /** The address of a query with the filters that are chosen. @param {string} query */
  address(query) {
    const chosen = [...this.filters].flatMap(([name, values]) => values.map((value) => [name, value]));
    const parameters = new URLSearchParams([...(query ? [['q', query]] : []), ...chosen]);
    return parameters.size ? `?${parameters}` : location.pathname;
  }

  /** @param {boolean} typing */
  writeAddress(typing) {
    const query = this.input.value.trim();
    const address = this.address(query);
    document.title = query ? `${query} – ${this.title}` : this.title;
    try {
      if (this.finished && address !== (location.search || location.pathname)) history.pushState(null, '', address);
      else history.replaceState(null, '', address);
    } catch {
      // some browsers forbid it on a page from a disk; the search works without
    }
    this.finished = !typing;
  }

  /** @param {boolean} typing whether the last word may go on @param {number} [count] how many results are shown */
  async run(typing, count = this.step) {
    const asked = ++this.asked;
    const query = this.input.value;
    try {
      const found = await searchEngine.ask(this.engine, async (engine) => {
        const filters = this.filters.size ? await (await engine.facets()).known(this.filters) : this.filters;
        const answer = await engine.search(query, { typing, filters });
        const cards = await Promise.all(answer.documents.slice(0, count).map((document) => engine.card(document)));
        return { engine, filters, answer, cards };
      });
      if (asked !== this.asked) return;
      this.engine = found.engine;
      this.filters = found.filters;
      this.answer = found.answer;
      this.writeAddress(typing);
      await this.showAnswer(asked, found.cards, typing);
    } catch {
      if (asked === this.asked) this.fail();
    } finally {
      searchState.dress();
    }
  }

  /** Say that the search cannot be had; what is there is of another query. */
  fail() {
    this.list.replaceChildren();
    this.hint.hidden = this.more.hidden = true;
    searchState.say('failed');
  }

  /** @param {number} asked @param {SearchCard[]} cards @param {boolean} typing */
  async showAnswer(asked, cards, typing) {
    const { documents } = this.answer;
    const query = this.input.value.trim();
    const idle = (!query && this.filters.size === 0) || (typing && this.engine.isBegun(this.answer));
    const items = await this.items(cards);
    if (asked !== this.asked) return;
    this.list.replaceChildren(...items);
    this.shown = items.length;
    this.more.hidden = documents.length <= this.shown;
    this.part('search-start').hidden = documents.length > 0;
    this.part('search-empty').hidden = idle || documents.length > 0;
    this.part('search-retry').hidden = true;
    const nothing = query !== '' && documents.length === 0;
    const said = nothing ? searchPieces.say(this.words.nothing, { query }) : searchPieces.sayCount(this.words.found, documents.length, this.engine.head.lang);
    this.status.textContent = idle ? '' : said;
    this.showHint(typing);
    // without them the results are still good
    await this.showFilters(asked, idle).catch(() => (this.part('search-facets').hidden = true));
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
      // in an index that was published since, documents have other numbers
      await this.run(false, this.shown + this.step);
    }
  }

  /** Say what was searched instead of what was typed, or that not all the words are there. @param {boolean} typing */
  showHint(typing) {
    const { groups, partial, documents } = this.answer;
    // a word that is being typed is not wrong yet
    const repaired = groups.some((group) => group.repaired && !(typing && group.part.prefix));
    const words = groups.map((group) => (group.repaired ? this.surface(group) : group.part.word));
    const hint = documents.length === 0 ? [] : repaired ? this.instead(words) : partial ? [this.words.some] : [];
    this.hint.replaceChildren(...hint);
    this.hint.hidden = hint.length === 0;
  }

  /** @param {string[]} words as they stand in the results; without one, no query can be given @returns {(Node | string)[]} */
  instead(words) {
    if (!words.every(Boolean)) return [this.words.nearest];
    const query = words.join(' ');
    const [before = '', after = ''] = this.words.instead.split('%(query)s');
    return [before, searchPieces.make('a', { href: this.address(query) }, query), after];
  }

  /** A word as it stands in the results for which a group was repaired, if it does. @param {SearchGroup} group */
  surface(group) {
    const { lang } = this.engine.head;
    for (const text of this.list.querySelectorAll('mark')) {
      const word = text.textContent ?? '';
      if (this.engine.matches(word, lang, [group])) return searchWords.lower(word, lang);
    }
    return '';
  }

  /** Fetch what shows the filters after the results are there. @param {number} asked @param {boolean} idle */
  async showFilters(asked, idle) {
    const facets = await this.engine.facets();
    this.panel ??= new SearchFilterPanel(this.part('search-facets'), (filters) => {
      this.filters = filters;
      this.finished = true;
      this.run(false);
    });
    const { words } = await facets.read();
    const counts = idle ? [] : await facets.counts(this.answer, this.filters);
    if (asked === this.asked) this.panel.show(counts, this.filters, words, this.engine.head.lang);
  }
}
