import { type Runtime, read, readOptional, required, type Value } from "@/policy/catalog/compile";
import { type Exchange, proceed } from "@/policy/exchange";
import { Fault } from "@/policy/fault";

export const runtime: Runtime = {
  compile(node, context) {
    const name = required(node, "name", context.text(node, "name"));
    const status = required(node, "failed-check-httpcode", context.integer(node, "failed-check-httpcode"));
    const message = context.text(node, "failed-check-error-message");
    const ignoresCase = context.boolean(node, "ignore-case") ?? { fixed: false };
    const isAllowed = comparison(
      node.children.map((child) => context.content(child)),
      ignoresCase,
    );
    const refuse = (exchange: Exchange, reason: string, text: string): never => {
      const publicMessage = readOptional(message, exchange) ?? text;
      throw new Fault({ source: "check-header", reason, status: read(status, exchange), message: text, publicMessage });
    };
    return (exchange) => {
      const headerName = read(name, exchange);
      // Of several lines a backend may take either; joined, they are none of the values.
      const value = exchange.request.headers.all(headerName).join(", ");
      if (value === "") {
        refuse(exchange, "HeaderNotFound", `Header ${headerName} was not found in the request. Access denied.`);
      }
      if (!isAllowed(exchange, value)) {
        const text = `Header ${headerName} value of ${value} is not allowed. Access denied.`;
        refuse(exchange, "HeaderValueNotAllowed", text);
      }
      return proceed;
    };
  },
};

type Comparison = (exchange: Exchange, value: string) => boolean;

/** No values: any will do. */
function comparison(values: Value<string>[], ignoresCase: Value<boolean>): Comparison {
  if (values.length === 0) return () => true;
  if ("fixed" in ignoresCase && values.every((value) => "fixed" in value)) {
    const fold = folding(ignoresCase.fixed);
    const known = new Set(values.map(({ fixed }) => fold(fixed.trim())));
    return (_, value) => known.has(fold(value));
  }
  return (exchange, value) => {
    const fold = folding(read(ignoresCase, exchange));
    const wanted = fold(value);
    return values.some((each) => fold(read(each, exchange).trim()) === wanted);
  };
}

const folding = (ignoresCase: boolean): ((text: string) => string) =>
  ignoresCase ? (text) => text.toLowerCase() : (text) => text;
