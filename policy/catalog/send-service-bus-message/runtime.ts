import {
  type CompileContext,
  partNamed,
  partsNamed,
  type Runtime,
  read,
  readOptional,
  required,
  requiredPart,
  type Value,
} from "@/policy/catalog/compile";
import { type Exchange, proceed } from "@/policy/exchange";
import { Fault } from "@/policy/fault";
import type { QueuedMessage } from "@/policy/host/messaging";
import type { PolicyNode } from "@/policy/policy-node";

export const runtime: Runtime = {
  compile(node, context) {
    const queue = context.text(node, "queue-name");
    const topic = context.text(node, "topic-name");
    const namespace = required(node, "namespace", context.text(node, "namespace"));
    const clientId = context.text(node, "client-id");
    const body = context.content(requiredPart(node, "payload"));
    const properties = compileProperties(node, context);
    return async (exchange) => {
      const message: QueuedMessage = {
        namespace: namespaceOf(read(namespace, exchange)),
        queue: readOptional(queue, exchange),
        topic: readOptional(topic, exchange),
        clientId: readOptional(clientId, exchange),
        properties: properties.map(({ name, value }) => [read(name, exchange), read(value, exchange)] as const),
        body: read(body, exchange),
      };
      await send(exchange, message);
      exchange.trace?.note(node.name, { namespace: message.namespace, to: message.queue ?? message.topic });
      return proceed;
    };
  },
};

function compileProperties(node: PolicyNode, context: CompileContext): { name: Value<string>; value: Value<string> }[] {
  const around = partNamed(node, "message-properties");
  return (around === undefined ? [] : partsNamed(around, "message-property")).map((part) => ({
    name: required(part, "name", context.text(part, "name")),
    value: context.content(part),
  }));
}

/** A host's name: whoever has it is shown a token of the gateway's identity. */
function namespaceOf(given: string): string {
  const name = given.trim();
  if (/^[a-z0-9-]+(\.[a-z0-9-]+)*(:\d{1,5})?$/i.test(name)) return name;
  const message = `'${given}' is not the host name of a Service Bus namespace, such as 'name.servicebus.windows.net'.`;
  throw new Fault({ source, reason: "ExpressionValueEvaluationFailure", status: 500, message });
}

const source = "send-service-bus-message";

/** The page tells neither whether the request waits nor how it fails: it waits, so that a message that is lost is known. */
async function send({ host }: Exchange, message: QueuedMessage): Promise<void> {
  try {
    await host.messaging.sendMessage(message);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    const to = message.queue ?? message.topic;
    throw new Fault({
      source,
      reason: "MessageNotSent",
      status: 500,
      message: `The message to '${to}' of '${message.namespace}' could not be sent: ${why}`,
      cause,
    });
  }
}
