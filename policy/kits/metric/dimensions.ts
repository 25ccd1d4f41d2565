import { type CompileContext, partsNamed, read, required, type Value } from "@/policy/catalog/compile";
import type { defaultDimensions } from "@/policy/catalog/default-dimensions";
import type { Exchange } from "@/policy/exchange";
import { Fault } from "@/policy/fault";
import type { Metric } from "@/policy/host/telemetry";
import type { PolicyNode } from "@/policy/policy-node";

export type ReadDimensions = (exchange: Exchange) => Metric["dimensions"];

const nameOf = (id: string | undefined): string => (id === undefined ? "" : id.slice(id.lastIndexOf("/") + 1));

/** Dimensions whose value may be left out. What there is none of, such as a product, is empty. */
const known: Readonly<Record<(typeof defaultDimensions)[number], (exchange: Exchange) => string>> = {
  "api id": ({ api }) => nameOf(api?.id),
  "operation id": ({ operation }) => nameOf(operation?.id),
  "product id": ({ product }) => nameOf(product?.id),
  "user id": ({ user }) => nameOf(user?.id),
  "subscription id": ({ subscription }) => nameOf(subscription?.id),
  location: ({ deployment }) => deployment?.region ?? "",
  "gateway id": ({ deployment }) => deployment?.gatewayId ?? "",
  "backend id": ({ target }) => nameOf(target.backendId ?? undefined),
  api: ({ api }) => api?.name ?? "",
  operation: ({ operation }) => operation?.name ?? "",
  "client ip": ({ request }) => request.clientAddress,
  "client ip address": ({ request }) => request.clientAddress,
};

interface Dimension {
  readonly name: Value<string>;
  readonly value: Value<string> | null;
}

/** The dimension elements inside a policy that emits metrics. */
export function compileDimensions(node: PolicyNode, context: CompileContext): ReadDimensions {
  const dimensions = partsNamed(node, "dimension").map(
    (part): Dimension => ({
      name: required(part, "name", context.text(part, "name")),
      value: context.text(part, "value"),
    }),
  );
  return (exchange) =>
    dimensions.map(({ name: given, value }) => {
      const name = read(given, exchange);
      return [name, value === null ? defaultValue(node, name, exchange) : read(value, exchange)] as const;
    });
}

function defaultValue(node: PolicyNode, name: string, exchange: Exchange): string {
  const wanted = name.trim().toLowerCase();
  if (Object.hasOwn(known, wanted)) return known[wanted as keyof typeof known](exchange);
  const message = `The dimension '${name}' needs a value.`;
  throw new Fault({ source: node.name, reason: "ExpressionValueEvaluationFailure", status: 500, message });
}
