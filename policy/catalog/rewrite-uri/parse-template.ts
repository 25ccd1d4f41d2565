import { encodeStray } from "@/policy/kits/control/encode-url";
import { nameOf } from "@/policy/kits/control/query-pairs";

/** What is written as it stands, or the value of a parameter. */
export type Piece = string | { readonly parameter: string };

export interface RewriteTemplate {
  readonly path: readonly Piece[];
  /** Each name and value as one. */
  readonly query: readonly (readonly Piece[])[];
  /** Of its query parameters, decoded and in lower case. */
  readonly queryNames: ReadonlySet<string>;
}

export function parseTemplate(template: string): RewriteTemplate {
  const text = template.trim();
  const mark = text.indexOf("?");
  const path = mark < 0 ? text : text.slice(0, mark);
  const pairs = mark < 0 ? [] : text.slice(mark + 1).split("&");
  const query = pairs.filter((pair) => pair !== "");
  return {
    path: piecesOf(path === "" || path.startsWith("/") ? path : `/${path}`),
    query: query.map(piecesOf),
    queryNames: new Set(query.map(nameOf)),
  };
}

/** "{name}", or "{*name}" for what may hold slashes. */
const piecesOf = (text: string): Piece[] =>
  text
    .split(/(\{\*?[^{}]+\})/)
    .map((piece, index) => (index % 2 === 1 ? { parameter: nameIn(piece) } : encodeStray(piece)))
    .filter((piece) => piece !== "");

const nameIn = (braced: string): string => (/^\{\*?([^{}=]+)/.exec(braced)?.[1] ?? "*").trim();
