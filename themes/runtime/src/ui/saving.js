// In: what the player says of saving. Out: the line that says so, and "Save and exit".
import { all, focus, mark, one, put } from "./hooks.js";

/** @param {import("./index.js").Ui} ui */
export function saving(ui) {
  const { data, player, t } = ui;
  let failed = false;
  for (const button of all(document, "exit")) button.addEventListener("click", () => leave(ui));
  return () => {
    const now = player.saving;
    const time = new Date(player.savedAt ?? 0).toLocaleTimeString(data.lang, { hour: "2-digit", minute: "2-digit" });
    const line = one(document, "save");
    mark(line, now);
    if (now !== "idle") put(line, now === "off" ? "" : t(now === "unsaved" ? "not-saved" : now, { time }));
    if (failed && now === "saved") put(one(document, "live"), t("saved-again"));
    failed = now === "unsaved" || (failed && now === "saving");
  };
}

/** Saves, ends, and says what the learner may do where the window cannot be closed from here. @param {import("./index.js").Ui} ui */
async function leave({ flush, player, t }) {
  flush();
  const notice = one(document, "leaving") ?? document.createElement("p");
  notice.dataset.leaving = "";
  notice.className = "notice";
  notice.role = "status";
  one(document, "notice")?.append(notice);
  put(notice, t("leaving"));
  const saved = await player.exit();
  put(notice, t(saved ? "left" : "left-unsaved"));
  focus(notice);
  scrollTo(0, 0);
  if (!saved) return;
  for (const element of [...all(document, "page"), ...all(document, "contents")]) element.inert = true;
  close();
}
