// Asks random lunr queries of the sharded and of the whole index and counts how many answers are identical.
// usage: node equality.cjs SCRIPTS INDEX WHOLE.json QUERIES [SEED]
'use strict';
const fs = require('node:fs');
const { loadScripts, shardLoader } = require('./engine.cjs');
const [scripts, folder, file, count, seed = 0] = process.argv.slice(2);
const { lunr, ShardedIndex, Repairs } = loadScripts(scripts);
const whole = lunr.Index.load(JSON.parse(fs.readFileSync(file, 'utf8')));

let state = 20260 + Number(seed);
const random = () => (state = (state * 1103515245 + 12345) % 2147483648) / 2147483648;
const pick = (list) => list[Math.floor(random() * list.length)];
const { presence } = lunr.Query;
const { TRAILING } = lunr.Query.wildcard;
const terms = Object.keys(whole.invertedIndex);
const frequency = (term) => Object.values(whole.invertedIndex[term]).reduce((sum, field) => sum + Object.keys(field).length, 0);
const common = [...terms].sort((a, b) => frequency(b) - frequency(a)).slice(0, 200);
const long = terms.filter((term) => term.length > 4);
const term = () => pick(random() < 0.5 ? common : terms);

function misspelt() {
  const word = pick(long);
  const at = 1 + Math.floor(random() * (word.length - 2));
  return pick([
    word.slice(0, at) + word.slice(at + 1),
    `${word.slice(0, at)}о${word.slice(at)}`,
    `${word.slice(0, at)}ж${word.slice(at + 1)}`,
    word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2),
  ]);
}

const KINDS = {
  single: () => [{ term: term() }],
  several: () => [{ term: term() }, { term: term() }, { term: term() }],
  required: () => [{ term: term(), presence: presence.REQUIRED }, { term: term(), presence: presence.REQUIRED }, { term: term() }],
  prohibited: () => [{ term: pick(common) }, { term: pick(common), presence: presence.PROHIBITED }],
  negated: () => [{ term: pick(common), presence: presence.PROHIBITED }],
  prefix: () => [{ term: pick(long).slice(0, 3 + (random() < 0.5)), wildcard: TRAILING, usePipeline: false }, { term: term(), boost: 3 }],
  fuzzy: () => [{ term: misspelt(), editDistance: 1 }],
  fields: () => [{ term: term(), fields: ['title'] }, { term: term(), fields: ['text', 'places'] }],
  boosted: () => [{ term: term(), boost: 0.35 }, { term: term(), boost: 10, fields: ['names', 'title'] }],
  missing: () => [{ term: 'няматакава' }, { term: term() }],
};

/** The terms that a clause stands for. */
async function expand(index, { term, editDistance, wildcard }) {
  if (editDistance) return new Repairs(index, { lunr: async () => {} }).near(term);
  if (wildcard) return (await index.startingWith(term)).map(([found]) => found);
  return [term];
}

/** Answer clauses from the part of the index that they need. */
async function ask(index, clauses) {
  const needed = await Promise.all(clauses.map((clause) => expand(index, clause)));
  const prohibited = clauses.every((clause) => clause.presence === presence.PROHIBITED);
  const restricted = index.restricted(await index.rows(needed.flat()), undefined, prohibited);
  return restricted.query((query) => clauses.forEach((clause) => query.clause({ ...clause })));
}

(async () => {
  const load = shardLoader(folder);
  const [head] = await load('head.js', 'head');
  const kinds = Object.keys(KINDS);
  const different = [];
  for (let number = 0; number < Number(count); number++) {
    const kind = kinds[number % kinds.length];
    const clauses = KINDS[kind]();
    const sharded = await ask(new ShardedIndex(head, load), clauses);
    const expected = whole.query((query) => clauses.forEach((clause) => query.clause({ ...clause })));
    if (JSON.stringify(sharded) !== JSON.stringify(expected)) different.push({ kind, clauses });
  }
  console.log(JSON.stringify({ queries: Number(count), different }));
})();
