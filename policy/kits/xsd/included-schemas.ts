import type { Resources } from "@/policy/host/resources";

const most = 50;
const mostLength = 8 * 1024 * 1024;

/**
 * The service's schemas that an XML schema includes or imports as "/schemas/name", and those that they include, by the
 * places under which they are looked for. Others are not looked for at all.
 */
export function includedSchemas(text: string, resources: Resources): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const waiting = [text];
  let length = 0;
  for (let each = waiting.pop(); each !== undefined; each = waiting.pop()) {
    for (const [, location = ""] of each.matchAll(/\sschemaLocation\s*=\s*["']([^"'<>]{1,300})["']/g)) {
      const name = /^(?:\.?\/)?(?:schemas\/)?([^/:?#\s]+)$/.exec(location.trim())?.[1];
      if (name === undefined || found.has(`/schemas/${name}`)) continue;
      const schema = resources.schema(name) ?? resources.schema(name.replace(/\.xsd$/i, ""));
      if (schema === null) continue;
      length += schema.text.length;
      if (found.size >= most || length > mostLength) return found;
      found.set(`/schemas/${name}`, schema.text);
      waiting.push(schema.text);
    }
  }
  return found;
}
