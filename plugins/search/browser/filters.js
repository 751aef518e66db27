// @ts-check
/** The filters beside the results, with how many results each would give, and those that are chosen. */

class SearchFilterPanel {
  /** @param {HTMLElement} place @param {(filters: SearchFilters) => void} choose */
  constructor(place, choose) {
    this.most = 8;
    this.place = place;
    this.choose = choose;
    this.chosen = searchPieces.make('ul', { class: 'chips search-chosen' });
    document.getElementById('search-results')?.before(this.chosen);
    /** @type {any} */
    this.words = {};
    this.number = new Intl.NumberFormat();
    /** @type {SearchFilters} */
    this.filters = new Map();
    /** @type {Set<string>} */
    this.opened = new Set();
    const wide = matchMedia('(width >= 56rem)');
    const open = () => this.details()?.toggleAttribute('open', wide.matches);
    wide.addEventListener('change', open);
    open();
  }

  details() {
    return this.place.querySelector('details');
  }

  /** @param {SearchCount[]} counts @param {SearchFilters} filters @param {any} words what the filters say @param {string} lang */
  show(counts, filters, words, lang) {
    this.words = words;
    this.number = new Intl.NumberFormat(lang);
    this.filters = filters;
    const order = Object.keys(words.facets);
    const useful = counts
      .filter(({ name, values }) => order.includes(name) && (values.length > 1 || filters.has(name)))
      .sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
    const focused = document.activeElement?.getAttribute('data-filter');
    this.place.querySelector('.filters-list')?.replaceChildren(...useful.map((facet) => this.facet(facet)));
    this.place.hidden = useful.length === 0;
    this.showChosen(useful);
    if (focused) this.focus(focused);
  }

  /** Let the focus stay where it was; on a filter that was removed, let it go to the next one. @param {string} filter */
  focus(filter) {
    const same = /** @type {HTMLElement | null} */ (document.querySelector(`[data-filter="${CSS.escape(filter)}"]`));
    (same ?? this.chosen.querySelector('button') ?? document.getElementById('search-q'))?.focus();
  }

  /** @param {SearchCount} facet */
  facet({ name, values }) {
    const choices = values.map((value) => this.choice(name, value));
    const first = choices.slice(0, this.most);
    const rest = choices.slice(this.most);
    const legend = searchPieces.make('legend', { class: 'filters__name' }, this.words.facets[name]);
    const group = searchPieces.make('fieldset', { class: 'filters' }, legend, ...first);
    if (rest.length > 0) group.append(this.further(name, rest, values.slice(this.most)));
    return group;
  }

  /** @param {string} name @param {Node[]} rest @param {SearchCount['values']} values */
  further(name, rest, values) {
    const words = searchPieces.say(this.words.say.choices, { count: this.number.format(rest.length) });
    const further = searchPieces.make('details', { class: 'filters__more' }, searchPieces.make('summary', {}, words), ...rest);
    further.toggleAttribute('open', this.opened.has(name) || values.some(({ chosen }) => chosen));
    further.addEventListener('toggle', () => (further.hasAttribute('open') ? this.opened.add(name) : this.opened.delete(name)));
    return further;
  }

  /** @param {string} name @param {SearchCount['values'][number]} value */
  choice(name, { value, label, count, chosen }) {
    const box = /** @type {HTMLInputElement} */ (searchPieces.make('input', { class: 'filters__box', type: 'checkbox', 'data-filter': `${name}/${value}` }));
    box.checked = chosen;
    box.addEventListener('change', () => this.toggle(name, value, box.checked));
    const number = searchPieces.make('span', { class: 'filters__count' }, this.number.format(count));
    return searchPieces.make('label', { class: 'filters__choice' }, box, ' ', searchPieces.make('span', {}, label), ' ', number);
  }

  /** @param {string} name @param {string} value @param {boolean} chosen */
  toggle(name, value, chosen) {
    const filters = new Map(this.filters);
    const others = (filters.get(name) ?? []).filter((other) => other !== value);
    const values = chosen ? [...others, value] : others;
    if (values.length > 0) filters.set(name, values);
    else filters.delete(name);
    this.choose(filters);
  }

  /** @param {SearchCount[]} facets */
  showChosen(facets) {
    const chosen = facets.flatMap(({ name, values }) => values.filter((value) => value.chosen).map((value) => ({ name, ...value })));
    const items = chosen.map(({ name, value, label }) => {
      const words = searchPieces.say(this.words.say.without, { filter: label });
      return this.chip(label, { 'aria-label': words, 'data-filter': `${name}/${value}/chip` }, () => this.toggle(name, value, false));
    });
    if (chosen.length > 1) items.push(this.chip(this.words.say.clear, { 'data-filter': 'all' }, () => this.choose(new Map())));
    this.chosen.replaceChildren(...items);
    this.chosen.hidden = items.length === 0;
  }

  /** @param {string} label @param {Record<string, string>} attributes @param {() => void} press */
  chip(label, attributes, press) {
    const mark = searchPieces.make('span', { 'aria-hidden': 'true' }, ' ×');
    const button = searchPieces.make('button', { class: 'chip search-chosen__remove', type: 'button', ...attributes }, label, mark);
    button.addEventListener('click', press);
    return searchPieces.make('li', {}, button);
  }
}
