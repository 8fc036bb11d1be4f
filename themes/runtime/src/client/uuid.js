// In: names, random bytes. Out: UUIDs of RFC 4122. Cannot fail. SHA-1 is our own: the browser's is asynchronous, and absent where a page is not served by https.

/** RFC 4122 appendix C: names that are URLs. */
const URL_NAMES = [0x6ba7b811, 0x9dad11d1, 0x80b400c0, 0x4fd430c8];

/** @param {number} word @param {number} by */
const turned = (word, by) => (word << by) | (word >>> -by);

/** FIPS 180-4 6.1: of a name behind its name space. @param {Uint8Array} bytes @returns {number[]} five words */
function sha1(bytes) {
  const words = [...URL_NAMES, ...new Array(((bytes.length + 24) >> 6) * 16 + 12).fill(0)];
  [...bytes, 0x80].forEach((byte, at) => (words[4 + (at >> 2)] |= byte << (24 - at * 8)));
  words[words.length - 1] = bytes.length * 8 + 128;
  let hash = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];
  while (words.length) {
    let [a, b, c, d, e] = hash;
    const schedule = words.splice(0, 16);
    for (let at = 0; at < 80; at++) {
      const next = [(d ^ (b & (c ^ d))) + 0x5a827999, (b ^ c ^ d) + 0x6ed9eba1, ((b & c) | (d & (b | c))) + 0x8f1bbcdc, (b ^ c ^ d) + 0xca62c1d6][Math.floor(at / 20)] + turned(a, 5) + e + schedule[0];
      schedule.push(turned(schedule[13] ^ schedule[8] ^ schedule[2] ^ schedule[0], 1));
      schedule.shift();
      [a, b, c, d, e] = [next | 0, a, turned(b, 30), c, d];
    }
    hash = [a, b, c, d, e].map((word, at) => word + hash[at]);
  }
  return hash;
}

/** @param {Iterable<number>} words the first four count @param {number} version */
const uuid = (words, version) =>
  [...words].map((word) => (word >>> 0).toString(16).padStart(8, "0")).join("").replace(/(.{8})(.{4}).(...)(.)(...)(.{12}).*/, (_, ...[a, b, c, d, e, f]) => `${a}-${b}-${version}${c}-${"89ab"[parseInt(d, 16) % 4]}${e}-${f}`);

/** The same for the same name, everywhere. @param {string} name */
export const namedUuid = (name) => uuid(sha1(new TextEncoder().encode(name)), 5);

/** One that nobody else has. */
export const randomUuid = () => uuid(crypto.getRandomValues(new Uint32Array(4)), 4);
