import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { Metrics } from "@/gateway/metrics";
import { api, operation, policy } from "@/gateway/testing/documents";
import { startGateway } from "@/gateway/testing/start-gateway";
import { metricLines } from "./metric-lines";
import { RecordedMetrics } from "./recorded-metrics";
import { startTelemetry } from "./start-telemetry";

const collectors: Server[] = [];
afterEach(() => {
  for (const server of collectors.splice(0)) server.close();
});

interface Received {
  readonly path: string;
  readonly body: OtlpMetrics;
}
interface OtlpMetrics {
  resourceMetrics: {
    resource: { attributes: { key: string; value: { stringValue?: string } }[] };
    scopeMetrics: {
      scope: { name: string };
      metrics: { name: string; histogram: { dataPoints: OtlpPoint[]; aggregationTemporality: number } }[];
    }[];
  }[];
}
interface OtlpPoint {
  attributes: { key: string; value: { stringValue?: string } }[];
  count: number;
  sum: number;
  min: number;
  max: number;
}

/** A collector that keeps what it is sent. */
async function startCollector(status = 200): Promise<{ url: string; received: Received[] }> {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    received.push({ path: request.url ?? "", body: JSON.parse(Buffer.concat(chunks).toString("utf8")) });
    response.writeHead(status, { "Content-Type": "application/json" }).end("{}");
  });
  collectors.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, received };
}

const settings = {
  OTEL_EXPORTER_OTLP_ENDPOINT: undefined,
  OTEL_EXPORTER_OTLP_METRICS_ENDPOINT: undefined,
  OTEL_METRIC_EXPORT_INTERVAL: 60_000,
  OTEL_SERVICE_NAME: "gate",
};
const attributesOf = (given: { key: string; value: { stringValue?: string } }[]) =>
  Object.fromEntries(given.map(({ key, value }) => [key, value.stringValue]));

test("what emit-metric reports reaches a collector of OpenTelemetry when the gateway ends", async () => {
  const collector = await startCollector();
  const problems: unknown[] = [];
  const telemetry = await startTelemetry(
    { ...settings, OTEL_EXPORTER_OTLP_ENDPOINT: collector.url },
    "node-1",
    (...problem) => problems.push(problem),
  );
  const emit = `<emit-metric name="Orders" namespace="shop" value="@(context.Request.Method == &quot;GET&quot; ? 2 : 3.5)"><dimension name="API ID" /></emit-metric>`;
  const answer = "<return-response />";
  const gateway = await startGateway(
    [
      api("a", { path: "" }),
      operation("a", "GET", "/*"),
      operation("a", "POST", "/*"),
      policy("/apis/a", `<policies><inbound>${emit}${answer}</inbound></policies>`),
    ],
    { services: { telemetry: telemetry.metrics } },
  );
  for (const method of ["GET", "POST", "GET"]) await fetch(`${gateway.url}/x`, { method });
  await gateway.close();
  await telemetry.close();

  expect(problems).toEqual([]);
  const last = collector.received.at(-1);
  expect(last?.path).toBe("/v1/metrics");
  const [resource] = last?.body.resourceMetrics ?? [];
  expect(attributesOf(resource?.resource.attributes ?? [])).toEqual({
    "service.name": "gate",
    "service.instance.id": "node-1",
  });
  const [scope] = resource?.scopeMetrics ?? [];
  expect(scope?.scope.name).toBe("shop");
  expect(scope?.metrics.map(({ name }) => name)).toEqual(["Orders"]);
  const { dataPoints, aggregationTemporality } = scope?.metrics[0]?.histogram ?? {
    dataPoints: [],
    aggregationTemporality: 0,
  };
  expect(aggregationTemporality).toBe(2);
  expect(
    dataPoints.map(({ attributes, count, sum, min, max }) => [attributesOf(attributes), count, sum, min, max]),
  ).toEqual([[{ "API ID": "a" }, 3, 7.5, 2, 3.5]]);
});

test("the setting for metrics is the whole address and goes before the other; a collector that fails is told of, and harms nothing", async () => {
  const collector = await startCollector(400);
  const problems: string[] = [];
  const telemetry = await startTelemetry(
    {
      ...settings,
      OTEL_EXPORTER_OTLP_ENDPOINT: "http://127.0.0.1:1",
      OTEL_EXPORTER_OTLP_METRICS_ENDPOINT: `${collector.url}/own`,
    },
    "node-1",
    (message) => problems.push(message),
  );
  telemetry.metrics.record({ namespace: "n", name: "m", value: 1, dimensions: [] });
  await telemetry.close();
  expect(collector.received.map(({ path }) => path)).toContain("/own");
  expect(problems).toContain("Metrics could not be sent to the collector of OpenTelemetry.");
});

test("combinations of dimensions beyond the most that are kept are counted as one, and that is said once", () => {
  const told: string[] = [];
  const metrics = new RecordedMetrics({ maxSeries: 2, maxMetrics: 1, onFull: (message) => told.push(message) });
  for (const user of ["a", "b", "c", "d", "a"]) {
    metrics.record({ namespace: "n", name: "m", value: 1, dimensions: [["user", user]] });
  }
  metrics.record({ namespace: "n", name: "another", value: 1, dimensions: [] });
  metrics.record({ namespace: "n", name: "third", value: 1, dimensions: [] });
  metrics.record({ namespace: "n", name: "m", value: Number.NaN, dimensions: [["user", "a"]] });
  const [metric] = [...metrics.all()];
  expect([...(metric?.series.values() ?? [])].map(({ dimensions, count }) => [dimensions, count])).toEqual([
    [[["user", "a"]], 2],
    [[["user", "b"]], 1],
    [[["other", "true"]], 2],
  ]);
  expect(told).toHaveLength(2);
  expect(told[0]).toContain("'m' has 2 combinations");
});

test("values that only look alike when put together are kept apart", () => {
  const metrics = new RecordedMetrics();
  for (const dimensions of [
    [["a", "1b2"]],
    [
      ["a", "1"],
      ["b", "2"],
    ],
  ] as [string, string][][]) {
    metrics.record({ namespace: "n", name: "m", value: 1, dimensions });
  }
  expect([...metrics.all()].map(({ series }) => series.size)).toEqual([2]);
});

test("the metrics page shows sum and count under safe names, and nothing twice", async () => {
  const metrics = new RecordedMetrics();
  const record = (namespace: string, name: string, value: number, ...dimensions: [string, string][]) =>
    metrics.record({ namespace, name, value, dimensions });
  record("shop", "Total Tokens", 5, ["User ID", 'a"b\\c\nd'], ["User-ID", "x"], ["namespace", "y"]);
  record("shop", "Total-Tokens", -2, ["User ID", 'a"b\\c\nd'], ["User-ID", "x"], ["namespace", "y"]);
  record("", "1 ünsafe", 1);
  const page = new Metrics();
  page.also(() => metricLines(metrics.all()));
  const lines = (await page.text()).split("\n").filter((line) => line.includes("gatehouse_metric_"));
  const labels = 'namespace="shop",user_id="a\\"b\\\\c\\nd",user_id_2="x",namespace_2="y"';
  expect(lines).toEqual([
    "# HELP gatehouse_metric_total_tokens Reported by policies as 'Total Tokens'.",
    "# TYPE gatehouse_metric_total_tokens summary",
    `gatehouse_metric_total_tokens_sum{${labels}} 3`,
    `gatehouse_metric_total_tokens_count{${labels}} 2`,
    "# HELP gatehouse_metric__1_nsafe Reported by policies as '1 ünsafe'.",
    "# TYPE gatehouse_metric__1_nsafe summary",
    'gatehouse_metric__1_nsafe_sum{namespace=""} 1',
    'gatehouse_metric__1_nsafe_count{namespace=""} 1',
  ]);
});
