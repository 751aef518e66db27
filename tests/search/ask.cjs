// Asks queries of an index and prints for each the addresses of all results, or of the first.
// usage: node ask.cjs SCRIPTS INDEX [MOST] < [{text, typing}]
'use strict';
const fs = require('node:fs');
const { open } = require('./engine.cjs');
const [scripts, folder, most] = process.argv.slice(2);
const queries = JSON.parse(fs.readFileSync(0, 'utf8'));

(async () => {
  const engine = await open(scripts, folder);
  const answers = [];
  for (const { text, typing } of queries) {
    const { documents } = await engine.search(text, { typing });
    const cards = await Promise.all(documents.slice(0, most ? Number(most) : undefined).map((document) => engine.card(document)));
    answers.push(cards.map(([url]) => url));
  }
  console.log(JSON.stringify(answers));
})();
