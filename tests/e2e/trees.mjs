// What a screen reader is given of an element: its accessibility tree as lines that a person can judge.

/** @typedef {{nodeId: string, ignored: boolean, role?: {value: string}, name?: {value: string}, value?: {value: unknown}, description?: {value: string}, childIds?: string[], backendDOMNodeId?: number, properties?: {name: string, value: {value: unknown}}[]}} Node_ */

/** States that are said, and when they are: a state that is not listed is not written. */
const STATES = /** @type {Record<string, (value: any) => string>} */ ({
  checked: (value) => (value === "true" || value === true ? "checked" : "not checked"),
  selected: (value) => (value ? "selected" : ""),
  expanded: (value) => (value ? "expanded" : "collapsed"),
  disabled: (value) => (value ? "disabled" : ""),
  readonly: (value) => (value ? "read-only" : ""),
  required: (value) => (value ? "required" : ""),
  invalid: (value) => (value && value !== "false" ? "invalid" : ""),
  multiline: (value) => (value ? "several lines" : ""),
  live: (value) => (value && value !== "off" ? `live ${value}` : ""),
  level: (value) => `level ${value}`,
});

/** Roles that say nothing: what is in them is written in their place. */
const SILENT = new Set(["none", "generic", "InlineTextBox", "LineBreak", "MenuListPopup", "LabelText", "Legend", "paragraph", "strong", "emphasis", "sectionheader"]);

/** Roles that are read by their name alone. */
const WHOLE = new Set(["button", "radio", "checkbox", "option", "heading", "link", "textbox", "DisclosureTriangle", "DisclosureTriangleGrouped"]);

const plain = (/** @type {unknown} */ text) => `${text ?? ""}`.replace(/\s+/g, " ").trim();

/**
 * The tree under an element.
 * @param {import("playwright-core").Page} page @param {string} selector of one element
 */
export async function tree(page, selector) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Accessibility.enable");
  const { root } = await devtools.send("DOM.getDocument", { depth: 0 });
  const { nodeId } = await devtools.send("DOM.querySelector", { nodeId: root.nodeId, selector });
  const { node } = await devtools.send("DOM.describeNode", { nodeId });
  const { nodes } = /** @type {{nodes: Node_[]}} */ (/** @type {unknown} */ (await devtools.send("Accessibility.getFullAXTree")));
  await devtools.detach();
  const all = new Map(nodes.map((node) => [node.nodeId, node]));
  const top = nodes.find(({ backendDOMNodeId }) => backendDOMNodeId === node.backendNodeId);
  if (!top) throw new Error(`${selector} is not in the accessibility tree`);
  return write(all, top).join("\n");
}

/** @param {Map<string, Node_>} all @param {Node_} node @param {boolean} [named] its text is the name of a control @returns {string[]} */
function write(all, node, named = false) {
  const role = node.role?.value ?? "none";
  const name = plain(node.name?.value);
  const children = (node.childIds ?? []).flatMap((id) => all.get(id) ?? []);
  // An element that opens and closes is a group without a name: its summary says what it is.
  const opens = children.flatMap((child) => [child, ...(child.childIds ?? []).flatMap((id) => all.get(id) ?? [])]).some((child) => child.role?.value.startsWith("DisclosureTriangle"));
  const inside = () => children.flatMap((child) => write(all, child, named || role === "LabelText" || role === "Legend"));
  if (role === "StaticText" && !node.ignored) return name && !named ? [`"${name}"`] : [];
  if (node.ignored || opens || SILENT.has(role)) return inside();
  const states = (node.properties ?? []).flatMap(({ name, value }) => STATES[name]?.(value.value) || []);
  const said = [role, name && `"${name}"`, plain(node.value?.value) && role !== "option" && `= "${plain(node.value?.value)}"`, states.length && `(${states.join(", ")})`, plain(node.description?.value) && `described by "${plain(node.description?.value)}"`];
  const line = said.filter(Boolean).join(" ");
  return [line, ...(WHOLE.has(role) ? [] : inside()).map((below) => `  ${below}`)];
}

/** Lines of controls that have no name. @param {string} text */
export const nameless = (text) => text.split("\n").filter((line) => /^\s*(group|radiogroup|button|radio|checkbox|textbox|combobox|option|spinbutton|link)( [^"]|$)/.test(line));
