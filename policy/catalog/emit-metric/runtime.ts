import { fixed, fixedOptional, type Runtime, read, required } from "@/policy/catalog/compile";
import { type Exchange, proceed } from "@/policy/exchange";
import type { Metric } from "@/policy/host/telemetry";
import { compileDimensions } from "@/policy/kits/metric/dimensions";

export const runtime: Runtime = {
  compile(node, context) {
    const name = fixed(node, required(node, "name", context.text(node, "name")));
    const namespace = fixedOptional(node, context.text(node, "namespace")) ?? "API Management";
    const value = required(node, "value", context.number(node, "value"));
    const own = compileDimensions(node, context);
    const addsDefaults = fixedOptional(node, context.boolean(node, "default-dimensions")) ?? false;
    const dimensions = addsDefaults ? (exchange: Exchange) => [...ofService(exchange), ...own(exchange)] : own;
    return (exchange) => {
      const metric = { namespace, name, value: read(value, exchange), dimensions: dimensions(exchange) };
      exchange.host.telemetry.record(metric);
      exchange.trace?.note("emit-metric", { ...metric });
      return proceed;
    };
  },
};

/** The attribute is in the schema and on no page; these are what API Management is seen to add by itself. */
function ofService({ deployment }: Exchange): Metric["dimensions"] {
  return [
    ["Region", deployment?.region ?? ""],
    ["Service ID", deployment?.serviceId ?? ""],
    ["Service Name", deployment?.serviceName ?? ""],
    ["Service Type", "API Management"],
  ];
}
