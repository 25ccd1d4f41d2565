import { httpToken } from "@/lib/http-token";
import { type CompileContext, type Runtime, read, required, type Value } from "@/policy/catalog/compile";
import { type Exchange, proceed } from "@/policy/exchange";
import { Fault } from "@/policy/fault";
import type { Headers } from "@/policy/headers";
import { messageOf, type Side } from "@/policy/message";
import type { PolicyNode } from "@/policy/policy-node";
import { isListHeader, isProtectedHeader } from "./protected-headers";

type Change = (headers: Headers, name: string, values: string[]) => void;

const changes: Record<string, Change> = {
  override: (headers, name, values) => headers.set(name, joined(name, values)),
  append: (headers, name, values) => {
    if (isListHeader(name)) headers.set(name, joined(name, [...headers.all(name), ...values]));
    else for (const value of values) headers.append(name, value);
  },
  skip: (headers, name, values) => {
    if (!headers.has(name)) headers.set(name, joined(name, values));
  },
  delete: (headers, name) => {
    headers.remove(name);
  },
};

export const runtime: Runtime = {
  compile(node, context) {
    const name = required(node, "name", context.text(node, "name"));
    const action = required(node, "exists-action", context.text(node, "exists-action"));
    const values = node.children.map((child) => context.content(child));
    const { message } = context;
    // Such a name may be saved; only a request that meets it fails.
    const isOdd = isFixed(name) && !httpToken.test(name.fixed);
    if (!isOdd && isFixed(name) && isFixed(action)) {
      const change = changes[action.fixed] as Change;
      const headerName = name.fixed;
      if (mayNot(headerName, action.fixed, message)) return () => proceed;
      const texts = values.every(isFixed) ? values.map((value) => headerValue(value.fixed)) : null;
      return (exchange) => {
        const now = texts ?? values.map((value) => headerValue(read(value, exchange)));
        change(messageOf(exchange, message).headers, headerName, now);
        return proceed;
      };
    }
    return (exchange) => {
      apply(exchange, node, context, name, action, values);
      return proceed;
    };
  },
};

function apply(
  exchange: Exchange,
  node: PolicyNode,
  { message }: CompileContext,
  name: Value<string>,
  action: Value<string>,
  values: Value<string>[],
): void {
  const headerName = read(name, exchange);
  if (!httpToken.test(headerName)) throw wrongValue(node, `'${headerName}' is not a header name.`);
  const verb = read(action, exchange);
  const change = Object.hasOwn(changes, verb) ? changes[verb] : undefined;
  if (change === undefined) throw wrongValue(node, `'${verb}' is not a value of exists-action.`);
  if (mayNot(headerName, verb, message)) return;
  const texts = values.map((value) => headerValue(read(value, exchange)));
  change(messageOf(exchange, message).headers, headerName, texts);
}

const isFixed = <T>(value: Value<T>): value is { readonly fixed: T } => "fixed" in value;

const wrongValue = (node: PolicyNode, message: string): Fault =>
  new Fault({ source: node.name, reason: "ExpressionValueEvaluationFailure", status: 500, message });

/** The gateway writes framing itself, and says who answered. */
const mayNot = (name: string, action: string, message: Side): boolean =>
  isProtectedHeader(name) || (action === "delete" && message === "response" && name.toLowerCase() === "server");

/** No values: an override leaves none behind. */
const joined = (name: string, values: string[]): string[] =>
  values.length > 1 && isListHeader(name) ? [values.join(",")] : values;

const plainValue = /^[!-~](?:[ -~]*[!-~])?$/;

/** One line of printable characters; what Latin-1 lacks is sent as UTF-8. */
function headerValue(text: string): string {
  if (plainValue.test(text)) return text;
  const line = text.trim().replace(/\s*[\r\n]\s*/g, " ");
  let safe = "";
  let wide = false;
  for (const char of line) {
    const code = char.codePointAt(0) as number;
    if ((code < 0x20 && code !== 9) || code === 0x7f) continue;
    wide ||= code > 0xff;
    safe += char;
  }
  return wide ? String.fromCharCode(...new TextEncoder().encode(safe)) : safe;
}
