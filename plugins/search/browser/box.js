// @ts-check
/// <reference path="globals.d.ts" />
/**
 * The search box of every page: fetches the search itself when somebody first types.
 *
 * Scripts are added under one Trusted Types policy, which lets only two folders through: the one
 * this script lies in, and `search/` beside the page that the form leads to.
 */

/**
 * What a shard hands over, by its name.
 * @type {Map<string, any[]>}
 */
const sredishteShards = new Map();

/** @param {string} name @param {any[]} content */
function sredishteShard(name, ...content) {
  // what was on its way when the index was forgotten is of another one
  if (!document.currentScript?.hasAttribute('data-forgotten')) sredishteShards.set(name, content);
}

const searchLoader = (() => {
  const FILE = /^[a-z]+[a-z0-9.-]*\.js(\?\d+)?$/;
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const assets = new URL('.', script.src).href;
  const forms = /** @type {HTMLFormElement[]} */ ([...document.querySelectorAll('form[data-search]')]);
  const page = new URL(forms[0]?.getAttribute('action') ?? '', document.baseURI);
  const shards = new URL('search/', page).href;
  /** @type {Map<string, Promise<void>>} */
  const underWay = new Map();

  /** @param {string} address */
  function permit(address) {
    const folder = [assets, shards].find((start) => address.startsWith(start));
    if (folder === undefined || !FILE.test(address.slice(folder.length))) throw new TypeError(address);
    return address;
  }

  const policy = window.trustedTypes?.createPolicy('sredishte-search', { createScriptURL: permit });

  /** @param {string} address @returns {Promise<void>} */
  function add(address) {
    const known = underWay.get(address);
    if (known) return known;
    const added = new Promise((/** @type {(value: void) => void} */ resolve, reject) => {
      const element = document.createElement('script');
      element.src = /** @type {string} */ (policy ? policy.createScriptURL(address) : permit(address));
      element.onload = () => resolve();
      element.onerror = () => {
        underWay.delete(address);
        element.remove();
        reject(new Error(address));
      };
      document.head.append(element);
    });
    underWay.set(address, added);
    return added;
  }

  /** @param {string} file */
  const addScript = (file) => add(assets + file);

  /** @param {string} file @param {string} name */
  async function addShard(file, name) {
    if (!sredishteShards.has(name)) await add(shards + file);
    const content = sredishteShards.get(name);
    if (!content) throw new Error(file);
    return content;
  }

  /** Forget the index, so that its files are fetched again. */
  function forget() {
    for (const address of underWay.keys()) if (address.startsWith(shards)) underWay.delete(address);
    for (const script of document.head.querySelectorAll('script')) script.toggleAttribute('data-forgotten', script.src.startsWith(shards));
    sredishteShards.clear();
  }

  // the build writes the names of files by their content
  /** Fetch the search, and what shows its answers unless it is here. @param {string[]} shown @returns {Promise<SearchHead>} */
  async function load(...shown) {
    const [[head]] = await Promise.all([addShard('head.js', 'head'), addScript('search-engine.js'), ...shown.map(addScript)]);
    return head;
  }

  for (const form of forms) {
    // the form of the search page has a script of its own, page.js
    if (form.querySelector('#search-q')) continue;
    const listen = () => form.addEventListener('input', start, { once: true });
    const start = () => load('search-suggestions.js').then((head) => new Suggestions(form, searchEngine.open(head)).suggest(), listen);
    listen();
  }
  return { addScript, addShard, forget, load, page };
})();
