import { fixed, type Runtime, required } from "@/policy/catalog/compile";
import { type Exchange, type OperationFacts, proceed } from "@/policy/exchange";
import { Fault } from "@/policy/fault";
import { encodeQueryText, encodeSegment, encodeStray } from "@/policy/kits/control/encode-url";
import { nameOf, pairsOf, queryOf } from "@/policy/kits/control/query-pairs";
import { type Piece, parseTemplate, type RewriteTemplate } from "./parse-template";

type Encode = (value: string) => string;

/** Of a name that the matched operation's template does not have. */
type Unknown = (name: string) => string;

export const runtime: Runtime = {
  compile(node, context) {
    const template = required(node, "template", context.text(node, "template"));
    const copies = fixed(node, required(node, "copy-unmatched-params", context.boolean(node, "copy-unmatched-params")));
    if ("fixed" in template) {
      const parsed = parseTemplate(template.fixed);
      return (exchange) => {
        rewrite(exchange, parsed, copies, refused);
        return proceed;
      };
    }
    return (exchange) => {
      rewrite(exchange, parseTemplate(template.evaluate(exchange)), copies, inBraces);
      return proceed;
    };
  },
};

/** The check of a document says so first, where it knows the operation. */
const refused: Unknown = () => {
  throw new Fault({
    source: "rewrite-uri",
    reason: null,
    status: 500,
    message: "Only parameters specified in the original URL template can be used in the rewrite template",
  });
};

/** An expression may well give a URL with braces in it. */
const inBraces: Unknown = (name) => encodeStray(`{${name}}`);

function rewrite(exchange: Exchange, template: RewriteTemplate, copies: boolean, unknown: Unknown): void {
  const { target, operation } = exchange;
  const filled = (pieces: readonly Piece[], encode: Encode) => fill(exchange, pieces, encode, unknown);
  const pairs = template.query.map((pieces) => filled(pieces, encodeQueryText));
  if (copies && target.query !== "") {
    const matched = queryNamesOf(operation);
    for (const pair of pairsOf(target.query)) {
      const name = nameOf(pair);
      if (!matched.has(name) && !template.queryNames.has(name)) pairs.push(pair);
    }
  }
  target.path = filled(template.path, encodeSegment);
  target.query = queryOf(pairs);
}

function fill(exchange: Exchange, pieces: readonly Piece[], encode: Encode, unknown: Unknown): string {
  let text = "";
  for (const piece of pieces) {
    if (typeof piece === "string") text += piece;
    else {
      const value = parameterNamed(exchange, piece.parameter);
      if (value === undefined) text += unknown(piece.parameter);
      else text += spansSegments(exchange, piece.parameter) ? value.split("/").map(encode).join("/") : encode(value);
    }
  }
  return text;
}

function parameterNamed({ matchedParameters }: Exchange, name: string): string | undefined {
  const value = matchedParameters.get(name);
  if (value !== undefined) return value;
  const wanted = name.toLowerCase();
  for (const [each, found] of matchedParameters) if (each.toLowerCase() === wanted) return found;
  return undefined;
}

/** Its slashes separate segments; in any other parameter a slash is a part of the value. */
const spansSegments = ({ operation }: Exchange, name: string): boolean =>
  name === "*" || operation?.urlTemplate.toLowerCase().includes(`{*${name.toLowerCase()}`) === true;

const nothing: ReadonlySet<string> = new Set();
const queryNames = new WeakMap<OperationFacts, ReadonlySet<string>>();

/** Of the matched operation's template: what it captures is never copied. */
function queryNamesOf(operation: OperationFacts | null): ReadonlySet<string> {
  if (operation === null || !operation.urlTemplate.includes("?")) return nothing;
  let names = queryNames.get(operation);
  if (names === undefined) {
    const { urlTemplate } = operation;
    names = new Set(pairsOf(urlTemplate.slice(urlTemplate.indexOf("?"))).map(nameOf));
    queryNames.set(operation, names);
  }
  return names;
}
