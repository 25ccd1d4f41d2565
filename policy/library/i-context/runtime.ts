import type { Exchange } from "@/policy/exchange";
import { NetObject } from "@/policy/expression/values/net-object";
import { parseGuid } from "@/policy/kits/guid/parse-guid";
import { VariablesView } from "@/policy/kits/message/map-view";
import { ResponseView } from "@/policy/kits/message/response-view";
import { fromEpochMs } from "@/policy/kits/time/from-epoch-ms";
import { NetTimeSpan } from "@/policy/kits/time/net-time-span";
import { implementType } from "@/policy/library/implement";

const itself = (exchange: Exchange) => exchange;
const nothing = { gatewayId: "", instanceId: "", isManaged: false, region: "", serviceId: "", serviceName: "" };

export const runtime = implementType("IContext", {
  Api: (exchange: Exchange) => exchange.api,
  Backend: (exchange: Exchange) => exchange.backend ?? null,
  Deployment: (exchange: Exchange) => exchange.deployment ?? nothing,
  Elapsed: (exchange: Exchange) =>
    NetTimeSpan.from(exchange.elapsedMs ?? performance.now() - exchange.receivedAtMonotonic, 1),
  GraphQL: (exchange: Exchange) => exchange.graphql ?? null,
  LastError: (exchange: Exchange) => exchange.lastError,
  Operation: (exchange: Exchange) => exchange.operation,
  Product: (exchange: Exchange) => exchange.product,
  Request: itself,
  RequestId: (exchange: Exchange) => parseGuid(exchange.requestId),
  Response: ({ response }: Exchange) =>
    response === null || response instanceof NetObject ? response : new ResponseView(response),
  Subscription: (exchange: Exchange) => exchange.subscription,
  Timestamp: (exchange: Exchange) => fromEpochMs(exchange.receivedAt),
  Tracing: (exchange: Exchange) => exchange.isTracing ?? exchange.trace !== null,
  User: (exchange: Exchange) => exchange.user ?? null,
  Variables: (exchange: Exchange) => new VariablesView(exchange.variables),
  Workspace: (exchange: Exchange) => exchange.workspace ?? null,
  "Trace(string)": (exchange: Exchange, message: string | null) => {
    exchange.trace?.note("context.Trace", { message: message ?? "" });
    return null;
  },
});
