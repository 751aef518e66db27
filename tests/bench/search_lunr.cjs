// Builds the whole lunr index of some texts as lunr.js comes, asks it queries, and prints what it costs and gives.
// usage: node search_lunr.cjs < {documents, queries}
'use strict';
const fs = require('node:fs');
const zlib = require('node:zlib');
const path = require('node:path');
const lunr = require(path.resolve('node_modules/lunr'));
lunr.utils.warn = () => {};
const { documents, queries } = JSON.parse(fs.readFileSync(0, 'utf8'));

const cpu = (work) => {
  const start = process.cpuUsage();
  const value = work();
  const { user, system } = process.cpuUsage(start);
  return [value, (user + system) / 1000];
};

const [index, build] = cpu(() =>
  lunr((builder) => {
    builder.ref('url');
    for (const [field, boost] of [['title', 10], ['names', 6], ['places', 4], ['topics', 3], ['text', 1]]) builder.field(field, { boost });
    for (const document of documents) builder.add(document);
  }),
);
const json = JSON.stringify(index);
const cold = zlib.gzipSync(json, { level: 9 }).length + zlib.gzipSync(fs.readFileSync('node_modules/lunr/lunr.min.js'), { level: 9 }).length;
const answers = queries.map(({ text }) => {
  const [results, time] = cpu(() => index.query((query) => query.term(lunr.tokenizer(text), {})));
  return { urls: results.slice(0, 10).map(({ ref }) => ref), found: results.length, cpu: time, cold, requests: 2 };
});
console.log(JSON.stringify({ answers, build: build / 1000, bytes: Buffer.byteLength(json), memory: process.memoryUsage().rss >> 20 }));
