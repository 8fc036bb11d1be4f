// In: which units have to be done before this one and are not. Out: where there are any, no page but a notice that leads to them. Who has begun the unit goes on with it.
import { all, focus, one, put } from "../ui/hooks.js";

/** @param {import("../ui/index.js").Ui} ui @returns {import("../ui/index.js").Part} */
export function join({ player }) {
  function draw() {
    const { awaits = [] } = player.facts;
    const place = one("awaits");
    if (!awaits.length || player.verdict !== "empty" || !place?.hidden) return;
    // Nothing that is done here counts.
    player.ended = true;
    for (const slot of awaits) all(`awaited="${slot}"`).forEach((element) => put(element, { hidden: false }));
    for (const element of [...all("page"), ...all("contents")]) put(element, { inert: true, hidden: true });
    put(place, { hidden: false });
    focus(place);
  }
  draw();
  return { draw };
}
