import { fixed, fixedOptional, type Runtime, read, readOptional, required } from "@/policy/catalog/compile";
import { proceed } from "@/policy/exchange";
import { truncated } from "./truncated";

const maxBytes = 200 * 1024;

export const runtime: Runtime = {
  compile(node, context) {
    const loggerId = fixed(node, required(node, "logger-id", context.text(node, "logger-id")));
    const partitionId = fixedOptional(node, context.text(node, "partition-id"));
    const partitionKey = context.text(node, "partition-key");
    const message = context.content(node);
    return (exchange) => {
      const body = truncated(read(message, exchange), maxBytes);
      const logger = exchange.resources.logger(loggerId);
      if (logger !== null) {
        exchange.host.messaging.logEvent(logger, {
          body,
          partitionId,
          partitionKey: readOptional(partitionKey, exchange),
        });
      }
      exchange.trace?.note("log-to-eventhub", { logger: loggerId, found: logger !== null, length: body.length });
      return proceed;
    };
  },
};
