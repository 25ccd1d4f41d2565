/** How texts refer to named values: {{display-name}}. */

const anywhere = /\{\{\s*([A-Za-z0-9\-._]+)\s*\}\}/g;
const whole = /^\s*\{\{\s*[A-Za-z0-9\-._]+\s*\}\}\s*$/;

/** The display names that a text refers to, each once. */
export const namedValuesIn = (text: string): string[] => [
  ...new Set(Array.from(text.matchAll(anywhere), (match) => match[1] as string)),
];

/** The text is a reference and nothing else, so it tells nothing by itself. */
export const namedValueReference = (text: string): boolean => whole.test(text);

/** The text with each reference to one named value made a reference to another. */
export const renameNamedValue = (text: string, from: string, to: string): string =>
  text.replace(anywhere, (reference, name: string) => (name === from ? reference.replace(name, to) : reference));
