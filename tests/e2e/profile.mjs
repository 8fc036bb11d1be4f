// Whether statements follow an xAPI Profile: each matches a template, and all of a registration a pattern. xAPI Profiles 1.0, 8 and 9. Shares nothing with the compiler.

/** What stands at a JSONPath of the kind that templates use: names, ['names'], [*]. @param {any} value @param {string} path @returns {any[]} */
export function at(value, path) {
  const steps = [...path.matchAll(/\['([^']+)'\]|\[(\*|\d+)\]|([^.[\]]+)/g)].map(([, quoted, index, name]) => quoted ?? index ?? name);
  /** @type {any[]} */
  let found = [value];
  for (const step of steps) {
    found = found.flatMap((one) => (one === null || typeof one !== "object" ? [] : step === "*" ? Object.values(one) : step in one ? [one[step]] : []));
  }
  return found;
}

/** Why a statement breaks a rule; null where it does not. @param {any} statement @param {any} rule */
function broken(statement, { location, presence, any, all, none }) {
  const values = at(statement, location);
  if (presence === "included" && !values.length) return `${location} is missing`;
  if (presence === "excluded" && values.length) return `${location} is there`;
  if (!values.length) return null;
  if (any && !values.some((value) => any.includes(value))) return `${location} has none of ${JSON.stringify(any)}`;
  if (all && !values.every((value) => all.includes(value))) return `${location} has ${JSON.stringify(values)}`;
  if (none && values.some((value) => none.includes(value))) return `${location} has one of ${JSON.stringify(none)}`;
  return null;
}

/** The template that a statement follows, or why there is none. @param {any} profile @param {any} statement @returns {{template?: string, faults: string[]}} */
export function followed(profile, statement) {
  const fits = profile.templates.filter(
    (/** @type {any} */ { verb, objectActivityType }) => verb === statement.verb.id && (!objectActivityType || objectActivityType === statement.object.definition?.type),
  );
  const name = `${statement.verb.id.split("/").pop()} ${statement.object.id}`;
  if (!fits.length) return { faults: [`${name}: there is no such template`] };
  /** @type {string[]} */
  const faults = fits.flatMap((/** @type {any} */ { rules }) => rules.map((/** @type {any} */ rule) => broken(statement, rule)).filter(Boolean));
  return { template: fits[0].id, faults: faults.map((fault) => `${name}: ${fault}`) };
}

/** How many of `ids`, from `from` on, a pattern or template takes; null where it takes none of them and needs one. @param {any} profile @param {string} id @param {string[]} ids @param {number} from @returns {number | null} */
function takes(profile, id, ids, from) {
  const pattern = profile.patterns.find((/** @type {any} */ one) => one.id === id);
  if (!pattern) return ids[from] === id ? 1 : null;
  const { alternates, optional, oneOrMore, sequence, zeroOrMore } = pattern;
  if (alternates) return alternates.map((/** @type {string} */ one) => takes(profile, one, ids, from)).find((/** @type {number | null} */ taken) => taken !== null) ?? null;
  if (optional) return takes(profile, optional, ids, from) ?? 0;
  let taken = 0;
  if (sequence) {
    for (const one of sequence) {
      const more = takes(profile, one, ids, from + taken);
      if (more === null) return null;
      taken += more;
    }
    return taken;
  }
  for (;;) {
    const more = takes(profile, zeroOrMore ?? oneOrMore, ids, from + taken);
    if (!more) return taken || zeroOrMore ? taken : null;
    taken += more;
  }
}

/** What is wrong with the statements of one registration, in order: those that follow no template, and all of them where they follow no primary pattern. @param {any} profile @param {any[]} statements */
export function faultsOf(profile, statements) {
  const version = profile.versions[0].id;
  const ours = statements.filter((statement) => statement.context.contextActivities.category?.some((/** @type {any} */ { id }) => id === version));
  const each = ours.map((statement) => followed(profile, statement));
  const faults = each.flatMap((one) => one.faults);
  const ids = each.map(({ template }) => template ?? "");
  const primaries = profile.patterns.filter((/** @type {any} */ { primary }) => primary);
  if (!faults.length && ids.length && !primaries.some((/** @type {any} */ { id }) => takes(profile, id, ids, 0) === ids.length)) faults.push(`no pattern takes ${ids.map((id) => id.split("/").at(-2)).join(", ")}`);
  return { faults, followed: ours.length };
}
