import type { Body, Exchange, RequestMessage, ResponseMessage, Target } from "@/policy/exchange";
import type { Headers } from "@/policy/headers";
import { originalUrl, requestUrl } from "@/policy/kits/message/request-urls";
import type { UrlView } from "@/policy/kits/message/url-view";
import { textOf } from "@/policy/kits/object/text-of";
import { drop, namedMembers, pairDrop } from "./drops";
import { templateValue, type ValueOptions } from "./template-value";

type Named = { readonly id: string; readonly name: string } | null | undefined;

/** What of an exchange templates can reach; it can be had without a gateway. */
export interface TemplateExchange extends Pick<Exchange, "requestId" | "matchedParameters"> {
  readonly request: Pick<
    RequestMessage,
    "method" | "scheme" | "hostName" | "port" | "path" | "query" | "clientAddress" | "headers" | "clientCertificate"
  > & { readonly body: Pick<Body, "kind"> };
  readonly target: Readonly<Pick<Target, "baseUrl" | "path" | "query">>;
  readonly response: Pick<ResponseMessage, "status" | "reason" | "headers"> | null;
  readonly variables: ReadonlyMap<string, unknown>;
  readonly api: Named;
  readonly operation: Named;
  readonly product: Named;
  readonly subscription: Named;
  readonly user?: { readonly email: string } | null;
}

/** What a template sees: `body` and `context`, whose members are those that API Management documents, and its variables. */
export function scopeOf(exchange: TemplateExchange, body: unknown, options: ValueOptions): object {
  const scope: Record<string, unknown> = Object.create(null);
  scope.body = body;
  scope.context = contextDrop(exchange, options);
  return scope;
}

function contextDrop(exchange: TemplateExchange, options: ValueOptions): object {
  const { api, operation, product, subscription, user } = exchange;
  const named = (facts: Named): unknown =>
    facts === null || facts === undefined
      ? null
      : drop({
          find: namedMembers({ Id: () => facts.id.slice(facts.id.lastIndexOf("/") + 1), Name: () => facts.name }),
        });
  return drop({
    find: namedMembers({
      Request: () => requestDrop(exchange),
      Response: () => (exchange.response === null ? null : responseDrop(exchange.response)),
      Variables: () => variablesDrop(exchange, options),
      RequestId: () => exchange.requestId,
      Api: () => named(api),
      Operation: () => named(operation),
      Product: () => named(product),
      Subscription: () => named(subscription),
      User: () =>
        user === null || user === undefined ? null : drop({ find: namedMembers({ Email: () => user.email }) }),
    }),
  });
}

function requestDrop(exchange: TemplateExchange): object {
  const { request, matchedParameters } = exchange;
  return drop({
    find: namedMembers({
      Url: () => urlDrop(requestUrl(exchange)),
      OriginalUrl: () => urlDrop(originalUrl(exchange)),
      Method: () => request.method,
      OriginalMethod: () => request.method,
      IpAddress: () => request.clientAddress,
      HasBody: () => request.body.kind !== "none",
      MatchedParameters: () => mapDrop(matchedParameters),
      Headers: () => headersDrop(request.headers),
      ClientCertificates: () => {
        const certificate = request.clientCertificate();
        return certificate === null ? [] : [certificate];
      },
    }),
  });
}

const responseDrop = ({ status, reason, headers }: Pick<ResponseMessage, "status" | "reason" | "headers">): object =>
  drop({
    find: namedMembers({
      StatusCode: () => status,
      StatusReason: () => reason,
      Headers: () => headersDrop(headers),
    }),
  });

const urlDrop = (url: UrlView): object =>
  drop({
    find: namedMembers({
      Scheme: () => url.scheme,
      Host: () => url.host,
      Port: () => url.port,
      Path: () => url.path,
      QueryString: () => url.query,
      Query: () => mapDrop(new Map(new URLSearchParams(url.query))),
    }),
    text: () => textOf(url),
  });

function headersDrop(headers: Headers): object {
  const names = (): string[] => {
    const lower = new Map<string, string>();
    for (let index = 0; index < headers.lines.length; index += 2) {
      const name = headers.lines[index] as string;
      if (!lower.has(name.toLowerCase())) lower.set(name.toLowerCase(), name);
    }
    return [...lower.values()];
  };
  return drop({
    find: (name) => (headers.has(name) ? headers.all(name).join(",") : undefined),
    *items() {
      for (const name of names()) yield pairDrop(name, headers.all(name).join(","));
    },
  });
}

const mapDrop = (map: ReadonlyMap<string, string>): object =>
  drop({
    find: (name) => map.get(name),
    *items() {
      for (const [name, value] of map) yield pairDrop(name, value);
    },
  });

const variablesDrop = ({ variables }: TemplateExchange, options: ValueOptions): object =>
  drop({
    find: (name) => (variables.has(name) ? templateValue(variables.get(name), options) : undefined),
    *items() {
      for (const [name, value] of variables) yield pairDrop(name, templateValue(value, options));
    },
  });
