/** What the scripts of the search find in the page: tables that the build writes, and policies of the browser. */

/** Written by plugins/search/scripts.py from plugins/languages/tables. */
declare const searchTables: {
  stemmer: {
    vowels: string;
    words: Record<string, string>;
    stages: { suffixes: string; put: string; least: number }[][];
    inner: Record<string, string>;
    stems: Record<string, string>;
  };
  folding: { letters: Record<string, string>; passed_over: string };
  stopWords: string[];
};

/**
 * Written before expected.js: the likeliest Cyrillic letters of Latin ones, and what is left of a word as its consonants.
 * `letters` and `consonants` are two strings, of which each letter of the first becomes the one at its place in the second.
 */
declare const searchGuess: {
  sequences: Record<string, string>;
  letters: [string, string];
  merged: Record<string, string>;
  consonants: [string, string];
};

/** Written before latin.js. */
declare const searchSpellings: {
  typed: Record<string, Record<string, number>>;
  keyboards: Record<'us' | 'bds' | 'phonetic' | 'phonetic-2006', string>;
  skeleton: { merged: Record<string, string>; letters: Record<string, string> };
};

/** The Turkish stemmer of Snowball, wrapped by plugins/search/scripts.py. */
declare const sredishteTurkish: { stemmer(word: string): string };

interface Window {
  trustedTypes?: {
    createPolicy(name: string, rules: { createScriptURL(address: string): string }): { createScriptURL(address: string): unknown };
  };
}
