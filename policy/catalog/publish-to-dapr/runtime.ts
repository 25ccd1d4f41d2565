import { type Runtime, read, readOptional, required } from "@/policy/catalog/compile";
import { Fault } from "@/policy/fault";
import { callSidecar, segment, sidecarOptions } from "@/policy/kits/dapr/call-sidecar";
import { messageText } from "@/policy/kits/dapr/message-text";
import { namesComponent, needsComponent } from "./topic";

export const runtime: Runtime = {
  compile(node, context) {
    const topic = required(node, "topic", context.text(node, "topic"));
    const pubsub = context.text(node, "pubsub-name");
    const message = messageText(node, node, context);
    const options = sidecarOptions(node, context);
    return (exchange) => {
      const name = read(topic, exchange);
      const path = pathOf(name, readOptional(pubsub, exchange));
      if (path === null) {
        const reason = "ExpressionValueEvaluationFailure";
        throw new Fault({ source: node.name, reason, status: 500, message: needsComponent(name) });
      }
      const text = message(exchange);
      const url = `/v1.0/publish/${path}`;
      return typeof text === "string"
        ? callSidecar(exchange, options, url, text)
        : text.then((body) => callSidecar(exchange, options, url, body));
    };
  },
};

/** Without a component's name the topic has it in front: "orders-pubsub/new". */
function pathOf(topic: string, pubsub: string | null): string | null {
  if (pubsub === null && !namesComponent(topic)) return null;
  const mark = topic.indexOf("/");
  const [component, name] = pubsub === null ? [topic.slice(0, mark), topic.slice(mark + 1)] : [pubsub, topic];
  return `${segment(component)}/${name.split("/").map(segment).join("/")}`;
}
