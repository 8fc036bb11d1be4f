// In: what the player says of saving, of the mode and of what was stored. Out: the line that says so, the notices above the page, "Save and exit".
import { append, focus, focusPage, one, set } from "./hooks.js";

/** @param {import("./index.js").Ui} ui @returns {import("./index.js").Part} */
export function showStatus({ data, flush, player, t }) {
  /** Whether saving failed and has not worked since. */
  let failed = false;
  /** When each notice is shown. @type {Record<string, () => boolean>} */
  const notices = {
    unsaved: () => failed && !player.ended,
    review: () => player.readOnly && player.saving === "off",
    finished: () => player.readOnly && player.saving !== "off",
    unrecorded: () => !player.facts.recording && !player.readOnly,
    restored: () => player.lost.length > 0 || /partial|damaged|foreign/.test(player.verdict),
    newer: () => player.verdict === "newer",
  };
  for (const kind in notices) {
    const notice = document.createElement("div");
    notice.dataset.noticeKind = kind;
    append(notice, one(`notice-for=${kind}`));
    one("notice").append(notice);
  }
  return {
    draw() {
      const { saving, savedAt } = player;
      const time = new Date(savedAt).toLocaleTimeString(data.lang, { hour: "2-digit", minute: "2-digit" });
      set("save", { "data-state": saving });
      if (saving !== "idle") set("save", { textContent: saving === "off" ? "" : t(saving, { time }) });
      if (failed && saving === "saved") set("live", { textContent: t("saved-again") });
      failed = saving === "unsaved" || (failed && saving === "saving");
      for (const kind in notices) {
        const hidden = !notices[kind]();
        if (hidden && one(`notice-kind=${kind}`).contains(document.activeElement)) focusPage();
        set(`notice-kind=${kind}`, { hidden });
      }
    },
    press: {
      try() {
        flush();
        void player.save();
      },
      /** Saves, ends, and says what the learner may do where the window cannot be closed from here. */
      async exit() {
        flush();
        set("leaving", { hidden: false, textContent: t("leaving") });
        const left = await player.exit();
        set("leaving", { textContent: t(left ? "left" : "left-unsaved") });
        focus(one("leaving"));
        scrollTo(0, 0);
        if (!left) return;
        set("page", { inert: true });
        set("contents", { inert: true });
        close();
      },
    },
  };
}
