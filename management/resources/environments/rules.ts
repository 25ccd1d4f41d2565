import type { Rules } from "../behaviour";

/** Anything shorter stands in every text: covering it would black out half of an answer, and guard nothing. */
const shortestSecret = 4;

export const rules: Rules = {
  write({ properties, refuse }) {
    const seen = new Set<string>();
    const variables = (properties.variables ?? []) as { name: string; value: unknown; secret?: boolean }[];
    for (const [index, { name, value, secret }] of variables.entries()) {
      if (secret === true && typeof value === "string" && value !== "" && value.trim().length < shortestSecret) {
        refuse(`variables[${index}].value`, `A secret must have at least ${shortestSecret} characters to be covered.`);
      }
      if (seen.has(name)) refuse(`variables[${index}].name`, `There is another variable '${name}' already.`);
      seen.add(name);
    }
  },
};
