// Prints, for [typed, meant] words, the files that the search page asks for and those that will be needed.
// usage: node expected.cjs SCRIPTS INDEX < {terms, words}
'use strict';
const fs = require('node:fs');
const { loadExpected, loadScripts, open } = require('./engine.cjs');
const [scripts, folder] = process.argv.slice(2);
const { terms, words } = JSON.parse(fs.readFileSync(0, 'utf8'));
const { searchLatin, searchWords, ...loaded } = loadScripts(scripts);
const expectedShards = loadExpected(scripts);

(async () => {
  const { index } = await open(scripts, folder, undefined, loaded);
  const file = (kind, word) => {
    const number = index.blockOf(kind, word);
    const [hashes, group] = index.hashes[kind];
    const at = Math.floor(number / group) * index.hashLength;
    return `${kind}${number}-${hashes.slice(at, at + index.hashLength)}.js`;
  };
  const needed = (typed, meant) => {
    const stem = searchWords.term(meant);
    return typed === meant ? [file('t', stem)] : [file('t', searchWords.term(typed)), file('t', stem), file('s', searchLatin.skeleton(stem))];
  };
  console.log(JSON.stringify(words.map(([typed, meant]) => [expectedShards(terms, typed).map(([name]) => name), needed(typed, meant)])));
})();
