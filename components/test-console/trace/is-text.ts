/** Whether a value of a trace is one to read: bytes that are no text come with marks in place of letters. */
export function isText(value: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const marks = value.slice(0, 4_000).match(/[\0-\x08\x0e-\x1f\ufffd]/g)?.length ?? 0;
  return marks === 0 || marks < Math.min(value.length, 4_000) / 50;
}
