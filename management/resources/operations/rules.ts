import type { Filter } from "../../store/store";
import type { Rules, Writing } from "../behaviour";
import { parseUrlTemplate, type UrlTemplate } from "./url-template";

export const rules: Rules = {
  async write(writing) {
    if (writing.properties.policies !== undefined) {
      writing.refuse("policies", `Cannot be set here. PUT the policy document at ${writing.id}/policies/policy.`);
    }
    const parsed = parseUrlTemplate(String(writing.properties.urlTemplate));
    if ("problem" in parsed) return writing.refuse("urlTemplate", parsed.problem);
    checkParameters(writing, parsed);
    await checkUnique(writing, parsed);
  },
};

/** Azure's own words: they tell both what is missing and what is too much. */
function checkParameters(writing: Writing, { parameters }: UrlTemplate): void {
  const declared = ((writing.properties.templateParameters ?? []) as { name: string }[]).map(({ name }) =>
    name.replace(/^\*/, "").toLowerCase(),
  );
  const used = parameters.map(({ name }) => name.toLowerCase());
  const undeclared = used.filter((name) => !declared.includes(name));
  const unused = declared.filter((name) => !used.includes(name));
  const repeated = declared.filter((name, index) => declared.indexOf(name) !== index);
  if (undeclared.length + unused.length > 0) {
    const wrong = [
      ...(undeclared.length > 0 ? [`Not defined: ${undeclared.join(", ")}.`] : []),
      ...(unused.length > 0 ? [`Not used: ${unused.join(", ")}.`] : []),
    ];
    writing.refuse(
      "templateParameters",
      `All template parameters used in the UriTemplate must be defined in the Operation '${writing.name}', and vice-versa. ${wrong.join(" ")}`,
    );
  } else if (repeated.length > 0)
    writing.refuse("templateParameters", `Defines ${[...new Set(repeated)].join(", ")} twice.`);
}

async function checkUnique(writing: Writing, { shape }: UrlTemplate): Promise<void> {
  const { before, properties, tx } = writing;
  const { method, urlTemplate } = properties;
  if (before !== null && before.properties.method === method && before.properties.urlTemplate === urlTemplate) return;
  const filter: Filter = { op: "eq", member: ["method"], value: String(method) };
  const parentId = writing.parentId ?? "/";
  const { documents } = await tx.list({ type: writing.type, parentId, filter: narrow(filter, String(urlTemplate)) });
  for (const { id, name, properties: other } of documents) {
    const parsed = parseUrlTemplate(String(other.urlTemplate));
    if (id === writing.id || "problem" in parsed || parsed.shape !== shape) continue;
    return writing.refuse(
      "urlTemplate",
      `Operation '${name}' of this API has the same method and template: ${other.method} ${other.urlTemplate}.`,
    );
  }
}

/** Only what begins alike can be alike; large APIs are not read as a whole for each operation. */
function narrow(filter: Filter, template: string): Filter {
  const literal = /^\/[^{?*]*/.exec(template)?.[0];
  if (literal === undefined || literal === "/") return filter;
  return { op: "and", left: filter, right: { op: "startswith", member: ["urlTemplate"], value: literal } };
}
