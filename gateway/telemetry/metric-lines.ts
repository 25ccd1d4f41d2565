import type { RecordedMetric } from "./recorded-metrics";

const prefix = "gatehouse_metric_";

/**
 * Recorded metrics as the metrics page writes them: a summary each, whose sum and count are what was reported. Names that
 * become the same are added up, since a page may tell of a series only once.
 */
export function metricLines(metrics: Iterable<RecordedMetric>): string[] {
  const families = new Map<string, { metric: RecordedMetric; series: Map<string, { count: number; sum: number }> }>();
  for (const metric of metrics) {
    const name = prefix + safeName(metric.name);
    const family = families.get(name) ?? { metric, series: new Map() };
    families.set(name, family);
    for (const { dimensions, count, sum } of metric.series.values()) {
      const labels = labelsOf(metric.namespace, dimensions);
      const before = family.series.get(labels);
      family.series.set(labels, { count: count + (before?.count ?? 0), sum: sum + (before?.sum ?? 0) });
    }
  }
  const lines: string[] = [];
  for (const [name, { metric, series }] of families) {
    lines.push(`# HELP ${name} Reported by policies as '${escaped(metric.name)}'.`, `# TYPE ${name} summary`);
    for (const [labels, { count, sum }] of series)
      lines.push(`${name}_sum{${labels}} ${sum}`, `${name}_count{${labels}} ${count}`);
  }
  return lines;
}

function labelsOf(namespace: string, dimensions: readonly (readonly [string, string])[]): string {
  const names = new Set(["namespace", "quantile"]);
  const labels = [`namespace="${escaped(namespace)}"`];
  for (const [given, value] of dimensions) {
    const wanted = safeName(given);
    let name = wanted;
    for (let number = 2; names.has(name); number++) name = `${wanted}_${number}`;
    names.add(name);
    labels.push(`${name}="${escaped(value)}"`);
  }
  return labels.join(",");
}

/** Letters, digits and underscores; two underscores in front would be the reader's own. */
function safeName(text: string): string {
  const safe = text
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "");
  return safe === "" ? "unnamed" : /^\d/.test(safe) ? `_${safe}` : safe;
}

const escaped = (text: string): string =>
  text
    .replace(/\\/g, "\\\\")
    .replace(/"/g, '\\"')
    .replace(/\r?\n|\r/g, "\\n");
