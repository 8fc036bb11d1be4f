// In: what the browser does with the page. Out: the player told in time. Cannot fail.

/**
 * A page may be frozen, or come back from the browser's cache without being loaded: a session that has ended cannot go on, so it is loaded then.
 * @param {Pick<import("./player.js").Player, "hide" | "leave">} player
 * @param {Pick<Window, "addEventListener" | "document" | "location">} window
 */
export function watchPage(player, window) {
  const { document } = window;
  document.addEventListener("visibilitychange", () => player.hide(document.visibilityState === "hidden"));
  document.addEventListener("freeze", () => player.hide(true));
  window.addEventListener("pagehide", () => player.leave());
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) window.location.reload();
  });
}
