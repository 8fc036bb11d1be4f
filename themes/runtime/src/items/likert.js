// A step of a scale; none is right. Key: {}. Response: [slot].

/** @returns {import("../table.js").Told} */
export const mark = () => ({ right: null });
