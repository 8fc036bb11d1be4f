// In: what the player says of saving. Out: the line that says so, and "Save and exit".
import { all, focus, one, put } from "./hooks.js";

/** @param {import("./index.js").Ui} ui @returns {() => void} */
export function saving(ui) {
  const { player, t } = ui;
  const clock = new Intl.DateTimeFormat(ui.data.lang, { hour: "2-digit", minute: "2-digit" });
  let before = player.saving;
  all(document, "exit").forEach((button) => button.addEventListener("click", () => leave(ui)));
  return () => {
    const now = player.saving;
    const line = now === "saved" ? t("saved", { time: clock.format(player.savedAt ?? 0) }) : { saving: t("saving"), unsaved: t("not-saved"), off: "", idle: null }[now];
    for (const element of all(document, "save")) {
      element.dataset.state = now;
      if (line !== null) put(one(element, "save-text") ?? element, line);
    }
    if (now === "saved" && before === "unsaved") ui.say(t("saved-again"));
    if (now !== "saving") before = now;
  };
}

/** Saves, ends, and says what the learner may do where the window cannot be closed from here. @param {import("./index.js").Ui} ui */
async function leave({ flush, player, t }) {
  flush();
  const place = one(document, "notice");
  const notice = one(document, "leaving") ?? document.createElement("p");
  notice.className = "notice notice-info";
  notice.setAttribute("data-leaving", "");
  notice.setAttribute("role", "status");
  place?.append(notice);
  put(notice, t("leaving"));
  const saved = await player.exit();
  put(notice, t(saved ? "left" : "left-unsaved"));
  focus(notice);
  scrollTo(0, 0);
  if (!saved) return;
  for (const element of [...all(document, "page"), ...all(document, "contents")]) element.inert = true;
  close();
}
