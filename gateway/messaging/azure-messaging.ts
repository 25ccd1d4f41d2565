import type { ServiceBusClient, ServiceBusSender } from "@azure/service-bus";
import type { ManagedIdentity } from "@/policy/host/managed-identity";
import type { LoggedEvent, Messaging, QueuedMessage } from "@/policy/host/messaging";
import type { LoggerResource } from "@/policy/host/resources";
import { eventHubTarget } from "./event-hub-target";
import { EventStream } from "./event-stream";
import { identityCredential } from "./identity-credential";

export interface AzureMessagingOptions {
  readonly identity: () => ManagedIdentity;
  /** What could not be sent, in words that name no secret. */
  readonly onProblem?: (message: string, reason: unknown) => void;
  readonly waitMs?: number;
  readonly maxEvents?: number;
  readonly maxBytes?: number;
  /** After a first failure: attempts of the client libraries. */
  readonly maxRetries?: number;
}

/** Connections that nothing has used for a while are the first to go. */
const maxConnections = 50;

/** Event Hubs and Service Bus, through Azure's own libraries, which are loaded when first used. */
export class AzureMessaging implements Messaging {
  readonly #options: AzureMessagingOptions;
  readonly #onProblem: (message: string, reason: unknown) => void;
  /** A logger that is changed is another object. */
  readonly #streams = new Map<LoggerResource, EventStream | null>();
  readonly #clients = new Map<string, Promise<ServiceBusClient>>();
  readonly #senders = new Map<string, Promise<ServiceBusSender>>();

  constructor(options: AzureMessagingOptions) {
    this.#options = options;
    this.#onProblem = options.onProblem ?? (() => {});
  }

  logEvent(logger: LoggerResource, event: LoggedEvent): void {
    let stream = this.#streams.get(logger);
    if (stream === undefined) {
      stream = this.#newStream(logger);
      this.#streams.set(logger, stream);
      this.#retireOthers(logger);
    }
    stream?.add(event);
  }

  async sendMessage(message: QueuedMessage): Promise<void> {
    const key = JSON.stringify([message.namespace, message.clientId, message.queue, message.topic]);
    const sender = await kept(this.#senders, key, () => this.#newSender(message));
    await sender.sendMessages({
      // A text would be sent as JSON, in quotation marks.
      body: Buffer.from(message.body),
      applicationProperties: Object.fromEntries(message.properties),
    });
  }

  /** Sends what is waiting, as far as the time goes, and ends the connections. */
  async close(deadlineMs: number): Promise<void> {
    const streams = [...this.#streams.values()].filter((stream) => stream !== null);
    await inTime(Promise.allSettled(streams.map((stream) => stream.flush())), deadlineMs);
    const clients = [...this.#clients.values()].map(async (client) => (await client).close());
    await inTime(Promise.allSettled([...streams.map((stream) => stream.close()), ...clients]), 1000);
    this.#streams.clear();
    this.#clients.clear();
    this.#senders.clear();
  }

  #newStream(logger: LoggerResource): EventStream | null {
    const target = eventHubTarget(logger);
    if (typeof target === "string") {
      this.#onProblem(`Events of the logger '${logger.id}' cannot be sent: ${target}.`, null);
      return null;
    }
    const { waitMs = 1000, maxEvents = 10_000, maxBytes = 32 * 1024 * 1024, maxRetries = 3 } = this.#options;
    return new EventStream({
      waitMs,
      maxEvents,
      maxBytes,
      onLost: (count, reason) =>
        this.#onProblem(`${count} event(s) of the logger '${logger.id}' are lost.`, withoutSecrets(reason, logger)),
      connect: async () => {
        const { EventHubProducerClient } = await import("@azure/event-hubs");
        const options = { retryOptions: { maxRetries, timeoutInMs: 30_000 } };
        if (target.kind === "key") return new EventHubProducerClient(target.connectionString, target.hub, options);
        const credential = identityCredential(this.#options.identity, target.clientId);
        return new EventHubProducerClient(target.namespace, target.hub, credential, options);
      },
    });
  }

  /** What the same logger was before it was changed is sent to its end, and closed. */
  #retireOthers(current: LoggerResource): void {
    for (const [logger, stream] of this.#streams) {
      const isOld = logger.id === current.id || this.#streams.size > maxConnections;
      if (logger === current || !isOld) continue;
      this.#streams.delete(logger);
      void stream?.flush().then(() => stream.close());
    }
  }

  async #newSender({ namespace, clientId, queue, topic }: QueuedMessage): Promise<ServiceBusSender> {
    const client = await kept(this.#clients, JSON.stringify([namespace, clientId]), async () => {
      const { ServiceBusClient } = await import("@azure/service-bus");
      // A request waits for it.
      const { maxRetries = 1 } = this.#options;
      return new ServiceBusClient(namespace, identityCredential(this.#options.identity, clientId), {
        retryOptions: { maxRetries, timeoutInMs: 10_000 },
      });
    });
    return client.createSender(queue ?? topic ?? "");
  }
}

/** Made once for all who ask; a failure is not kept, and the oldest is closed where there are too many. */
function kept<T extends { close(): Promise<void> }>(
  all: Map<string, Promise<T>>,
  key: string,
  make: () => Promise<T>,
): Promise<T> {
  const known = all.get(key);
  if (known !== undefined) return known;
  const made = make();
  all.set(key, made);
  made.catch(() => all.delete(key));
  const [oldest] = all.keys();
  if (all.size > maxConnections && oldest !== undefined) {
    void all
      .get(oldest)
      ?.then((each) => each.close())
      .catch(() => {});
    all.delete(oldest);
  }
  return made;
}

/** The libraries' messages may quote what they were given. */
function withoutSecrets(reason: unknown, { credentials: { connectionString = "" } }: LoggerResource): Error {
  const key = /SharedAccessKey=([^;]*)/i.exec(connectionString)?.[1] ?? "";
  let message = reason instanceof Error ? reason.message : String(reason);
  for (const secret of [connectionString, key]) if (secret !== "") message = message.replaceAll(secret, "[redacted]");
  return new Error(message);
}

async function inTime(work: Promise<unknown>, deadlineMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise((resolve) => {
    timer = setTimeout(resolve, deadlineMs);
  });
  await Promise.race([work, deadline]);
  clearTimeout(timer);
}
