// In: what the player says of saving, of the mode and of what was stored. Out: the line that says so, the notices above the page, "Save and exit".
import { focus, focusPage, one, reveal, say, set } from "./hooks.js";

/** @param {import("./index.js").Ui} ui @returns {import("./index.js").Part} */
export function showStatus({ data, flush, player, t }) {
  /** Whether saving failed and has not worked since. */
  let failed = false;
  return {
    draw() {
      const { ended, facts, lost, readOnly, savedAt, saving, verdict } = player;
      const off = saving === "off";
      set("save", { "data-state": saving });
      if (saving !== "idle") say({ save: off ? "" : t(saving, { time: new Date(savedAt).toLocaleTimeString(data.lang, { timeStyle: "short" }) }) });
      if (failed && saving === "saved") {
        say({ live: t("saved-again") });
        if (one("notice").contains(document.activeElement)) focusPage();
      }
      failed = saving === "unsaved" || (failed && saving === "saving");
      reveal({
        "notice-kind=unsaved": failed && !ended,
        "notice-kind=review": readOnly && off,
        "notice-kind=finished": readOnly && !off,
        "notice-kind=unrecorded": !facts.recording && !readOnly,
        "notice-kind=restored": lost.length || /partial|damaged|foreign/.test(verdict),
        "notice-kind=newer": verdict === "newer",
      });
    },
    press: {
      try() {
        flush();
        void player.save();
      },
      /** Saves, ends, and says what the learner may do where the window cannot be closed from here. */
      async exit() {
        flush();
        reveal({ leaving: true });
        say({ leaving: t("leaving") });
        const left = await player.exit();
        say({ leaving: t(left ? "left" : "left-unsaved") });
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
