import { CompileError, type Runtime, read } from "@/policy/catalog/compile";
import { proceed } from "@/policy/exchange";
import { Fault } from "@/policy/fault";
import { isBaseUrl } from "./base-url";

export const runtime: Runtime = {
  compile(node, context) {
    const backendId = context.text(node, "backend-id");
    if (backendId !== null) {
      return (exchange) => {
        exchange.target.backendId = canonicalBackendId(read(backendId, exchange));
        exchange.target.baseUrl = null;
        return proceed;
      };
    }
    const baseUrl = context.text(node, "base-url");
    if (baseUrl === null) throw new CompileError(node, "One of 'base-url' and 'backend-id' is required.");
    if ("fixed" in baseUrl && !isBaseUrl(baseUrl.fixed)) throw new CompileError(node, notUrl(baseUrl.fixed));
    return (exchange) => {
      // A backend entity, once chosen, is replaced only by another one.
      if (exchange.target.backendId !== null) return proceed;
      const url = read(baseUrl, exchange);
      if (!isBaseUrl(url)) {
        const message = notUrl(url);
        throw new Fault({ source: node.name, reason: "ExpressionValueEvaluationFailure", status: 500, message });
      }
      exchange.target.baseUrl = url.trim();
      return proceed;
    };
  },
};

const notUrl = (value: string): string => `'${value}' is not an absolute URL of http or https.`;

/** A name, "/backends/name", or a full ARM id. */
function canonicalBackendId(id: string): string {
  const name = id.slice(id.lastIndexOf("/") + 1);
  return `/backends/${name.toLowerCase()}`;
}
