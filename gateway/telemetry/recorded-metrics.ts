import type { Metric, Telemetry } from "@/policy/host/telemetry";

/** What one combination of dimensions came to since the gateway began. */
export interface RecordedSeries {
  readonly dimensions: readonly (readonly [string, string])[];
  count: number;
  sum: number;
  min: number;
  max: number;
}
export interface RecordedMetric {
  readonly namespace: string;
  readonly name: string;
  readonly series: ReadonlyMap<string, RecordedSeries>;
}

interface OwnMetric extends RecordedMetric {
  readonly series: Map<string, RecordedSeries>;
  /** Where the rest goes when there are too many combinations. */
  other: RecordedSeries | null;
}

export interface RecordedMetricsOptions {
  readonly maxMetrics?: number;
  readonly maxSeries?: number;
  /** Told once for each metric. */
  readonly onFull?: (message: string) => void;
}

const maxTextLength = 1024;

/** The numbers that policies report, added up: the one place that the metrics page and OpenTelemetry read. */
export class RecordedMetrics implements Telemetry {
  readonly startedAt = Date.now();
  readonly #metrics = new Map<string, OwnMetric>();
  readonly #maxMetrics: number;
  readonly #maxSeries: number;
  readonly #onFull: (message: string) => void;
  #isFull = false;

  constructor({ maxMetrics = 500, maxSeries = 1000, onFull = () => {} }: RecordedMetricsOptions = {}) {
    this.#maxMetrics = maxMetrics;
    this.#maxSeries = maxSeries;
    this.#onFull = onFull;
  }

  record({ namespace, name, value, dimensions }: Metric): void {
    if (!Number.isFinite(value)) return;
    const metric = this.#metric(namespace, name);
    if (metric === null) return;
    const series = this.#series(metric, dimensions);
    series.count++;
    series.sum += value;
    if (value < series.min) series.min = value;
    if (value > series.max) series.max = value;
  }

  all(): IterableIterator<RecordedMetric> {
    return this.#metrics.values();
  }

  #metric(namespace: string, name: string): OwnMetric | null {
    const key = `${namespace}\0${name}`;
    const known = this.#metrics.get(key);
    if (known !== undefined) return known;
    if (this.#metrics.size >= this.#maxMetrics) {
      if (!this.#isFull)
        this.#onFull(`There are ${this.#maxMetrics} metrics already: '${name}' and others are not kept.`);
      this.#isFull = true;
      return null;
    }
    const made: OwnMetric = { namespace: shortened(namespace), name: shortened(name), series: new Map(), other: null };
    this.#metrics.set(key, made);
    return made;
  }

  #series(metric: OwnMetric, dimensions: Metric["dimensions"]): RecordedSeries {
    const key = keyOf(dimensions);
    const known = metric.series.get(key);
    if (known !== undefined) return known;
    if (metric.other !== null) return metric.other;
    if (metric.series.size < this.#maxSeries) {
      const made = newSeries(dimensions.map(([name, value]) => [shortened(name), shortened(value)] as const));
      metric.series.set(key, made);
      return made;
    }
    this.#onFull(
      `The metric '${metric.name}' has ${this.#maxSeries} combinations of dimensions: further ones are counted as 'other'.`,
    );
    metric.other = newSeries([["other", "true"]]);
    metric.series.set("\0other", metric.other);
    return metric.other;
  }
}

/** Lengths keep apart what would look the same when put together. */
function keyOf(dimensions: Metric["dimensions"]): string {
  let key = "";
  for (const [name, value] of dimensions) key += `${name.length}:${name}${value.length}:${value}`;
  return key;
}

const newSeries = (dimensions: RecordedSeries["dimensions"]): RecordedSeries => ({
  dimensions,
  count: 0,
  sum: 0,
  min: Number.POSITIVE_INFINITY,
  max: Number.NEGATIVE_INFINITY,
});

const shortened = (text: string): string => (text.length > maxTextLength ? text.slice(0, maxTextLength) : text);
