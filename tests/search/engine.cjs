// Runs the scripts of the search in Node.js as a page would: `open` gives an engine over the files of an index.
'use strict';
const fs = require('node:fs');
const path = require('node:path');
const vm = require('node:vm');

/** Load the engine, lunr and the Turkish stemmer from the folder of built scripts. */
function loadScripts(folder) {
  const context = vm.createContext({ console, Intl, searchLoader: { underWay: new Map() }, document: { currentScript: {} } });
  for (const part of ['lunr.', 'turkish.', 'search-engine.', 'search-guesses.', 'search-filters.']) {
    const name = fs.readdirSync(folder).find((file) => file.startsWith(part));
    vm.runInContext(fs.readFileSync(path.join(folder, name), 'utf8'), context);
  }
  vm.runInContext('lunr.utils.warn = () => {}', context);
  const names = ['searchWords', 'searchLatin', 'searchCodec', 'ShardedIndex', 'Repairs', 'Guesses', 'SearchEngine', 'SearchFacets', 'sredishteTurkish', 'lunr'];
  return vm.runInContext(`({${names.join(',')}})`, context);
}

/** Give a loader of shards that reads files, and tells `fetched` about each one that a browser would fetch. */
function shardLoader(folder, fetched = () => {}) {
  const shards = new Map();
  const read = (file) => {
    const bytes = fs.readFileSync(path.join(folder, file));
    vm.runInNewContext(bytes.toString('utf8'), { sredishteShard: (name, ...content) => shards.set(name, content) });
    fetched(file, bytes);
  };
  return async (file, name) => {
    if (!shards.has(name)) read(file);
    return shards.get(name);
  };
}

/** Open an engine as a page does: the head first, everything else when a query needs it. */
async function open(scripts, folder, fetched, loaded = loadScripts(scripts)) {
  const load = shardLoader(folder, fetched);
  const [head] = await load('head.js', 'head');
  const seen = new Set();
  const fetchOnce = (file) => seen.has(file) || (seen.add(file), fetched?.(file, Buffer.alloc(0)));
  const helpers = {
    lunr: async () => {},
    guesses: async (reader) => (fetchOnce('search-guesses.js'), new loaded.Guesses(reader)),
    facets: async (engine) => (fetchOnce('search-filters.js'), new loaded.SearchFacets(engine)),
    turkish: async () => (fetchOnce('turkish.js'), loaded.sredishteTurkish.stemmer),
  };
  return new loaded.SearchEngine(head, load, helpers);
}

/** Give what the search page asks for before the engine has come, out of its script in the folder of built scripts. */
function loadExpected(folder) {
  const page = vm.createContext({ document: { currentScript: {}, querySelectorAll: () => [] } });
  try {
    vm.runInContext(fs.readFileSync(path.join(folder, 'search-page.js'), 'utf8'), page);
  } catch {
    // the rest of the script needs a page
  }
  return vm.runInContext('expectedShards', page);
}

module.exports = { loadExpected, loadScripts, shardLoader, open };
