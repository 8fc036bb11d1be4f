// In: numbers and how many bits each takes. Out: base64url text with its check, and back. Both directions go through one kind of port, so that what is written and what
// is read is said once. A section that ends too early throws `Unreadable`, inside the codec alone.

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** What the check of the first section starts from: CRC-24/OpenPGP, RFC 4880 6.1. */
const FIRST_CHECK = 0xb704ce;

/** What a section holds cannot be. */
export class Unreadable extends Error {}

/**
 * A section being written, or read. Each function gives the value: the given one, or what was read instead of it.
 * @typedef {object} Port
 * @property {(count: number, value?: number) => number} bits
 * @property {(value?: unknown) => boolean} flag
 * @property {(value?: number) => number} uint
 * @property {() => string} end the text that was written; reading, it fails unless only padding is left
 */

/** @param {(count: number, value: number) => number} bits @param {() => string} end @returns {Port} */
const port = (bits, end) => ({
  bits: (count, value = 0) => bits(count, value),
  flag: (value) => bits(1, value ? 1 : 0) === 1,
  uint(left = 0) {
    let value = 0;
    for (let scale = 1; scale < 2 ** 32; scale *= 16) {
      const group = bits(5, (left > 15 ? 16 : 0) | (left & 15));
      value += (group & 15) * scale;
      if (group < 16) return value;
      left = Math.floor(left / 16);
    }
    throw new Unreadable();
  },
  end,
});

/** @returns {Port} */
export function writer() {
  let text = "";
  /** Bits of a character that is not full, after a leading 1. */
  let rest = 1;
  /** @param {number} count @param {number} value */
  const bits = (count, value) => {
    for (let place = count - 1; place >= 0; place--) {
      rest = (rest << 1) | ((value >>> place) & 1);
      if (rest > 63) {
        text += ALPHABET[rest & 63];
        rest = 1;
      }
    }
    return value;
  };
  return port(bits, () => {
    while (rest > 1) bits(1, 0);
    return text;
  });
}

/** @param {string} text @returns {Port} */
export function reader(text) {
  let place = 0;
  /** @param {number} count */
  const bits = (count) => {
    let value = 0;
    for (; count > 0; count--, place++) {
      const six = ALPHABET.indexOf(text[Math.floor(place / 6)] || "=");
      if (six < 0) throw new Unreadable();
      value = (value << 1) | ((six >>> (5 - (place % 6))) & 1);
    }
    return value >>> 0;
  };
  return port(bits, () => {
    if (Math.ceil(place / 6) !== text.length || bits((6 - (place % 6)) % 6)) throw new Unreadable();
    return text;
  });
}

/** How many bits a number below `count` takes. @param {number} count */
export const width = (count) => (count > 1 ? 32 - Math.clz32(count - 1) : 0);

/** CRC-24/OpenPGP over ASCII, started from another check. @param {string} text @param {number} start */
function check(text, start) {
  let crc = start;
  for (const character of text) {
    crc ^= character.charCodeAt(0) << 16;
    for (let bit = 0; bit < 8; bit++) crc = (crc << 1) ^ (crc & 0x800000 ? 0x1864cfb : 0);
  }
  return crc & 0xffffff;
}

/** @param {number} crc */
function checkText(crc) {
  const out = writer();
  out.bits(24, crc);
  return out.end();
}

/**
 * A frame of sections, each with a check that follows from the one before.
 * @param {string} version
 * @param {string[]} sections
 */
export function seal(version, sections) {
  let crc = FIRST_CHECK;
  return [version, ...sections.map((text) => text + checkText((crc = check(text, crc))))].join(".");
}

/**
 * The sections whose check holds, up to the first whose does not.
 * @param {string[]} sealed
 */
export function intact(sealed) {
  let crc = FIRST_CHECK;
  const texts = [];
  for (const section of sealed) {
    const text = section.slice(0, -4);
    crc = check(text, crc);
    if (section !== text + checkText(crc)) break;
    texts.push(text);
  }
  return texts;
}
