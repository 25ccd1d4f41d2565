import type { LoggerResource } from "./resources";

/** Queues and event streams of Azure, reached through its own client libraries. */
export interface Messaging {
  /** To the event hub of a logger; collected and sent in batches, so that no request waits. */
  logEvent(logger: LoggerResource, event: LoggedEvent): void;
  /** Resolves when the message was accepted. */
  sendMessage(message: QueuedMessage): Promise<void>;
}
export interface LoggedEvent {
  readonly body: string;
  readonly partitionId: string | null;
  readonly partitionKey: string | null;
}
export interface QueuedMessage {
  /** "name.servicebus.windows.net" */
  readonly namespace: string;
  readonly queue: string | null;
  readonly topic: string | null;
  /** Of a managed identity; null: the gateway's own. */
  readonly clientId: string | null;
  readonly properties: readonly (readonly [string, string])[];
  readonly body: string;
}
