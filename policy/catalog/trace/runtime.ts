import { fixed, partsNamed, type Runtime, read, required } from "@/policy/catalog/compile";
import { proceed } from "@/policy/exchange";

// Nothing is worked out for requests that nobody traces.
export const runtime: Runtime = {
  compile(node, context) {
    const source = required(node, "source", context.text(node, "source"));
    const severity = fixed(node, required(node, "severity", context.text(node, "severity")));
    const written = partsNamed(node, "message");
    const messages = (written.length === 0 ? [node] : written).map((part) => context.content(part));
    const metadata = partsNamed(node, "metadata").map((part) => ({
      name: required(part, "name", context.text(part, "name")),
      value: required(part, "value", context.text(part, "value")),
    }));
    return (exchange) => {
      const { trace } = exchange;
      if (trace === null) return proceed;
      trace.note("trace", {
        source: read(source, exchange),
        severity,
        message: messages.map((message) => read(message, exchange)).join("\n"),
        metadata: metadata.map(({ name, value }) => ({ name: read(name, exchange), value: read(value, exchange) })),
      });
      return proceed;
    };
  },
};
