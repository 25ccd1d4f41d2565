import type { Json, JsonObject } from "@/lib/json";
import { parseUrlTemplate } from "@/management/resources/operations/url-template";
import { isObject } from "../diff/is-object";

/**
 * The declared parameters that go with a template: each of its names. What was said of one stays, also when only
 * its name was changed. Null while the template is not whole, as in the middle of typing a name.
 */
export function declaredParameters(template: string, declared: Json | undefined): JsonObject[] | null {
  const parsed = parseUrlTemplate(template);
  if ("problem" in parsed) return null;
  const before = (Array.isArray(declared) ? declared : []).filter(isObject);
  const names = parsed.parameters.map(({ name }) => name);
  return names.map((name, at) => {
    const known = before.find((each) => each.name === name);
    if (known !== undefined) return known;
    const there = before.length === names.length ? before[at] : undefined;
    const renamed = there !== undefined && !names.includes(String(there.name)) ? there : undefined;
    return { type: "string", required: true, ...renamed, name };
  });
}
