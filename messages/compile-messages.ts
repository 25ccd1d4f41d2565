import compile from "icu-minify/compile";

const kept = new WeakMap<object, unknown>();

/**
 * Texts whose ICU syntax has been read already: trees of strings and lists, which use-intl's `format-only` fills in, so
 * that the parser need not come with every page. They are kept for as long as the texts are.
 */
export function compileMessages(messages: object): unknown {
  let compiled = kept.get(messages);
  if (compiled === undefined) {
    // The forms of a plural come without a prototype, and such objects are not handed to client components.
    compiled = JSON.parse(JSON.stringify(compileAll(messages)));
    kept.set(messages, compiled);
  }
  return compiled;
}

const compileAll = (messages: unknown): unknown =>
  typeof messages === "string"
    ? compile(messages)
    : Object.fromEntries(Object.entries(messages as object).map(([key, member]) => [key, compileAll(member)]));
