import { fixed, type Runtime, read } from "@/policy/catalog/compile";
import type { ForwardOptions } from "@/policy/exchange";

/**
 * A timeout of 0 sets no limit. continue-timeout is read and has no effect: the gateway itself answers a client that waits
 * for 100 Continue, and sends the body to the backend at once, as though the backend had let it.
 */
export const runtime: Runtime = {
  compile(node, context) {
    const flag = (name: string) => {
      const value = context.boolean(node, name);
      return value !== null && fixed(node, value);
    };
    const version = context.text(node, "http-version");
    const timeoutMs = node.attributes.has("timeout-ms") ? context.integer(node, "timeout-ms") : null;
    const timeout = timeoutMs ?? context.integer(node, "timeout") ?? { fixed: 300 };
    const unit = timeoutMs === null ? 1000 : 1;
    const redirects = context.boolean(node, "follow-redirects") ?? { fixed: false };
    context.integer(node, "continue-timeout");
    const options = {
      bufferRequestBody: flag("buffer-request-body"),
      bufferResponse: flag("buffer-response"),
      failOnErrorStatusCode: flag("fail-on-error-status-code"),
      httpVersion: (version === null ? "1" : fixed(node, version)) as ForwardOptions["httpVersion"],
    };
    if ("fixed" in timeout && "fixed" in redirects) {
      const known = { ...options, timeoutMs: timeout.fixed * unit, followRedirects: redirects.fixed };
      return (exchange) => exchange.host.forward(exchange, known);
    }
    return (exchange) =>
      exchange.host.forward(exchange, {
        ...options,
        timeoutMs: read(timeout, exchange) * unit,
        followRedirects: read(redirects, exchange),
      });
  },
};
