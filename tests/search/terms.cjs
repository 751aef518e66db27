// Prints, for every text of a JSON list, its terms in three languages, as plugins/languages/tokens.py gives them.
// usage: node terms.cjs SCRIPTS < TEXTS
'use strict';
const fs = require('node:fs');
const { loadScripts } = require('./engine.cjs');
const { searchWords, sredishteTurkish } = loadScripts(process.argv[2]);
const stems = {
  bg: (word) => searchWords.fold(word),
  tr: (word) => searchWords.fold(sredishteTurkish.stemmer(word)),
  en: (word) => searchWords.stemEnglish(searchWords.fold(word)),
};

function term(word, lang) {
  if (searchWords.isPassedOver(word)) return [];
  const stem = searchWords.isCyrillic(word) ? searchWords.stemBulgarian(searchWords.fold(word)) : stems[lang](word);
  return stem ? [stem] : [];
}

const texts = JSON.parse(fs.readFileSync(0, 'utf8'));
const all = (text, lang) => searchWords.words(text, lang).flatMap((word) => term(word, lang));
console.log(JSON.stringify(texts.map((text) => ['bg', 'tr', 'en'].map((lang) => all(text, lang)))));
