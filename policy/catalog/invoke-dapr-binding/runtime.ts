import {
  type CompileContext,
  partNamed,
  partsNamed,
  type Runtime,
  read,
  required,
  type Value,
} from "@/policy/catalog/compile";
import type { Exchange } from "@/policy/exchange";
import { callSidecar, segment, sidecarOptions } from "@/policy/kits/dapr/call-sidecar";
import { messageText } from "@/policy/kits/dapr/message-text";
import type { PolicyNode } from "@/policy/policy-node";

type Metadata = readonly { readonly key: Value<string>; readonly value: Value<string> }[];

export const runtime: Runtime = {
  compile(node, context) {
    const name = required(node, "name", context.text(node, "name"));
    const operation = required(node, "operation", context.text(node, "operation"));
    const metadata = compileMetadata(node, context);
    const dataNode = partNamed(node, "data");
    const data = dataNode === undefined ? null : messageText(node, dataNode, context);
    const options = sidecarOptions(node, context);
    return async (exchange) => {
      const body = {
        operation: read(operation, exchange),
        ...(metadata === null ? {} : { metadata: metadataOf(metadata, exchange) }),
        ...(data === null ? {} : { data: dataOf(await data(exchange)) }),
      };
      return callSidecar(exchange, options, `/v1.0/bindings/${segment(read(name, exchange))}`, JSON.stringify(body));
    };
  },
};

function compileMetadata(node: PolicyNode, context: CompileContext): Metadata | null {
  const around = partNamed(node, "metadata");
  if (around === undefined) return null;
  return partsNamed(around, "item").map((item) => ({
    key: required(item, "key", context.text(item, "key")),
    value: context.content(item),
  }));
}

const metadataOf = (metadata: Metadata, exchange: Exchange): Record<string, string> =>
  Object.fromEntries(metadata.map(({ key, value }) => [read(key, exchange), read(value, exchange).trim()]));

/** What is written as JSON is sent as what it means; any other text as a string. */
function dataOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text.trim();
  }
}
