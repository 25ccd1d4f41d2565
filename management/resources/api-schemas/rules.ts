import type { JsonObject } from "@/lib/json";
import type { Rules, Writing } from "../behaviour";
import { jsonProblem, sizeProblem, xmlProblem } from "../schemas/schema-text";

/** Lists of components, of OpenAPI and of Swagger. */
const componentTypes: Record<string, "components" | "definitions"> = {
  "application/vnd.oai.openapi.components+json": "components",
  "application/vnd.ms-azure-apim.swagger.definitions+json": "definitions",
};

export const rules: Rules = {
  async write(writing) {
    const { contentType, document } = writing.properties as { contentType: string; document: JsonObject };
    const given = Object.keys(document);
    if (given.length !== 1) {
      return writing.refuse("document", "Must have exactly one of value, definitions and components.");
    }
    const type = contentType.split(";", 1)[0]?.trim().toLowerCase() ?? "";
    const wanted = Object.hasOwn(componentTypes, type) ? componentTypes[type] : undefined;
    if (wanted === undefined && given[0] !== "value") {
      return writing.refuse(`document.${given[0]}`, `Is not for ${contentType}: give the schema as a value.`);
    }
    const problem = await problemOf(type, textOf(document));
    if (problem !== null) refuseAt(writing, given[0] as string, problem);
  },
};

function refuseAt(writing: Writing, member: string, problem: string): void {
  writing.refuse(`document.${member}`, problem);
}

function problemOf(type: string, text: string): string | null | Promise<string | null> {
  const tooLarge = sizeProblem(text);
  if (tooLarge !== null) return tooLarge;
  if (/[/+]json$/.test(type)) return jsonProblem(text);
  if (/[/+]xml$/.test(type)) return xmlProblem(text);
  return type === "application/vnd.ms-azure-apim.graphql.schema" ? graphqlProblem(text) : null;
}

async function graphqlProblem(text: string): Promise<string | null> {
  const { parse } = await import("graphql");
  try {
    parse(text, { noLocation: true });
    return null;
  } catch (error) {
    return `Must be a GraphQL schema. ${(error as Error).message}`;
  }
}

/** A list of components keeps its name around it, because references in it begin with that. */
export function textOf({ value, definitions, components }: JsonObject): string {
  if (typeof value === "string") return value;
  return JSON.stringify(components === undefined ? { definitions } : { components });
}
