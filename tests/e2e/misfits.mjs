// What of a page does not fit into its window.

/** What does not fit, in words. @param {import("playwright-core").Page} page @returns {Promise<string[]>} */
export function misfits(page) {
  return page.evaluate(() => {
    const found = [];
    const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    if (wide > 0) found.push(`the page is ${wide} px too wide`);
    const top = (document.querySelector("[data-current]")?.getBoundingClientRect().top ?? 0) + scrollY;
    if (top > innerHeight / 2) found.push(`the page begins ${top} px from the top`);
    const hidden = (/** @type {Element} */ element) => !element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || getComputedStyle(element).clipPath !== "none" || !!element.closest(".vh, .skip, .option input, [inert]");
    const rolls = (/** @type {Element} */ element) => /auto|scroll/.test(getComputedStyle(element).overflowX);
    for (const element of document.querySelectorAll("body *")) {
      if (hidden(element) || element.closest("svg")) continue;
      const style = getComputedStyle(element);
      const what = `${element.outerHTML.slice(0, 80)}`;
      if (/hidden|clip/.test(style.overflow) && style.clipPath === "none" && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1)) found.push(`cut: ${what}`);
      if (["fixed", "sticky"].includes(style.position)) {
        const box = element.getBoundingClientRect();
        if (box.width * Math.min(box.height, innerHeight) > (innerWidth * innerHeight) / 2) found.push(`covers more than half of the window: ${what}`);
      }
      const boxes = [...element.childNodes].flatMap((node) => {
        const range = document.createRange();
        range.selectNodeContents(node);
        return node.nodeType === 3 && node.textContent?.trim() ? [...range.getClientRects()] : [];
      });
      for (const box of boxes) {
        if (box.width < 2 || (box.left >= -1 && box.right <= innerWidth + 1)) continue;
        let around = element.parentElement;
        while (around && !rolls(around)) around = around.parentElement;
        if (!around) found.push(`out of the window: ${what}`);
      }
    }
    return [...new Set(found)];
  });
}
