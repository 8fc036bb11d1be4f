// In: numbers, or letters that were stored. Out: the letters, or the numbers. Both directions go through one kind of port, so that what is written and what
// is read is said once. What cannot be read throws, inside the codec alone.

/** Takes the number to write and gives it back; reading, it gives the number that stands there. @typedef {(number?: number) => number} Port */
/** Writes or reads the next section: exactly the numbers that the act asks for. @typedef {<T>(act: (io: Port) => T) => T} Section */

/** @param {"empty" | "newer" | "foreign" | "damaged"} [verdict] @returns {never} */
export function unreadable(verdict = "damaged") {
  throw new Error(verdict);
}

/** FNV-1a, 32 bits, of a text's UTF-8. @param {string} text @param {number} [hash] of what stands before it */
export function fnv(text, hash = 0x811c9dc5) {
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}

/** To the base of 26: the last letter is a small one, those before it are capitals. @param {number} number @param {number} [a] the code of 0 @returns {string} */
const spell = (number, a = 97) => (number < 26 ? "" : spell(Math.floor(number / 26), 65)) + String.fromCharCode(a + (number % 26));

/** The check of a section: 23 bits of the hash of it and all before. @param {number} hash */
const seal = (hash) => spell(hash % 2 ** 23);

/** @param {string[]} sections where they go @returns {Section} */
export function createWriter(sections) {
  /** @type {number | undefined} */
  let hash;
  return (act) => {
    let letters = "";
    const value = act((number = 0) => {
      letters += spell(number);
      return number;
    });
    hash = fnv(letters, hash);
    sections.push(letters + seal(hash));
    return value;
  };
}

/** @param {string[]} sections @returns {Section} */
export function createReader(sections) {
  /** @type {number | undefined} */
  let hash;
  return (act) => {
    const words = (sections.shift() ?? "").split(/(?<=[^A-Z])/);
    const check = words.pop();
    hash = fnv(words.join(""), hash);
    if (check !== seal(hash)) unreadable();
    const value = act(() => [...(words.shift() ?? unreadable())].reduce((sum, letter) => sum * 26 + parseInt(letter, 36) - 10, 0));
    return words.length ? unreadable() : value;
  };
}
