// In: names, random bytes. Out: UUIDs of RFC 4122. Cannot fail. SHA-1 is our own: the browser's is asynchronous, and absent where a page is not served by https.

/** RFC 4122 appendix C: names that are URLs. */
const URL_NAMES = "6ba7b8119dad11d180b400c04fd430c8";

/** @param {number} word @param {number} by */
const turned = (word, by) => (word << by) | (word >>> (32 - by));

/** FIPS 180-4 6.1. @param {number[]} bytes @returns {number[]} five words */
function sha1(bytes) {
  const words = new Array(((bytes.length + 72) >> 6) * 16).fill(0);
  [...bytes, 0x80].forEach((byte, at) => (words[at >> 2] |= byte << (24 - (at % 4) * 8)));
  words[words.length - 1] = bytes.length * 8;
  let hash = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];
  for (let block = 0; block < words.length; block += 16) {
    const schedule = words.slice(block, block + 16);
    let [a, b, c, d, e] = hash;
    for (let at = 0; at < 80; at++) {
      if (at > 15) schedule[at] = turned(schedule[at - 3] ^ schedule[at - 8] ^ schedule[at - 14] ^ schedule[at - 16], 1);
      const [mixed, constant] = [
        [d ^ (b & (c ^ d)), 0x5a827999],
        [b ^ c ^ d, 0x6ed9eba1],
        [(b & c) | (d & (b | c)), 0x8f1bbcdc],
        [b ^ c ^ d, 0xca62c1d6],
      ][Math.floor(at / 20)];
      const next = (turned(a, 5) + mixed + e + constant + schedule[at]) | 0;
      [a, b, c, d, e] = [next, a, turned(b, 30), c, d];
    }
    hash = [a, b, c, d, e].map((word, at) => (word + hash[at]) | 0);
  }
  return hash;
}

/** @param {number[]} bytes sixteen @param {number} version */
function uuid(bytes, version) {
  const all = bytes.map((byte, at) => (at === 6 ? (byte & 15) | (version << 4) : at === 8 ? (byte & 63) | 128 : byte));
  return all.map((byte) => byte.toString(16).padStart(2, "0")).join("").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

/** The same for the same name, everywhere. @param {string} name */
export function namedUuid(name) {
  const space = (URL_NAMES.match(/../g) || []).map((pair) => parseInt(pair, 16));
  const bytes = sha1([...space, ...new TextEncoder().encode(name)]).flatMap((word) => [24, 16, 8, 0].map((shift) => (word >>> shift) & 255));
  return uuid(bytes.slice(0, 16), 5);
}

/** One that nobody else has. */
export const randomUuid = () => uuid([...crypto.getRandomValues(new Uint8Array(16))], 4);
