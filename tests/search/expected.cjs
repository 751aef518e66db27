// Prints, for every word of a JSON list, the file in which the search page expects it, and the file that has its stem.
// usage: node expected.cjs SCRIPTS INDEX < {terms, words}
'use strict';
const fs = require('node:fs');
const { loadExpected, loadScripts, open } = require('./engine.cjs');
const [scripts, folder] = process.argv.slice(2);
const { terms, words } = JSON.parse(fs.readFileSync(0, 'utf8'));
const loaded = loadScripts(scripts);
const expectedShards = loadExpected();

(async () => {
  const { index } = await open(scripts, folder, undefined, loaded);
  const [hashes, group] = index.hashes.t;
  const right = (word) => {
    const number = index.blockOf('t', loaded.searchWords.stemBulgarian(loaded.searchWords.fold(word)));
    const at = Math.floor(number / group) * index.hashLength;
    return `t${number}-${hashes.slice(at, at + index.hashLength)}.js`;
  };
  console.log(JSON.stringify(words.map((word) => [expectedShards(terms, word).map(([file]) => file), right(word)])));
})();
