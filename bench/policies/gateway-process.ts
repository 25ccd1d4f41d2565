import { createHandler } from "@/gateway/handle";
import { Metrics } from "@/gateway/metrics";
import { build } from "@/gateway/program/build";
import { GatewayServer } from "@/gateway/wire/gateway-server";
import { documents } from "./ten-policies";

// The gateway as shipped, with these policies on one operation, among so many operations.
const { BENCH_UPSTREAM: serviceUrl = "", BENCH_STEPS: steps = "", BENCH_OPERATIONS: operations = "1" } = process.env;
const names = steps === "" ? [] : steps.split(";");
const program = build(documents(serviceUrl, names, Number(operations)), 1);
const handle = createHandler(() => program, { onTrace: () => {} });
const server = new GatewayServer({ handle, metrics: new Metrics() });
const port = await server.listen(0, "127.0.0.1");
process.send?.({ port });
process.on("SIGTERM", () => process.exit());
