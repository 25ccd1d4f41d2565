import { parseExpression } from "@/policy/expression/syntax/parse";
import type { Expression } from "@/policy/expression/syntax/syntax";
import { extensionsFor } from "@/policy/expression/types/calls";
import { constructorsOf, findMember } from "@/policy/expression/types/members";
import type { Method } from "@/policy/expression/types/type-definition";
import { codeOfAttribute, codeOfContent, toCode } from "./code-at";
import type { Signature } from "./completion";
import { eachExpression } from "./find-syntax";
import { memberDoc } from "./member-docs";
import { type Observed, observe } from "./observe";
import { parsed } from "./parsed";
import { placeAt } from "./place";
import { closing, codePlaceAt, tokensOf } from "./read-code";
import { showMethod } from "./show-member";

/** The parameters of the call around an offset. */
export function signature(text: string, offset: number): Signature | null {
  const place = placeAt(parsed(text), offset);
  const element = place?.around.at(-1);
  const code =
    place?.kind === "attribute-value"
      ? codeOfAttribute(place.attribute)
      : place?.kind === "content" && element !== undefined
        ? codeOfContent(element)
        : null;
  const found = code === null ? null : signatureInCode(code.code, toCode(code, offset));
  return found === null || code === null
    ? null
    : { ...found, start: code.toSource(found.start), end: code.toSource(found.end) };
}

/** The same within the code of an expression. */
export function signatureInCode(code: string, at: number): Signature | null {
  const opening = code.search(/\S/) + 2;
  if (at < opening) return null;
  const tokens = tokensOf(code);
  if (codePlaceAt(code, tokens, at).kind === "comment") return null;
  const before = tokens.filter(({ end, start }) => end <= at || start < at);
  const string = codePlaceAt(code, tokens, at).kind === "string" ? before.at(-1) : undefined;
  const until = string === undefined ? at : string.start;
  const read = string === undefined ? before : before.slice(0, -1);
  const open = openBracket(read);
  if (open === null) return null;
  // A value stands where the argument is being written.
  const { syntax } = parseExpression(`${code.slice(0, until)} null${closing(read)}`);
  if (syntax === null) return null;
  let call: Extract<Expression, { kind: "call" | "new" }> | null = null as Extract<
    Expression,
    { kind: "call" | "new" }
  > | null;
  eachExpression(syntax, (node) => {
    if (node.kind !== "call" && node.kind !== "new") return;
    const behind = node.kind === "call" ? node.target.end : node.type.end;
    if (behind <= open.start && open.start - behind < 200 && node.end > open.start) call = node;
  });
  if (call === null) return null;
  const methods = methodsOf(observe(syntax), call);
  const [first] = methods;
  if (first === undefined) return null;
  const parameter = open.commas;
  const fits = methods.findIndex((one) => {
    const own = one.isExtension ? one.parameters.slice(1) : one.parameters;
    return own.length > parameter || own.at(-1)?.modifier === "params";
  });
  const documentation = memberDoc(first.declaring, first.name);
  const signatures = methods.map((method) => {
    const { text: label, parameters } = showMethod(method);
    return { label, parameters, ...(documentation === undefined ? {} : { documentation }) };
  });
  return { start: open.start, end: at, signatures, active: Math.max(fits, 0), parameter };
}

/** The innermost bracket that is open behind these tokens, and how many commas stand in it. */
function openBracket(tokens: ReturnType<typeof tokensOf>): { start: number; commas: number } | null {
  const open: { text: string; start: number; commas: number }[] = [];
  for (const { kind, text, start } of tokens) {
    if (kind === "hole-start" || (kind === "punctuation" && "([{".includes(text)))
      open.push({ text, start, commas: 0 });
    else if (kind === "hole-end" || (kind === "punctuation" && ")]}".includes(text))) open.pop();
    else if (kind === "punctuation" && text === ",") {
      const last = open.at(-1);
      if (last !== undefined) last.commas++;
    }
  }
  const innermost = open.at(-1);
  return innermost?.text === "(" && open.length > 1 ? innermost : null;
}

function methodsOf(
  { table, values }: Observed,
  call: Extract<Expression, { kind: "call" | "new" }>,
): readonly Method[] {
  if (call.kind === "new") {
    const { type } = table.fromSyntax(call.type);
    return type === null ? [] : constructorsOf(table, type);
  }
  const { target } = call;
  if (target.kind === "name") {
    const value = values.get(target);
    return value?.kind === "function" ? [value.function.method] : value?.kind === "methods" ? value.methods : [];
  }
  if (target.kind !== "member") return [];
  const receiver = values.get(target.target);
  const type = receiver?.kind === "value" ? receiver.node.type : receiver?.kind === "type" ? receiver.type : null;
  if (type === null || receiver === undefined) return [];
  const found = findMember(table, type, target.name.text);
  const isStatic = receiver.kind === "type";
  const own = found?.kind === "methods" ? found.methods.filter((one) => one.isStatic === isStatic) : [];
  return isStatic ? own : [...own, ...extensionsFor(table, type, target.name.text)];
}
