import { AsyncLocalStorage } from "node:async_hooks";
import { randomBytes } from "node:crypto";
import { maxTraceBytes, type Trace, type TraceChange, type TraceEntry, type TracePlace } from "@/contract/trace";
import type { GatewayExchange } from "@/gateway/pipeline/gateway-exchange";
import type { TraceData, TraceSink } from "@/policy/host/trace-sink";
import { redactorOf } from "./redactor";

const maxEntries = 5_000;
const maxTextLength = 20_000;
/** Of all that changed: what one request makes of its variables may be many times as long as its trace. */
const maxChangedLength = 4_000_000;
const maxGuarded = 1_000;

/** Inside which entry the present step runs; branches that run at once each have their own. */
const inside = new AsyncLocalStorage<TraceEntry>();
/** Which exchange's story an entry belongs to. */
const writers = new WeakMap<TraceEntry, TraceWriter>();

/** Writes the story of one exchange: of the request itself, or of one that it made this gateway send to itself. */
export class TraceWriter implements TraceSink {
  readonly #recorder: TraceRecorder;
  /** Where entries go that belong to no step; null: to the section of the request. */
  readonly #around: TraceEntry | null;

  constructor(recorder: TraceRecorder, around: TraceEntry | null) {
    this.#recorder = recorder;
    this.#around = around;
  }

  note(source: string, data: TraceData): void {
    this.add(source, data);
  }

  tell(data: TraceData): void {
    const current = inside.getStore();
    if (current !== undefined && writers.get(current) === this) Object.assign(current.data, data);
  }

  /** Runs when the story is told: what streams by is known only then. */
  later(fill: () => void): void {
    this.#recorder.later(fill);
  }

  /** Where an error came from that may pass through many steps. */
  failed(error: unknown, place: TracePlace | undefined): void {
    this.#recorder.failed(error, place);
  }

  get failedAt(): TracePlace | undefined {
    return this.#recorder.failedAt;
  }

  nested(source: string, data: TraceData): TraceSink {
    return new TraceWriter(this.#recorder, this.add(source, data));
  }

  guard(secret: string): void {
    this.#recorder.guard(secret);
  }

  /** What a step has changed, unless the trace has too much of that already. */
  changed(entry: TraceEntry, changes: TraceChange[]): void {
    if (this.#recorder.hasRoomFor(changes)) entry.changes = changes;
  }

  add(source: string, data: TraceData): TraceEntry {
    const current = inside.getStore();
    const parent = current !== undefined && writers.get(current) === this ? current : this.#around;
    const entry = this.#recorder.write(parent, source, data);
    writers.set(entry, this);
    return entry;
  }

  /** Whatever is noted while `run` runs, and while what it awaits does, belongs inside `entry`. */
  inside<T>(entry: TraceEntry, run: () => T): T {
    return inside.run(entry, run);
  }
}

/** Collects the story of one request. */
export class TraceRecorder {
  readonly id = randomBytes(16).toString("hex");
  readonly writer = new TraceWriter(this, null);
  readonly #exchange: GatewayExchange;
  readonly #sections: Trace["traceEntries"] = {};
  readonly #guarded = new Set<string>();
  #entries = 0;
  #changedLength = 0;
  readonly #late: (() => void)[] = [];
  #lastError: unknown = null;
  failedAt: TracePlace | undefined;

  constructor(exchange: GatewayExchange) {
    this.#exchange = exchange;
  }

  write(parent: TraceEntry | null, source: string, data: TraceData): TraceEntry {
    const entry: TraceEntry = { source, ...this.#time(), data: { ...data } };
    if (this.#entries++ >= maxEntries) return entry;
    if (parent !== null) {
      parent.entries ??= [];
      parent.entries.push(entry);
      return entry;
    }
    const { section } = this.#exchange;
    const list = this.#sections[section] ?? [];
    list.push(entry);
    this.#sections[section] = list;
    return entry;
  }

  later(fill: () => void): void {
    this.#late.push(fill);
  }

  /** The innermost step tells first; around it the error may be wrapped. */
  failed(error: unknown, place: TracePlace | undefined): void {
    const isSame = error === this.#lastError || (error as { cause?: unknown } | null)?.cause === this.#lastError;
    if (!isSame || this.#lastError === null) this.failedAt = place;
    this.#lastError = error;
  }

  guard(secret: string): void {
    if (this.#guarded.size < maxGuarded) this.#guarded.add(secret);
  }

  hasRoomFor(changes: readonly TraceChange[]): boolean {
    for (const { before, after } of changes) this.#changedLength += (before?.length ?? 0) + (after?.length ?? 0);
    return this.#changedLength <= maxChangedLength;
  }

  /** JSON of the Trace, without any secret that the request could have met. */
  text(): string {
    for (const fill of this.#late.splice(0)) fill();
    const redact = redactorOf(this.#exchange, this.#guarded);
    const written = (traceEntries: Trace["traceEntries"]): string =>
      JSON.stringify({ traceId: this.id, traceEntries } satisfies Trace, (_, value) => shown(value, redact));
    const whole = written(this.#sections);
    if (Buffer.byteLength(whole) <= maxTraceBytes) return whole;
    const short = written(shortened(this.#sections));
    return Buffer.byteLength(short) <= maxTraceBytes ? short : written({});
  }

  #time(): Pick<TraceEntry, "timestamp" | "elapsed"> {
    const elapsedMs = performance.now() - this.#exchange.receivedAtMonotonic;
    return {
      timestamp: new Date(this.#exchange.receivedAt + elapsedMs).toISOString(),
      elapsed: timeSpan(elapsedMs),
    };
  }
}

function shown(value: unknown, redact: (text: string) => string): unknown {
  if (typeof value === "bigint" || typeof value === "number") return numberShown(value, redact);
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return withKeys(value, redact);
  if (typeof value !== "string") return value;
  const text = redact(value);
  return text.length > maxTextLength ? `${text.slice(0, maxTextLength)} … (${text.length} characters)` : text;
}

/** A secret may be a number. */
function numberShown(value: bigint | number, redact: (text: string) => string): unknown {
  const text = String(value);
  const redacted = redact(text);
  return typeof value === "number" && redacted === text ? value : redacted;
}

/** A name, too, may have been made by an expression. */
function withKeys(value: object, redact: (text: string) => string): object {
  const names = Object.keys(value);
  if (names.every((name) => redact(name) === name)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [redact(name), member]));
}

/** Where the story is too long to be told: what happened, without what it was made of. */
function shortened(sections: Trace["traceEntries"]): Trace["traceEntries"] {
  const short = ({ data: _, changes: __, entries, ...entry }: TraceEntry): TraceEntry => ({
    ...entry,
    data: { message: "The trace is too long; its details are left out." },
    ...(entries === undefined ? {} : { entries: entries.slice(0, 50).map(short) }),
  });
  return Object.fromEntries(
    Object.entries(sections).map(([name, entries]) => [name, entries?.slice(0, 200).map(short)]),
  );
}

/** "00:00:00.0725926", as .NET writes it. */
function timeSpan(ms: number): string {
  const ticks = Math.max(0, Math.round(ms * 10_000));
  const seconds = Math.floor(ticks / 10_000_000);
  const two = (value: number) => String(value).padStart(2, "0");
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(":");
  return `${clock}.${String(ticks % 10_000_000).padStart(7, "0")}`;
}
