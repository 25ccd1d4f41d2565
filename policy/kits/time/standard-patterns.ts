const patterns: ReadonlyMap<string, string> = new Map([
  ["d", "MM/dd/yyyy"],
  ["D", "dddd, dd MMMM yyyy"],
  ["f", "dddd, dd MMMM yyyy HH:mm"],
  ["F", "dddd, dd MMMM yyyy HH:mm:ss"],
  ["g", "MM/dd/yyyy HH:mm"],
  ["G", "MM/dd/yyyy HH:mm:ss"],
  ["m", "MMMM dd"],
  ["M", "MMMM dd"],
  ["o", "yyyy'-'MM'-'dd'T'HH':'mm':'ss.fffffffK"],
  ["O", "yyyy'-'MM'-'dd'T'HH':'mm':'ss.fffffffK"],
  ["r", "ddd, dd MMM yyyy HH':'mm':'ss 'GMT'"],
  ["R", "ddd, dd MMM yyyy HH':'mm':'ss 'GMT'"],
  ["s", "yyyy'-'MM'-'dd'T'HH':'mm':'ss"],
  ["t", "HH:mm"],
  ["T", "HH:mm:ss"],
  ["u", "yyyy'-'MM'-'dd HH':'mm':'ss'Z'"],
  ["U", "dddd, dd MMMM yyyy HH:mm:ss"],
  ["y", "yyyy MMMM"],
  ["Y", "yyyy MMMM"],
]);

/** What a standard format of one letter stands for in the invariant culture. */
export const standardPattern = (format: string): string | null => patterns.get(format) ?? null;

/** What DateTime.GetDateTimeFormats lists. */
export const standardLetters = [..."dDfFgGmMoOrRstTuUyY"] as const;
