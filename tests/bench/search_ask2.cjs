// Asks queries of our index and prints for each the best ten documents, the bytes fetched and the time taken.
// usage: node search_ask.cjs SCRIPTS INDEX < QUERIES
'use strict';
const fs = require('node:fs');
const zlib = require('node:zlib');
const { loadScripts, open } = require('../search/engine.cjs');
const [scripts, folder] = process.argv.slice(2);
const queries = JSON.parse(fs.readFileSync(0, 'utf8'));
const loaded = loadScripts(scripts);
const sizes = new Map();
const weigh = (file, bytes) => {
  if (!sizes.has(file)) sizes.set(file, zlib.gzipSync(bytes, { level: 9 }).length);
  return sizes.get(file);
};
const script = (part) => {
  const name = fs.readdirSync(scripts).find((file) => file.startsWith(part));
  return zlib.gzipSync(fs.readFileSync(`${scripts}/${name}`), { level: 9 }).length;
};
const CODE = script('search.js') + script('search-engine.') + script('search-results.') + script('lunr.');
const HELPERS = { 'turkish.js': script('turkish.'), 'search-guesses.js': script('search-guesses.') };

async function ask(engine, { text, typing }) {
  const { documents } = await engine.search(text, { typing });
  const best = documents.slice(0, 10);
  const cards = await Promise.all(best.map((document) => engine.card(document)));
  return { urls: cards.map(([url]) => url), found: documents.length };
}

(async () => {
  const warm = await open(scripts, folder, undefined, loaded);
  const answers = [];
  let walk = [];
  const walking = await open(scripts, folder, (file, bytes) => walk.push(HELPERS[file] ?? weigh(file, bytes)), loaded);
  walk = [];
  for (const query of queries) {
    const cold = [];
    const kinds = {};
    const engine = await open(scripts, folder, (file, bytes) => { const size = HELPERS[file] ?? weigh(file, bytes); cold.push(size); const kind = file.slice(0, file.search(/[-.\d]/)); kinds[kind] = (kinds[kind] ?? 0) + size; }, loaded);
    const answer = await ask(engine, query);
    walk = [];
    await ask(walking, query);
    const next = walk.reduce((sum, size) => sum + size, 0);
    await ask(warm, query);
    const start = process.cpuUsage();
    await ask(warm, query);
    const { user, system } = process.cpuUsage(start);
    answers.push({ ...answer, cold: CODE + cold.reduce((sum, size) => sum + size, 0), requests: cold.length + 4, kinds, next, cpu: (user + system) / 1000 });
  }
  console.log(JSON.stringify(answers));
})();
