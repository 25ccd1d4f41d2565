import type { HistogramMetricData, MetricProducer, ResourceMetrics } from "@opentelemetry/sdk-metrics";
import type { RecordedMetric, RecordedMetrics } from "./recorded-metrics";

export interface OtlpExportOptions {
  /** The collector's address for metrics, such as "http://localhost:4318/v1/metrics". */
  readonly url: string;
  readonly intervalMs: number;
  readonly resource: Readonly<Record<string, string>>;
  readonly metrics: RecordedMetrics;
  /** Told when an export fails, with the reason. */
  readonly onProblem: (error: unknown) => void;
}

export interface OtlpExport {
  /** Sends what there is. */
  flush(): Promise<void>;
  close(): Promise<void>;
}

/** Sends what policies report to an OpenTelemetry collector, again and again. */
export async function startOtlpExport(options: OtlpExportOptions): Promise<OtlpExport> {
  const [sdk, { OTLPMetricExporter }] = await Promise.all([
    import("@opentelemetry/sdk-metrics"),
    import("@opentelemetry/exporter-metrics-otlp-http"),
  ]);
  const { intervalMs, url, metrics, resource, onProblem } = options;
  const exporter = new OTLPMetricExporter({ url, timeoutMillis: Math.min(intervalMs, 10_000) });
  const send = exporter.export.bind(exporter);
  exporter.export = (items, done) =>
    send(items, (result) => {
      if (result.error !== undefined) onProblem(result.error);
      done(result);
    });
  const reader = new sdk.PeriodicExportingMetricReader({
    exporter,
    exportIntervalMillis: intervalMs,
    exportTimeoutMillis: intervalMs,
  });
  const { HISTOGRAM } = sdk.DataPointType;
  const { CUMULATIVE } = sdk.AggregationTemporality;
  const producer: MetricProducer = {
    collect: async () => {
      const scopes = scopesOf(metrics, (metric, endTime) => ({
        descriptor: { name: metric.name, description: "", unit: "", valueType: 1 },
        dataPointType: HISTOGRAM,
        aggregationTemporality: CUMULATIVE,
        dataPoints: pointsOf(metric, timeOf(metrics.startedAt), endTime),
      }));
      return { resourceMetrics: { resource: resourceOf(resource), scopeMetrics: scopes }, errors: [] };
    },
  };
  reader.setMetricProducer(producer);
  return { flush: () => reader.forceFlush(), close: () => reader.shutdown() };
}

type Time = [seconds: number, nanoseconds: number];
const timeOf = (ms: number): Time => [Math.floor(ms / 1000), (ms % 1000) * 1_000_000];

/** A scope for each namespace. */
function scopesOf(
  metrics: RecordedMetrics,
  dataOf: (metric: RecordedMetric, endTime: Time) => HistogramMetricData,
): ResourceMetrics["scopeMetrics"] {
  const endTime = timeOf(Date.now());
  const scopes = new Map<string, HistogramMetricData[]>();
  for (const metric of metrics.all()) {
    const known = scopes.get(metric.namespace);
    const data = dataOf(metric, endTime);
    if (known === undefined) scopes.set(metric.namespace, [data]);
    else known.push(data);
  }
  return [...scopes].map(([name, own]) => ({ scope: { name }, metrics: own }));
}

/** One bucket: count, sum, least and greatest are what is known. */
const pointsOf = (metric: RecordedMetric, startTime: Time, endTime: Time): HistogramMetricData["dataPoints"] =>
  [...metric.series.values()].map(({ dimensions, count, sum, min, max }) => ({
    startTime,
    endTime,
    attributes: Object.fromEntries(dimensions),
    value: { count, sum, min, max, buckets: { boundaries: [], counts: [count] } },
  }));

function resourceOf(attributes: Readonly<Record<string, string>>): ResourceMetrics["resource"] {
  const own: ResourceMetrics["resource"] = {
    attributes,
    merge: (other) =>
      other === null ? own : resourceOf({ ...attributes, ...(other.attributes as typeof attributes) }),
    getRawAttributes: () => Object.entries(attributes),
  };
  return own;
}
