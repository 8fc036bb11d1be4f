// In: what the browser does with the page. Out: the player told in time. Cannot fail.

/**
 * A page may be frozen, or come back from the browser's cache without being loaded: a session that has ended cannot go on, so it is loaded then.
 * @param {Pick<import("./player.js").Player, "hide" | "leave">} player
 * @param {Pick<Window, "addEventListener" | "document" | "location">} scope
 */
export function watchPage(player, scope) {
  scope.document.addEventListener("visibilitychange", () => player.hide(scope.document.visibilityState === "hidden"));
  scope.document.addEventListener("freeze", () => player.hide(true));
  scope.addEventListener("pagehide", player.leave);
  scope.addEventListener("pageshow", (event) => event.persisted && scope.location.reload());
}
