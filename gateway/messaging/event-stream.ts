import type { EventDataBatch, EventHubProducerClient } from "@azure/event-hubs";
import type { LoggedEvent } from "@/policy/host/messaging";

export interface EventStreamOptions {
  readonly connect: () => Promise<EventHubProducerClient>;
  /** How long events are collected. */
  readonly waitMs: number;
  readonly maxEvents: number;
  readonly maxBytes: number;
  /** Events that are lost, and why. */
  readonly onLost: (count: number, reason: unknown) => void;
}

/** The events of one logger: kept until there are enough or enough time went by, then sent in batches, one after the other. */
export class EventStream {
  readonly #options: EventStreamOptions;
  #waiting: LoggedEvent[] = [];
  #waitingBytes = 0;
  /** Taken from the queue, but not accepted yet. */
  #inFlight = 0;
  #inFlightBytes = 0;
  /** Since that was last told of: one by one it would be as much as the events themselves. */
  #refused = 0;
  #producer: Promise<EventHubProducerClient> | null = null;
  #sending: Promise<void> | null = null;
  #timer: NodeJS.Timeout | null = null;

  constructor(options: EventStreamOptions) {
    this.#options = options;
  }

  add(event: LoggedEvent): void {
    const { maxEvents, maxBytes, waitMs } = this.#options;
    const size = Buffer.byteLength(event.body);
    if (
      this.#waiting.length + this.#inFlight >= maxEvents ||
      this.#waitingBytes + this.#inFlightBytes + size > maxBytes
    ) {
      this.#refused++;
      return;
    }
    this.#waiting.push(event);
    this.#waitingBytes += size;
    if (this.#sending !== null || this.#timer !== null) return;
    this.#timer = setTimeout(() => this.#begin(), waitMs);
    this.#timer.unref();
  }

  /** Sends all that is waiting. */
  async flush(): Promise<void> {
    while (this.#sending !== null || this.#waiting.length > 0) {
      if (this.#sending === null) this.#begin();
      await this.#sending;
    }
  }

  async close(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    const producer = this.#producer;
    this.#producer = null;
    await (await producer?.catch(() => null))?.close();
  }

  #begin(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#sending = this.#sendAll().finally(() => {
      this.#sending = null;
    });
  }

  async #sendAll(): Promise<void> {
    while (this.#waiting.length > 0) {
      const events = this.#waiting;
      this.#inFlight = events.length;
      this.#inFlightBytes = this.#waitingBytes;
      this.#waiting = [];
      this.#waitingBytes = 0;
      for (const group of byPartition(events)) await this.#send(group);
      this.#tellRefused();
      this.#inFlight = 0;
      this.#inFlightBytes = 0;
    }
  }

  #tellRefused(): void {
    if (this.#refused === 0) return;
    const { maxEvents, maxBytes, onLost } = this.#options;
    onLost(this.#refused, new Error(`${maxEvents} events or ${maxBytes} bytes were waiting to be sent.`));
    this.#refused = 0;
  }

  async #send(events: readonly LoggedEvent[]): Promise<void> {
    let sent = 0;
    try {
      const producer = await this.#connected();
      const { partitionId, partitionKey } = events[0] as LoggedEvent;
      const options = partitionId !== null ? { partitionId } : partitionKey !== null ? { partitionKey } : {};
      while (sent < events.length) {
        const batch: EventDataBatch = await producer.createBatch(options);
        let next = sent;
        while (next < events.length && batch.tryAdd({ body: Buffer.from((events[next] as LoggedEvent).body) })) next++;
        if (next === sent) {
          this.#options.onLost(1, new Error("The event hub takes no event of this size."));
          sent++;
          continue;
        }
        await producer.sendBatch(batch);
        sent = next;
      }
    } catch (error) {
      this.#options.onLost(events.length - sent, error);
    }
  }

  #connected(): Promise<EventHubProducerClient> {
    this.#producer ??= this.#options.connect().catch((error) => {
      this.#producer = null;
      throw error;
    });
    return this.#producer;
  }
}

/** A batch goes to one partition, or to whichever the event hub likes. */
function byPartition(events: readonly LoggedEvent[]): LoggedEvent[][] {
  const groups = new Map<string, LoggedEvent[]>();
  for (const event of events) {
    const key = event.partitionId !== null ? `id ${event.partitionId}` : `key ${event.partitionKey ?? "\0"}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [event]);
    else group.push(event);
  }
  return [...groups.values()];
}
