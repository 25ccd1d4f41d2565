/** Counts the characters that scans may still look at, so that hostile input cannot make them quadratic. */
export interface ScanBudget {
  left: number;
}

/** Whether an expression starts here: "@(" or "@{". */
export function startsExpression(text: string, at: number): boolean {
  return text[at] === "@" && (text[at + 1] === "(" || text[at + 1] === "{");
}

/**
 * Given the offset of an expression's "@", answers the offset after its balanced close, or -1. Knows where C# brackets
 * do not count: strings, verbatim and interpolated strings, characters and comments.
 */
export function scanExpression(text: string, at: number, budget: ScanBudget = { left: text.length * 4 }): number {
  const open = text[at + 1] as string;
  const end = scanCode(text, at + 2, open, open === "(" ? ")" : "}", budget, 0);
  budget.left -= (end < 0 ? text.length : end) - at;
  return budget.left < 0 ? -1 : end;
}

const maxNesting = 50;

/** Reads code up to the close that belongs to an open already read; answers the offset after it. */
function scanCode(
  text: string,
  from: number,
  open: string,
  close: string,
  budget: ScanBudget,
  nesting: number,
): number {
  let depth = 1;
  let at = from;
  if (nesting > maxNesting || budget.left < 0) return -1;
  while (at < text.length) {
    const char = text[at] as string;
    if (char === close) {
      at++;
      if (--depth === 0) return at;
    } else if (char === open) {
      depth++;
      at++;
    } else if (char === '"' || char === "@" || char === "$" || char === "'" || char === "/") {
      at = skipLiteral(text, at, budget, nesting);
      if (at < 0) return -1;
    } else at++;
  }
  return -1;
}

const coded = /&(?:amp|lt|gt|quot|apos);/y;

/**
 * Where entities stand among the code of an expression in raw form, outside its strings and comments: authors escape
 * operators there by habit, and no C# means anything by them.
 */
export function entitiesInCode(text: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  const budget = { left: text.length * 4 };
  for (let at = Math.max(text.indexOf("@"), 0) + 1; at >= 0 && at < text.length; ) {
    const char = text[at];
    if (char === '"' || char === "@" || char === "$" || char === "'" || char === "/") {
      at = skipLiteral(text, at, budget, 0);
      continue;
    }
    coded.lastIndex = at;
    if (char === "&" && coded.test(text)) found.push({ start: at, end: coded.lastIndex });
    at++;
  }
  return found;
}

/** Past the string, character or comment that starts here, or past one character when none does; -1 when it never ends. */
function skipLiteral(text: string, at: number, budget: ScanBudget, nesting: number): number {
  const char = text[at];
  const next = text[at + 1];
  if (char === '"') return skipString(text, at + 1);
  if (char === "'") return skipCharacter(text, at);
  if (char === "/") {
    if (next === "/") return endOf(text, "\n", at + 2);
    return next === "*" ? endOf(text, "*/", at + 2) : at + 1;
  }
  const third = text[at + 2];
  if (char === "@" && next === '"') return skipVerbatim(text, at + 2);
  if (char === "$" && next === '"') return skipInterpolated(text, at + 2, false, budget, nesting);
  if (third === '"' && ((char === "@" && next === "$") || (char === "$" && next === "@"))) {
    return skipInterpolated(text, at + 3, true, budget, nesting);
  }
  return at + 1;
}

function endOf(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? -1 : found + mark.length;
}

function skipString(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === '"') return at + 1;
    else if (text[at] === "\n") return -1;
  }
  return -1;
}

/** An apostrophe that starts no character literal is taken as it is: in escaped or broken text it may be anything. */
function skipCharacter(text: string, at: number): number {
  if (text[at + 1] === "\\") {
    const end = text.indexOf("'", at + 3);
    return end < 0 || end - at > 12 ? at + 1 : end + 1;
  }
  return text[at + 2] === "'" ? at + 3 : at + 1;
}

function skipVerbatim(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] !== '"') continue;
    if (text[at + 1] !== '"') return at + 1;
    at++;
  }
  return -1;
}

function skipInterpolated(text: string, from: number, verbatim: boolean, budget: ScanBudget, nesting: number): number {
  let at = from;
  while (at < text.length) {
    const char = text[at];
    if (char === '"') {
      if (!verbatim || text[at + 1] !== '"') return at + 1;
      at += 2;
    } else if (char === "\\" && !verbatim) at += 2;
    else if (char === "\n" && !verbatim) return -1;
    else if (char === "{" && text[at + 1] === "{") at += 2;
    else if (char === "{") {
      at = scanCode(text, at + 1, "{", "}", budget, nesting + 1);
      if (at < 0) return -1;
    } else at++;
  }
  return -1;
}
