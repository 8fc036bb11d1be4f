// In: what the player says of saving, of the mode and of what was stored. Out: the notices above the page.
import { all, copy, focus, one } from "./hooks.js";

/** When each is shown. @type {Record<string, (player: import("../player.js").Player, shown: boolean) => boolean>} */
const WANTED = {
  // It stays until saving works, through every attempt between.
  unsaved: ({ saving, ended }, shown) => !ended && (saving === "unsaved" || (shown && saving === "saving")),
  review: ({ readOnly }) => readOnly,
  unrecorded: ({ facts, verdict }) => facts.mode === "normal" && !facts.recording && verdict !== "newer",
  restored: ({ verdict, lost }) => lost.length > 0 || ["partial", "damaged", "foreign"].includes(verdict),
  newer: ({ verdict }) => verdict === "newer",
};

/** @param {import("./index.js").Ui} ui @returns {(() => void) | void} */
export function notices({ flush, player }) {
  const place = one(document, "notice");
  if (!place) return;
  place.addEventListener("click", (event) => {
    if (!(event.target instanceof Element) || !event.target.closest("[data-try]")) return;
    flush();
    player.save();
  });
  return () => {
    for (const [kind, wanted] of Object.entries(WANTED)) {
      const shown = one(place, `notice-kind=${kind}`);
      if (wanted(player, !!shown) === !!shown) continue;
      if (shown) {
        const held = shown.contains(document.activeElement);
        shown.remove();
        if (held) focus(document.querySelector("[data-current] h1"));
      } else {
        const notice = document.createElement("div");
        notice.setAttribute("data-notice-kind", kind);
        notice.append(copy(all(document, "notice-for").find((template) => template.dataset.noticeFor === kind) ?? null));
        place.append(notice);
      }
    }
  };
}
