// Counts the rounds that queries take over a slow network: what is asked for at once takes one round together.
// usage: node rounds.cjs SCRIPTS INDEX < [text, …]
'use strict';
const fs = require('node:fs');
const { open } = require('./engine.cjs');
const [scripts, folder] = process.argv.slice(2);
const queries = JSON.parse(fs.readFileSync(0, 'utf8'));

// long after everything that waits for nothing
const settle = () => new Promise((resolve) => setTimeout(resolve, 20));

/** Ask one query of an engine that has its head and lunr, and give how many rounds pass before its cards are there. */
async function count(text) {
  const engine = await open(scripts, folder);
  const known = new Set();
  let waiting = [];
  const slow = (name, fetch) => (known.has(name) ? fetch() : (known.add(name), new Promise((resolve) => waiting.push(() => resolve(fetch())))));
  const { load } = engine.index;
  engine.index.load = (file, name) => slow(file, () => load(file, name));
  const { guesses, turkish } = engine.helpers;
  engine.helpers.guesses = (reader) => slow('guesses', () => guesses(reader));
  engine.helpers.turkish = () => slow('turkish', turkish);
  let done = false;
  const asked = engine.search(text).then(({ documents }) => Promise.all(documents.slice(0, 10).map((document) => engine.card(document))));
  asked.finally(() => (done = true));
  let rounds = 0;
  for (await settle(); !done; await settle()) {
    rounds++;
    const arrived = waiting;
    waiting = [];
    arrived.forEach((arrive) => arrive());
  }
  return rounds;
}

(async () => {
  const counts = [];
  for (const text of queries) counts.push(await count(text));
  console.log(JSON.stringify(counts));
})();
