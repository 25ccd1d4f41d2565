import { CompileError, type Runtime, read } from "@/policy/catalog/compile";
import { type Exchange, proceed } from "@/policy/exchange";
import { Fault } from "@/policy/fault";
import { isBaseUrl } from "./base-url";
import { daprTarget } from "./dapr";

const daprId = "dapr";

export const runtime: Runtime = {
  compile(node, context) {
    const backendId = context.text(node, "backend-id");
    const baseUrl = context.text(node, "base-url");
    if ((backendId === null) === (baseUrl === null)) {
      throw new CompileError(node, "Exactly one of 'base-url' and 'backend-id' is required.");
    }
    if (backendId !== null) {
      const toDapr = daprTarget(node, context);
      const fabric = [...node.attributes.keys()].filter((name) => name.startsWith("sf-"));
      const choose = (exchange: Exchange, id: string) => {
        const { target } = exchange;
        if (exchange.resources.backend(id) === null) throw unknown(node.name, id);
        target.backendId = id;
        target.baseUrl = null;
        exchange.trace?.note(node.name, {
          backend: nameOf(id),
          ...(fabric.length === 0 ? {} : { ignored: fabric, because: "Nothing is looked up in Service Fabric." }),
        });
      };
      const chooseDapr = (exchange: Exchange) => {
        exchange.target.backendId = null;
        toDapr(exchange, exchange.target);
        exchange.trace?.note(node.name, { backend: daprId, url: exchange.target.baseUrl });
      };
      if ("fixed" in backendId) {
        if (isDapr(backendId.fixed)) {
          return (exchange) => {
            chooseDapr(exchange);
            return proceed;
          };
        }
        const id = canonicalBackendId(backendId.fixed);
        return (exchange) => {
          choose(exchange, id);
          return proceed;
        };
      }
      return (exchange) => {
        const id = read(backendId, exchange);
        if (isDapr(id)) chooseDapr(exchange);
        else choose(exchange, canonicalBackendId(id));
        return proceed;
      };
    }
    if (baseUrl === null) throw new CompileError(node, "One of 'base-url' and 'backend-id' is required.");
    if ("fixed" in baseUrl && !isBaseUrl(baseUrl.fixed)) throw new CompileError(node, notUrl(baseUrl.fixed));
    return (exchange) => {
      const { target } = exchange;
      // A backend entity, once chosen, is replaced only by another one.
      if (target.backendId !== null) {
        exchange.trace?.note(node.name, {
          ignored: ["base-url"],
          because: `The backend ${nameOf(target.backendId)} was chosen before; only another 'backend-id' replaces it.`,
        });
        return proceed;
      }
      const url = read(baseUrl, exchange);
      if (!isBaseUrl(url)) {
        const message = notUrl(url);
        throw new Fault({ source: node.name, reason: "ExpressionValueEvaluationFailure", status: 500, message });
      }
      target.baseUrl = url.trim();
      target.isComputed = !("fixed" in baseUrl);
      exchange.trace?.note(node.name, { url: target.baseUrl.split("?", 1)[0] });
      return proceed;
    };
  },
};

const notUrl = (value: string): string => `'${value}' is not an absolute URL of http or https.`;

const isDapr = (id: string): boolean => id.trim().toLowerCase() === daprId;

/** A name, "/backends/name", or a full ARM id. */
function canonicalBackendId(id: string): string {
  const name = id.slice(id.lastIndexOf("/") + 1).trim();
  return `/backends/${name.toLowerCase()}`;
}

const nameOf = (id: string): string => id.replace("/backends/", "");

/** Azure does not document its words for this. */
const unknown = (source: string, id: string): Fault =>
  new Fault({ source, reason: "BackendNotFound", status: 500, message: `The backend ${nameOf(id)} does not exist.` });
