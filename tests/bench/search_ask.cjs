// Asks queries of our index and prints for each the best ten documents, the bytes fetched and the time taken.
// usage: node search_ask.cjs SCRIPTS INDEX < {queries, terms}
'use strict';
const fs = require('node:fs');
const zlib = require('node:zlib');
const { loadExpected, loadScripts, open } = require('../search/engine.cjs');
const { medianCpu } = require('./search_cpu.cjs');
const [scripts, folder] = process.argv.slice(2);
const { queries, terms } = JSON.parse(fs.readFileSync(0, 'utf8'));
const loaded = loadScripts(scripts);
const expectedShards = loadExpected(scripts);
const sizes = new Map();
const weigh = (file, bytes) => {
  if (!sizes.has(file)) sizes.set(file, zlib.gzipSync(bytes, { level: 9 }).length);
  return sizes.get(file);
};
const script = (part) => {
  const name = fs.readdirSync(scripts).find((file) => file.startsWith(part));
  return zlib.gzipSync(fs.readFileSync(`${scripts}/${name}`), { level: 9 }).length;
};
const CODE = script('search-page.') + script('search-engine.') + script('lunr.') + zlib.gzipSync(terms, { level: 9 }).length;
// scripts of a cold page: the page's own, engine, lunr
const PARTS = 3;
const NEXT = 61;
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
  const sum = (sizes) => sizes.reduce((total, size) => total + size, 0);
  for (const [number, query] of queries.entries()) {
    const fetched = [];
    const engine = await open(scripts, folder, (file, bytes) => fetched.push(HELPERS[file] ?? weigh(file, bytes)), loaded);
    if (terms) await Promise.all(expectedShards(terms, query.text).map((shard) => engine.index.load(...shard)));
    const answer = await ask(engine, query);
    const cold = [...fetched];
    // the second query of a visit is of another kind
    await ask(engine, queries[(number + NEXT) % queries.length]);
    const next = sum(fetched.slice(cold.length));
    await ask(warm, query);
    const cpu = await medianCpu(() => ask(warm, query));
    answers.push({ ...answer, cold: CODE + sum(cold), requests: cold.length + PARTS, next, cpu });
  }
  console.log(JSON.stringify(answers));
})();
