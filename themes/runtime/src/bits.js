// In: numbers and how many bits each takes. Out: base64url text with its check, and back. Both directions go through one kind of port, so that what is written and what
// is read is said once. A section that ends too early throws, inside the codec alone.

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** What a section holds cannot be. @returns {never} */
export function unreadable() {
  throw new Error("unreadable");
}

/**
 * A section being written, or read. Each function gives the value: the given one, or what was read instead of it.
 * @typedef {object} Port
 * @property {(count: number, value?: number) => number} bits
 * @property {(value?: unknown) => boolean} flag
 * @property {(value?: number, groups?: number) => number} uint `groups` of 4 bits at most
 * @property {() => string} end the text that was written; reading, it fails unless only padding is left
 */

/** Reads a text; without one, writes. @param {string} [text] @returns {Port} */
export function port(text) {
  /** All bits as a text of 0 and 1; what is no character of the alphabet is too short. */
  let digits = (text ?? "").replace(/[^]/g, (character) => (64 + ALPHABET.indexOf(character)).toString(2).slice(1));
  let place = 0;
  /** @type {Port} */
  const io = {
    bits(count, value = 0) {
      if (text === undefined) digits += (2 ** count + value).toString(2).slice(1);
      place += count;
      if (place > digits.length) unreadable();
      return parseInt(1 + digits.slice(place - count, place), 2) - 2 ** count;
    },
    flag: (value) => io.bits(1, value ? 1 : 0) > 0,
    uint(value = 0, groups = 8) {
      if (!groups) unreadable();
      const group = io.bits(5, (value > 15 ? 16 : 0) + (value % 16));
      return group < 16 ? group : group - 16 + 16 * io.uint(Math.floor(value / 16), groups - 1);
    },
    end() {
      if (text === undefined) return digits.replace(/.{1,6}/g, (six) => ALPHABET[parseInt(six.padEnd(6, "0"), 2)]);
      if (!/^0{0,5}$/.test(digits.slice(place))) unreadable();
      return text;
    },
  };
  return io;
}

/** What gives each section of a frame, one after the other, its check: CRC-24/OpenPGP (RFC 4880 6.1), started from the check before. */
export function sealer() {
  let crc = 0xb704ce;
  return (/** @type {string} */ text) => {
    for (const character of text) {
      crc ^= character.charCodeAt(0) << 16;
      for (let bit = 0; bit < 8; bit++) crc = (crc << 1) ^ (crc & 0x800000 ? 0x1864cfb : 0);
    }
    crc &= 0xffffff;
    const io = port();
    io.bits(24, crc);
    return text + io.end();
  };
}
