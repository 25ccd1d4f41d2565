const placeholder = /\{\{([A-Za-z0-9._-]{1,256})\}\}/g;

/** The display names that a text refers to, each once, in order. */
export function namedValuesIn(text: string): string[] {
  if (!text.includes("{{")) return [];
  return [...new Set([...text.matchAll(placeholder)].map((match) => match[1] as string))];
}

/** Puts values in place of `{{name}}`; a name without a value stays, and what is put in is not looked at again. */
export function putNamedValues(text: string, lookUp: (name: string) => string | undefined): string {
  if (!text.includes("{{")) return text;
  return text.replace(placeholder, (whole, name: string) => lookUp(name) ?? whole);
}

/** The document with every `{{from}}` written as `{{to}}`, nothing else touched. */
export function renameNamedValue(text: string, from: string, to: string): string {
  return text.replaceAll(`{{${from}}}`, () => `{{${to}}}`);
}
