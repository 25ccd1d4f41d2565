import type { Json } from "@/lib/json";

/** One spelling per value: members in order of their names, no white space. What is absent (undefined) is left out. */
export function canonicalJson(value: unknown): string {
  return write(value as Json);
}

function write(value: Json): string {
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (Array.isArray(value)) {
    let text = "[";
    for (let index = 0; index < value.length; index++) {
      text += `${index === 0 ? "" : ","}${write(value[index] ?? null)}`;
    }
    return `${text}]`;
  }
  let text = "{";
  for (const name of Object.keys(value).sort()) {
    const member = value[name];
    if (member !== undefined) text += `${text === "{" ? "" : ","}${JSON.stringify(name)}:${write(member)}`;
  }
  return `${text}}`;
}
