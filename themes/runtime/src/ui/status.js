// In: what the player says of saving, of the mode and of what was stored. Out: the line that says so, the notices above the page, "Save and exit".
import { focus, focusPage, one, set } from "./hooks.js";

/** @param {import("./index.js").Ui} ui @returns {import("./index.js").Part} */
export function showStatus({ data, flush, player, t }) {
  /** Whether saving failed and has not worked since. */
  let failed = false;
  return {
    draw() {
      const { ended, facts, lost, readOnly, savedAt, saving, verdict } = player;
      const off = saving === "off";
      const time = new Date(savedAt).toLocaleTimeString(data.lang, { hour: "2-digit", minute: "2-digit" });
      set("save", { "data-state": saving });
      if (saving !== "idle") set("save", { textContent: off ? "" : t(saving, { time }) });
      if (failed && saving === "saved") {
        set("live", { textContent: t("saved-again") });
        if (one("notice").contains(document.activeElement)) focusPage();
      }
      failed = saving === "unsaved" || (failed && saving === "saving");
      /** @type {Record<string, unknown>} */
      const notices = {
        unsaved: failed && !ended,
        review: readOnly && off,
        finished: readOnly && !off,
        unrecorded: !facts.recording && !readOnly,
        restored: lost.length || /partial|damaged|foreign/.test(verdict),
        newer: verdict === "newer",
      };
      for (const kind in notices) set(`notice-kind=${kind}`, { hidden: !notices[kind] });
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
