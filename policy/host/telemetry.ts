/** Numbers that policies report; sent to OpenTelemetry and shown by the gateway's own metrics page. */
export interface Telemetry {
  record(metric: Metric): void;
}
export interface Metric {
  readonly namespace: string;
  readonly name: string;
  readonly value: number;
  readonly dimensions: readonly (readonly [string, string])[];
}
