// Statements as text to review.

/** The last segment of a statement's verb. @param {any} statement @returns {string} */
export const verb = (statement) => statement.verb.id.split("/").pop();

/** Verbs of what is said of the unit itself. @param {any[]} statements */
export const own = (statements) => statements.filter(({ object }) => /\/__host\/au\/|\/units\/[^/]+$/.test(object.id)).map(verb);

/** Statements as text to review: verb, what it is about, what came of it; without times, which no two sessions share. @param {any[]} statements */
export const text = (statements) =>
  statements
    .map(({ verb: { id }, object, result = {}, context }) => {
      const { score, success, completion, response, extensions } = result;
      const facts = [success === undefined ? undefined : success ? "right" : "wrong", completion && "completed", score && `${score.raw ?? score.scaled} of ${score.max ?? 1}`, response && JSON.stringify(response), extensions && `${Object.values(extensions)[0]} %`];
      const categories = (context.contextActivities.category ?? []).map((/** @type {any} */ one) => one.id.split("/").pop());
      return [id.split("/").pop().padEnd(11), object.id.replace(/^.*?(__host\/au|allotment-skills)(\/|$)/, "") || "the course", ...facts.filter((fact) => fact !== undefined), `[${categories.join(", ")}]`].join(" ");
    })
    .join("\n") + "\n";
