import { type Runtime, read, required } from "@/policy/catalog/compile";
import { respond } from "@/policy/exchange";
import { Headers } from "@/policy/headers";
import { newCall } from "@/policy/kits/call/call-of";

const source = "invoke-request";

/** As long as a request that is forwarded may take by default. */
const timeoutMs = 300_000;

// Known from Azure's schema and from one sentence: the request is redirected to another URL of the gateway, where its
// processing starts again. What the values inside are for is not written anywhere; they change nothing.
export const runtime: Runtime = {
  compile(node, context) {
    const url = required(node, "url", context.text(node, "url"));
    return async (exchange) => {
      const { request, host } = exchange;
      const headers = new Headers([...request.headers.lines]);
      headers.remove("Host");
      const { method, body } = request;
      const call = { ...newCall(read(url, exchange).trim()), method, headers, body };
      const options = { timeoutMs, followRedirects: false, source, ownOnly: true };
      exchange.response = await host.send(exchange, call, options);
      return respond;
    };
  },
};
