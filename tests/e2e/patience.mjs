// How long tests wait. Where all goes well nobody waits that long, so it may be long: a machine may be slow, or busy with something else.

/** The longest that anything is waited for, ms. */
export const PATIENCE = 60_000;

/** @param {number} ms */
export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Waits until something holds. What throws does not hold yet: a server may be starting, a page on its way.
 * @param {() => unknown} holds @param {string} what @param {number} [ms]
 */
export async function until(holds, what, ms = PATIENCE) {
  const end = Date.now() + ms;
  for (;;) {
    let cause;
    try {
      if (await holds()) return;
    } catch (error) {
      cause = error;
    }
    if (Date.now() > end) throw new Error(`waited ${ms / 1000} s in vain: ${what}${cause ? `: ${cause}` : ""}`);
    await pause(50);
  }
}
