/** What deployment tools put values in place of: ${name}, $(name), #{name}#, and Terraform's %{ if ... }. */
const gap = /\$\{[^{}]*\}|\$\([\w.-]+\)|#\{[\w.-]+\}#|%\{[^{}]*\}/g;
/** Forms that mean something else inside a longer text: {name}, __name__, %name%, RETRY_COUNT. */
const wholeGap = /^(\{[\w.-]+\}|__[\w.-]+__|%[\w.-]+%|[A-Z][A-Z0-9]*(_[A-Z0-9]+)+)$/;

/** Whether a literal holds a gap that some tool fills before the document is saved. */
export const hasPlaceholder = (value: string): boolean => value.search(gap) >= 0 || wholeGap.test(value.trim());

/** Whether a text is nothing but gaps. */
export const isPlaceholders = (text: string): boolean =>
  text.trim() !== "" &&
  text
    .replace(gap, " ")
    .trim()
    .split(/\s+/)
    .every((word) => word === "" || wholeGap.test(word));

const inCode = /\$\{([\w.-]+)\}/g;

/** The same code with its gaps written as named values, and where an offset into it stands in what was given. */
export function codeOfGaps(text: string): { code: string; source: (offset: number) => number } {
  const ends: number[] = [];
  const code = text.replace(inCode, (_, name: string, at: number) => {
    ends.push(at + name.length + 3 + ends.length);
    return `{{${name}}}`;
  });
  // Each is written with one character more.
  return { code, source: (offset) => offset - ends.filter((end) => end < offset).length };
}

/** Whether a name stands in {a-name}, which is a gap in an interpolated string and a subtraction to C#. */
export function isInGap(code: string, start: number, end: number): boolean {
  const open = code.lastIndexOf("{", start);
  const close = code.indexOf("}", end);
  return open >= 0 && close >= 0 && /^[\w.]+(-[\w.]+)+$/.test(code.slice(open + 1, close));
}
