import { OdataProblem } from "./odata-problem";

export interface Token {
  readonly kind: "literal" | "name" | "dollar" | "alias" | "sign";
  readonly text: string;
  /** White space stands before it. */
  readonly isApart: boolean;
}

const mostTokens = 2_000;

/** In this order; each takes a time that grows with what it takes. ABNF of OData 4.01, section 5 to 7. */
const kinds: readonly (readonly [Token["kind"], RegExp])[] = [
  ["literal", /[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}(?![\w-])/y],
  ["literal", /-?\d{4,9}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,12})?)?(?:Z|[+-]\d\d:\d\d)?)?(?![\w:-])/iy],
  ["literal", /\d\d:\d\d(?::\d\d(?:\.\d{1,12})?)?(?![\w:])/y],
  ["literal", /[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?(?![\w.])/iy],
  ["literal", /(?:-?INF|NaN|null|true|false)(?![\w.(/'])/y],
  // A text, perhaps with the name of its type before it: duration'P1D', Sales.Color'Red'.
  ["literal", /(?:[\p{L}_][\p{L}\p{N}_.]{0,255})?'(?:[^']|'')*'/uy],
  ["literal", /"(?:[^"\\]|\\.)*"/y],
  ["name", /[\p{L}_][\p{L}\p{N}_]{0,127}(?:\.[\p{L}_][\p{L}\p{N}_]{0,127})*/uy],
  ["dollar", /\$[A-Za-z]{1,32}/y],
  ["alias", /@[\p{L}_][\p{L}\p{N}_.]{0,127}/uy],
  ["sign", /[()/,:;=*-]/y],
];

export function odataTokens(text: string, where: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  for (;;) {
    const start = at;
    while (text[at] === " " || text[at] === "\t") at++;
    if (at >= text.length) return tokens;
    if (tokens.length >= mostTokens) throw new OdataProblem(where, `It has more than ${mostTokens} words.`);
    const token = tokenAt(text, at);
    if (token === null) throw new OdataProblem(where, `There is no sense in it from character ${at + 1} on.`);
    tokens.push({ ...token, isApart: at > start });
    at += token.text.length;
  }
}

function tokenAt(text: string, at: number): { kind: Token["kind"]; text: string } | null {
  for (const [kind, pattern] of kinds) {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) return { kind, text: found };
  }
  return null;
}
