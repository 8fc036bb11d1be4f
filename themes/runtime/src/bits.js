// In: numbers and how many bits each takes. Out: base64url text with its check, and back. Reading past the end or a bad section gives null, never an exception.

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** What the check of the first section starts from: CRC-24/OpenPGP, RFC 4880 6.1. */
export const FIRST_CHECK = 0xb704ce;

/**
 * CRC-24/OpenPGP over ASCII, started from another check.
 * @param {string} text
 * @param {number} start
 */
export function check(text, start) {
  let crc = start;
  for (const character of text) {
    crc ^= character.charCodeAt(0) << 16;
    for (let bit = 0; bit < 8; bit++) crc = (crc << 1) ^ (crc & 0x800000 ? 0x1864cfb : 0);
  }
  return crc & 0xffffff;
}

/** @param {number} value @param {number} characters */
function base64(value, characters) {
  let text = "";
  for (let place = characters - 1; place >= 0; place--) text += ALPHABET[(value >>> (6 * place)) & 63];
  return text;
}

/** How many bits a number below `count` takes. @param {number} count */
export const width = (count) => (count > 1 ? 32 - Math.clz32(count - 1) : 0);

/**
 * A section being written.
 * @typedef {{bits: (value: number, count: number) => void, flag: (value: unknown) => boolean, uint: (value: number) => void, text: () => string}} Writer
 * @returns {Writer}
 */
export function writer() {
  let text = "";
  let rest = 0;
  let held = 0;
  const self = {
    /** @param {number} value @param {number} count */
    bits(value, count) {
      for (let place = count - 1; place >= 0; place--) {
        rest = (rest << 1) | ((value >>> place) & 1);
        if (++held === 6) {
          text += ALPHABET[rest];
          rest = held = 0;
        }
      }
    },
    /** @param {unknown} value */
    flag(value) {
      self.bits(value ? 1 : 0, 1);
      return !!value;
    },
    /** @param {number} value */
    uint(value) {
      do {
        const more = value > 15;
        self.bits((more ? 16 : 0) | (value & 15), 5);
        value = Math.floor(value / 16);
      } while (value);
    },
    text: () => text + (held ? ALPHABET[rest << (6 - held)] : ""),
  };
  return self;
}

/** Thrown inside the codec alone where a section ends too early or holds what cannot be. */
export class Unreadable extends Error {}

/**
 * A section being read.
 * @typedef {{bits: (count: number) => number, flag: () => boolean, uint: () => number, done: () => void}} Reader
 * @param {string} text
 * @returns {Reader}
 */
export function reader(text) {
  let place = 0;
  const self = {
    /** @param {number} count */
    bits(count) {
      let value = 0;
      for (; count > 0; count--, place++) {
        const six = ALPHABET.indexOf(text[place / 6 | 0] || "=");
        if (six < 0) throw new Unreadable();
        value = (value << 1) | ((six >>> (5 - (place % 6))) & 1);
      }
      return value >>> 0;
    },
    flag: () => self.bits(1) === 1,
    uint() {
      let value = 0;
      for (let scale = 1; scale < 2 ** 32; scale *= 16) {
        const group = self.bits(5);
        value += (group & 15) * scale;
        if (group < 16) return value;
      }
      throw new Unreadable();
    },
    /** Fails unless only padding is left: less than one character, all 0. */
    done() {
      if (Math.ceil(place / 6) !== text.length || self.bits((6 - (place % 6)) % 6)) throw new Unreadable();
    },
  };
  return self;
}

/**
 * A frame of sections, each with a check that follows from the one before.
 * @param {string} version
 * @param {string[]} sections
 */
export function seal(version, sections) {
  let crc = FIRST_CHECK;
  return [version, ...sections.map((text) => text + base64((crc = check(text, crc)), 4))].join(".");
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
    if (section.length < 4 || section.slice(-4) !== base64(crc, 4)) break;
    texts.push(text);
  }
  return texts;
}
