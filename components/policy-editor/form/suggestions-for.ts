import type { KnownNamedValue } from "@/policy/knowledge";

export interface Suggestion {
  value: string;
  note?: string;
}

/** What could be put in at the caret: which characters it would replace, and by what. */
export interface Offer {
  from: number;
  to: number;
  options: readonly Suggestion[];
}

const most = 100;

/** Named values behind two open braces, anywhere in a text; otherwise what the field itself suggests. */
export function suggestionsFor(
  text: string,
  caret: number,
  own: readonly Suggestion[],
  namedValues: readonly KnownNamedValue[],
  secret: string,
): Offer | null {
  const open = /\{\{([\w.-]*)$/.exec(text.slice(0, caret));
  if (open !== null) {
    const typed = (open[1] ?? "").toLowerCase();
    const options = namedValues
      .filter(({ name }) => name.toLowerCase().includes(typed))
      .slice(0, most)
      .map(({ name, title, isSecret }) => ({ value: `{{${name}}}`, note: isSecret ? secret : title }));
    const closed = /^[\w.-]*\}\}/.exec(text.slice(caret))?.[0].length ?? 0;
    return options.length === 0 ? null : { from: open.index, to: caret + closed, options };
  }
  const typed = text.trim().toLowerCase();
  const matches = own.filter(({ value, note }) => `${value} ${note ?? ""}`.toLowerCase().includes(typed));
  const options = [
    ...matches.filter(({ value }) => value.toLowerCase().startsWith(typed)),
    ...matches.filter(({ value }) => !value.toLowerCase().startsWith(typed)),
  ].slice(0, most);
  const isDone = options.length === 1 && options[0]?.value === text;
  return options.length === 0 || isDone ? null : { from: 0, to: text.length, options };
}
