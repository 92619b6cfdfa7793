// The fingerprint of lines that GitHub's uploader computes, in JavaScript as the
// uploader is: it holds the one in cmd/internal/sarif to what is published
// (codeql-action, src/fingerprints.ts). It shares nothing with it, and is as
// plain as can be: each line is hashed by itself, not by a rolling hash.
'use strict';

const WINDOW = 100;
const FACTOR = 37n;

/** The fingerprints of a text's lines; element 0 is that of line 1. */
function lineHashes(text) {
  // Blanks do not count, and however a line ends, it ends with a line feed. A
  // blank between a carriage return and a line feed makes two ends of them.
  const units = [];
  let previous = '';
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (c === '\r') units.push(10);
    else if (c !== ' ' && c !== '\t' && !(c === '\n' && previous === '\r')) units.push(text.charCodeAt(i));
    previous = c;
  }
  units.push(65535); // the end of the file
  const seen = new Map();
  const hashes = [];
  let start = 0;
  do {
    let h = 0n;
    for (let i = start; i < start + WINDOW; i++) {
      h = BigInt.asUintN(64, h * FACTOR + BigInt(units[i] ?? 0));
    }
    const hex = h.toString(16);
    seen.set(hex, (seen.get(hex) ?? 0) + 1);
    hashes.push(`${hex}:${seen.get(hex)}`);
    start = units.indexOf(10, start) + 1;
  } while (start > 0);
  return hashes;
}

module.exports = { lineHashes };
