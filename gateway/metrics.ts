import { collectDefaultMetrics, Registry } from "prom-client";

/** Upper bounds in milliseconds. */
const boundsMs = [1, 2.5, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000, 60_000];

/** What the gateway counts. Plain numbers on the way of a request; made into text when somebody asks. */
export class Metrics {
  readonly #byStatus = new Float64Array(1000);
  readonly #refused = new Float64Array(1000);
  readonly #buckets = new Float64Array(boundsMs.length + 1);
  readonly #process = new Registry();
  readonly #others: (() => string[])[] = [];
  readonly #gauges: { name: string; help: string; read: () => number | null }[] = [];
  #durationSumMs = 0;
  #inFlight = 0;

  constructor() {
    collectDefaultMetrics({ register: this.#process });
  }

  /** A value that is looked up when asked for; null leaves it out. */
  gauge(name: string, help: string, read: () => number | null): void {
    this.#gauges.push({ name, help, read });
  }

  /** Lines that another part of the gateway writes. */
  also(lines: () => string[]): void {
    this.#others.push(lines);
  }

  began(): void {
    this.#inFlight++;
  }

  ended(status: number, durationMs: number): void {
    this.#inFlight--;
    this.#byStatus[status]!++;
    this.#durationSumMs += durationMs;
    let bucket = 0;
    while (bucket < boundsMs.length && durationMs > boundsMs[bucket]!) bucket++;
    this.#buckets[bucket]!++;
  }

  /** Turned away before there was an exchange. */
  refused(status: number): void {
    this.#refused[status]!++;
  }

  async text(): Promise<string> {
    const others = this.#others.flatMap((lines) => lines());
    return [...this.#own(), ...others, await this.#process.metrics()].join("\n");
  }

  readonly contentType = "text/plain; version=0.0.4; charset=utf-8";

  #own(): string[] {
    const lines: string[] = [];
    const family = (name: string, type: string, help: string) =>
      lines.push(`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`);

    family("gatehouse_requests_total", "counter", "Requests answered, by status code; 499: the client went away.");
    this.#byStatus.forEach((count, status) => {
      if (count > 0) lines.push(`gatehouse_requests_total{status="${status}"} ${count}`);
    });
    family("gatehouse_requests_refused_total", "counter", "Requests refused before they were matched, by status code.");
    this.#refused.forEach((count, status) => {
      if (count > 0) lines.push(`gatehouse_requests_refused_total{status="${status}"} ${count}`);
    });
    family("gatehouse_requests_in_flight", "gauge", "Requests being served.");
    lines.push(`gatehouse_requests_in_flight ${this.#inFlight}`);

    family("gatehouse_request_duration_seconds", "histogram", "From the request's head to the response's end.");
    let total = 0;
    boundsMs.forEach((bound, index) => {
      total += this.#buckets[index]!;
      lines.push(`gatehouse_request_duration_seconds_bucket{le="${bound / 1000}"} ${total}`);
    });
    total += this.#buckets[boundsMs.length]!;
    lines.push(`gatehouse_request_duration_seconds_bucket{le="+Inf"} ${total}`);
    lines.push(`gatehouse_request_duration_seconds_sum ${this.#durationSumMs / 1000}`);
    lines.push(`gatehouse_request_duration_seconds_count ${total}`);

    for (const { name, help, read } of this.#gauges) {
      const value = read();
      if (value === null) continue;
      family(name, "gauge", help);
      lines.push(`${name} ${value}`);
    }
    return lines;
  }
}
