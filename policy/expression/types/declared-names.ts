const declared = /\b(?:class|struct|interface|enum|delegate\s[^(;]*?)\s+(\w+)\s*(?:<([^>({]*)>)?/g;

/**
 * Names and numbers of type parameters ("List`1") that a declaration's text may declare, nested ones too, so that it is
 * read only when one of them is asked for. A word too many, as out of a comment, does no harm.
 */
export function declaredNames(text: string): string[] {
  return [...text.matchAll(declared)].map(([, name, parameters]) => {
    const arity = parameters === undefined ? 0 : parameters.split(",").length;
    return `${name}\`${arity}`;
  });
}

/** The namespaces that a declaration's text speaks of. */
export const declaredNamespaces = (text: string): string[] =>
  [...text.matchAll(/\bnamespace\s+([\w.]+)\s*;/g)].map(([, name]) => name as string);

export const mayHaveExtensions = (text: string): boolean => /\(\s*this\s/.test(text);
