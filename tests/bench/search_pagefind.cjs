// Asks queries of a Pagefind index as a page would, and prints the best ten pages, the bytes fetched and the time taken.
// usage: node search_pagefind.cjs SITE < QUERIES
'use strict';
const fs = require('node:fs');
const path = require('node:path');
const zlib = require('node:zlib');
const { pathToFileURL } = require('node:url');
const { medianCpu } = require('./search_cpu.cjs');
const folder = path.join(process.argv[2], 'pagefind');
const queries = JSON.parse(fs.readFileSync(0, 'utf8'));
const ORIGIN = 'http://127.0.0.1/pagefind/';

let fetched = new Map();
const weigh = (name, bytes) => (bytes[0] === 0x1f && bytes[1] === 0x8b ? bytes.length : zlib.gzipSync(bytes, { level: 9 }).length);

globalThis.fetch = async (address) => {
  const name = String(address.url ?? address).split('pagefind/').pop().split('?')[0];
  const bytes = fs.readFileSync(path.join(folder, name));
  fetched.set(name, weigh(name, bytes));
  return new Response(bytes, { headers: { 'content-type': name.endsWith('.json') ? 'application/json' : 'application/octet-stream' } });
};
globalThis.location = new URL('http://127.0.0.1/');
globalThis.window = { location: globalThis.location };
globalThis.document = { querySelector: () => ({ getAttribute: () => 'bg' }), documentElement: { lang: 'bg' }, currentScript: null };

const sum = () => [...fetched.values()].reduce((total, size) => total + size, 0);
const script = zlib.gzipSync(fs.readFileSync(path.join(folder, 'pagefind.js')), { level: 9 }).length;

// the second query of a visit is of another kind
const NEXT = 61;
let copies = 0;
async function open() {
  fetched = new Map();
  const pagefind = await import(`${pathToFileURL(path.join(folder, 'pagefind.js'))}?${copies++}`);
  await pagefind.options({ basePath: ORIGIN, baseUrl: '/' });
  await pagefind.init();
  return pagefind;
}

async function ask(pagefind, { text }) {
  const { results } = await pagefind.search(text);
  const best = await Promise.all(results.slice(0, 10).map((result) => result.data()));
  return { urls: best.map(({ url }) => url.replace(/^\//, '')), found: results.length };
}

(async () => {
  const answers = [];
  const warm = await open();
  for (const [number, query] of queries.entries()) {
    // what takes long in a large index is measured for every eighth query
    const fresh = number % 8 === 0;
    let cold = null;
    let requests = null;
    let next = null;
    if (fresh) {
      const pagefind = await open();
      await ask(pagefind, query);
      cold = script + sum();
      requests = fetched.size + 1;
      await ask(pagefind, queries[(number + NEXT) % queries.length]);
      next = script + sum() - cold;
      await pagefind.destroy();
    }
    const answer = await ask(warm, query);
    fetched = new Map();
    const cpu = fresh ? await medianCpu(() => ask(warm, query)) : null;
    answers.push({ ...answer, cold, requests, next, cpu });
  }
  console.log(JSON.stringify(answers));
})();
