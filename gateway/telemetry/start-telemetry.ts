import type { Env } from "@/lib/env";
import { startOtlpExport } from "./otlp-export";
import { RecordedMetrics } from "./recorded-metrics";

type Settings = Pick<
  Env,
  | "OTEL_EXPORTER_OTLP_ENDPOINT"
  | "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT"
  | "OTEL_METRIC_EXPORT_INTERVAL"
  | "OTEL_SERVICE_NAME"
>;

export interface RunningTelemetry {
  readonly metrics: RecordedMetrics;
  /** Sends what there is, and ends. */
  close(): Promise<void>;
}

/** Keeps what policies report; where the settings name a collector of OpenTelemetry, it is sent there, too. */
export async function startTelemetry(
  settings: Settings,
  instance: string,
  onProblem: (message: string, reason?: unknown) => void,
): Promise<RunningTelemetry> {
  const metrics = new RecordedMetrics({ onFull: (message) => onProblem(message) });
  const url = metricsUrl(settings);
  if (url === null) return { metrics, close: async () => {} };
  const exporting = await startOtlpExport({
    url,
    intervalMs: settings.OTEL_METRIC_EXPORT_INTERVAL,
    resource: { "service.name": settings.OTEL_SERVICE_NAME, "service.instance.id": instance },
    metrics,
    onProblem: (error) => onProblem("Metrics could not be sent to the collector of OpenTelemetry.", error),
  });
  return { metrics, close: () => exporting.close() };
}

/** The setting for metrics is the whole address, the other one that of the collector (OpenTelemetry's own rule). */
function metricsUrl(settings: Settings): string | null {
  const { OTEL_EXPORTER_OTLP_METRICS_ENDPOINT: own, OTEL_EXPORTER_OTLP_ENDPOINT: shared } = settings;
  if (own !== undefined) return own;
  return shared === undefined ? null : `${shared.replace(/\/+$/, "")}/v1/metrics`;
}
