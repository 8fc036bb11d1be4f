// In: what was written down, the player. Out: a panel that says so, and that can be copied: nothing in it says who the learner is. Never throws into the page.
import { createWords } from "../ui/words.js";

/** @typedef {import("./log.js").Log} Log */

const STYLE = `
:host { position: sticky; inset-block-end: 0; z-index: 90; display: block; font: 14px/1.45 ui-monospace, monospace; color: CanvasText; background: Canvas; border-block-start: 2px solid; }
summary { padding: .75rem 1rem; font-weight: 700; cursor: pointer; }
div { max-block-size: 45vh; overflow: auto; padding: 0 1rem 1rem; }
h3 { margin: 1rem 0 .25rem; font-size: inherit; }
pre { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; }
button { min-block-size: 2.75rem; padding: 0 1rem; font: inherit; color: inherit; background: none; border: 2px solid; cursor: pointer; }
:focus-visible { outline: 3px solid; outline-offset: 2px; }
`;

/** @template {keyof HTMLElementTagNameMap} T @param {T} name @param {string} [text] */
const element = (name, text = "") => Object.assign(document.createElement(name), { textContent: text });

/**
 * What there is to say, by heading.
 * @param {import("../ui/index.js").Ui} ui
 * @param {Log} log
 * @param {string} target
 * @param {import("../ui/words.js").Words} t
 * @returns {[heading: string, lines: string[]][]}
 */
function sections({ data, player }, log, target, t) {
  const { facts, saving, savedAt, verdict } = player;
  /** @template L @param {{time: string, line: L}[]} lines @param {(line: L) => string} text */
  const list = (lines, text) => (lines.length ? [...lines].reverse().map(({ time, line }) => `${time}  ${text(line)}`) : [t("nothing")]);
  const { title, version } = data.course;
  return [
    ["course", [
      `${title} ${version} · ${data.title}`,
      t(data.release ? "release" : "no-release", { n: data.release }),
      t("target", { target }),
      log.found ? t("api", { place: log.found, origin: facts.origin || "-" }) : t("no-api"),
      t(facts.recording ? "recording" : "not-recording", { mode: facts.mode, status: facts.status || "-" }),
      t("stored", { verdict }),
      t("saving", { saving, time: savedAt ? new Date(savedAt).toISOString() : "-" }),
    ]],
    ["saves", list(log.saves, ({ saved, reason, ms }) => t(saved ? "saved" : "unsaved", { reason: reason ?? "", ms }))],
    ["statements", list(log.requests, ({ method, address, status, ms }) => `${method} ${address} → ${status} (${ms} ms)`)],
    ["calls", list(log.calls, ({ name, element, value, result, error }) => {
      const given = value === undefined ? element : `${element} = ${value}`;
      return `${error ? "! " : ""}${name}(${given}) → ${result || '""'}${error ? `, ${t("error", { code: error })}` : ""}`;
    })],
  ].map(([heading, lines]) => [t(`head-${heading}`), /** @type {string[]} */ (lines)]);
}

/**
 * @param {import("../ui/index.js").Ui} ui
 * @param {Log} log
 * @param {string} target name of the adapter
 * @param {import("../data.js").Data["messages"]} messages
 * @returns {import("../ui/index.js").Part}
 */
export function openPanel(ui, log, target, messages) {
  const t = createWords({ ...ui.data, messages });
  const place = document.body.appendChild(element("section"));
  place.setAttribute("aria-label", t("title"));
  place.dataset.debug = "";
  const shadow = place.attachShadow({ mode: "open" });
  const style = new CSSStyleSheet();
  style.replaceSync(STYLE);
  shadow.adoptedStyleSheets = [style];
  const panel = Object.assign(element("details"), { open: true });
  const body = Object.assign(element("div"), { tabIndex: 0 });
  body.setAttribute("role", "group");
  body.setAttribute("aria-label", t("title"));
  const copy = Object.assign(element("button", t("copy")), { type: "button" });
  const said = element("span");
  said.setAttribute("role", "status");
  const told = element("section");
  body.append(element("p", t("redacted")), copy, said, told);
  panel.append(element("summary", t("title")), body);
  shadow.append(panel);
  // What is focused is not hidden behind it. WCAG 2.2, 2.4.11.
  new ResizeObserver(() => (document.documentElement.style.scrollPaddingBlockEnd = `${place.offsetHeight}px`)).observe(place);

  const text = () => sections(ui, log, target, t).map(([heading, lines]) => `${heading}\n${lines.join("\n")}`).join("\n\n");
  copy.onclick = async () => {
    try {
      await navigator.clipboard.writeText(text());
      said.textContent = ` ${t("copied")}`;
    } catch {
      // Where the browser keeps the clipboard shut, the text is marked, for the learner's own copy.
      getSelection()?.selectAllChildren(told);
      said.textContent = ` ${t("marked")}`;
    }
  };
  let waiting = false;
  const draw = () => {
    waiting = false;
    told.replaceChildren(...sections(ui, log, target, t).flatMap(([heading, lines]) => [element("h3", heading), element("pre", lines.join("\n"))]));
  };
  const soon = () => {
    if (!waiting) requestAnimationFrame(draw);
    waiting = true;
  };
  log.listen(soon);
  return { draw: soon };
}
