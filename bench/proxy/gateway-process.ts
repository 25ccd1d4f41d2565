import { createHandler } from "@/gateway/handle";
import { Metrics } from "@/gateway/metrics";
import { build } from "@/gateway/program/build";
import { api, defaultGlobalPolicy, operation, subscription } from "@/gateway/testing/documents";
import { GatewayServer } from "@/gateway/wire/gateway-server";

// The gateway as shipped, with one API that wants a key, and no policy but the call of the backend.
const { BENCH_UPSTREAM: serviceUrl = "", BENCH_KEY: key = "" } = process.env;
const program = build(
  [
    defaultGlobalPolicy,
    api("orders", { serviceUrl: `${serviceUrl}/orders`, subscriptionRequired: true }),
    operation("orders", "GET", "/{id}"),
    subscription("bench", key),
  ],
  1,
);
const server = new GatewayServer({
  handle: createHandler(() => program, { onTrace: () => {} }),
  metrics: new Metrics(),
});
const port = await server.listen(0, "127.0.0.1");
process.send?.({ port });
process.on("SIGTERM", () => process.exit());
