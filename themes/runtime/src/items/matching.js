// Sources with their targets. Key: {sources, targets: [slots], correct: [places of targets], shown}. Response: [[a place or null for each source]].

/** @import { Item } from "../data.js" */
/** @import { Response, Told } from "../table.js" */

/** @param {Item} item @param {Response} response @returns {Told} */
export function mark({ key }, [given = []]) {
  /** @type {{sources: number[], correct: number[], shown: string[]}} */
  const { sources, correct, shown } = key;
  const hits = correct.map((place, n) => /** @type {any} */ (given)[n] === place);
  /** @type {(list: any[]) => Record<string, any>} */
  const bySource = (list) => Object.fromEntries(list.map((value, n) => [sources[n], value]));
  return { share: hits.filter(Boolean).length / hits.length, parts: bySource(hits), answers: bySource(shown) };
}
