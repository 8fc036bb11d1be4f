// In: what the player says of saving, of the mode and of what was stored. Out: the notices above the page.
import { copy, focus, one } from "./hooks.js";

/** When each is shown. @type {Record<string, (player: import("../player.js").Player, shown: boolean) => boolean>} */
const WANTED = {
  // It stays until saving works, through every attempt between.
  unsaved: ({ saving, ended }, shown) => !ended && (saving === "unsaved" || (shown && saving === "saving")),
  review: ({ readOnly }) => readOnly,
  unrecorded: ({ facts, readOnly }) => !facts.recording && !readOnly,
  restored: ({ verdict, lost }) => lost.length > 0 || /partial|damaged|foreign/.test(verdict),
  newer: ({ verdict }) => verdict === "newer",
};

/** @param {import("./index.js").Ui} ui */
export function notices({ flush, player }) {
  const place = /** @type {HTMLElement} */ (one(document, "notice"));
  place.addEventListener("click", ({ target }) => {
    if (!(/** @type {Element} */ (target).closest("[data-try]"))) return;
    flush();
    player.save();
  });
  return () => {
    for (const [kind, wanted] of Object.entries(WANTED)) {
      const shown = one(place, `notice-kind=${kind}`);
      if (wanted(player, !!shown) === !!shown) continue;
      if (!shown) {
        const notice = document.createElement("div");
        notice.dataset.noticeKind = kind;
        notice.append(copy(one(document, `notice-for=${kind}`)));
        place.append(notice);
        continue;
      }
      if (shown.contains(document.activeElement)) focus(document.querySelector("[data-current] h1"));
      shown.remove();
    }
  };
}
