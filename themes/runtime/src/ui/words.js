// In: the messages of the data, which are texts or plural maps with {name} placeholders. Out: what is to be said. A key that is missing is said itself.

/** @typedef {(key: string, values?: Record<string, any>) => string} Words */

/** @param {import("../data.js").Data} data @returns {Words} numbers are written as the language writes them, with two decimals at most; `n` chooses the plural */
export const createWords =
  ({ messages, lang }) =>
  (key, values = {}) => {
    const message = messages[key] ?? key;
    const text = typeof message === "string" ? message : (message[new Intl.PluralRules(lang).select(+values.n)] ?? message.other);
    return text.replace(/\{(\w+)\}/g, (_, name) => (values[name] ?? "").toLocaleString(lang, { maximumFractionDigits: 2 }));
  };
