import { isNewline, type Tokenizer } from "./tokenizer";

const space = /[\s\u0085\u180e\ufeff]+/y;
const restOfLine = /[^\n\r\u2028\u2029\u0085]*/y;
const directive = /#[ \t]*([A-Za-z]*)[^\n\r\u2028\u2029\u0085]*/y;
const harmless = /^#[ \t]*(region|endregion|pragma|line|nullable)\b/;

/** Past spaces, comments and #region. */
export function skipTrivia(tokenizer: Tokenizer): void {
  for (;;) {
    const blank = tokenizer.match(space);
    if (blank !== null) {
      if (!tokenizer.startsLine) tokenizer.startsLine = [...blank].some(isNewline);
      tokenizer.at += blank.length;
    } else if (tokenizer.looksAt("//")) {
      tokenizer.at = Math.min(tokenizer.at + (tokenizer.match(restOfLine)?.length ?? tokenizer.end), tokenizer.end);
    } else if (tokenizer.looksAt("/*")) skipComment(tokenizer);
    else if (tokenizer.peek() === "#") skipDirective(tokenizer);
    else return;
  }
}

function skipComment(tokenizer: Tokenizer): void {
  const start = tokenizer.at;
  const close = tokenizer.text.indexOf("*/", start + 2);
  const ends = close >= 0 && close + 2 <= tokenizer.end;
  tokenizer.at = ends ? close + 2 : tokenizer.end;
  if (!ends) tokenizer.report("CS1035", "End-of-file found, '*/' expected", start);
  if (/[\n\r]/.test(tokenizer.text.slice(start, tokenizer.at))) tokenizer.startsLine = true;
}

function skipDirective(tokenizer: Tokenizer): void {
  const start = tokenizer.at;
  const line = tokenizer.match(directive) ?? "#";
  tokenizer.at += line.length;
  if (!tokenizer.startsLine && tokenizer.tokens.length > 0) {
    const message = "Preprocessor directives must appear as the first non-whitespace character on a line";
    tokenizer.report("CS1040", message, start);
  } else if (!harmless.test(line)) {
    tokenizer.report("GH0002", "Preprocessor directives are not supported in policy expressions.", start);
  }
}
