import type { LoggedEvent, Messaging, QueuedMessage } from "@/policy/host/messaging";
import type { LoggerResource } from "@/policy/host/resources";
import type { Metric, Telemetry } from "@/policy/host/telemetry";

/** Keeps what policies report and send to queues, for a case to look at. A queue named "lost" takes nothing. */
export class ToldServices implements Telemetry, Messaging {
  readonly metrics: unknown[] = [];
  readonly events: unknown[] = [];
  readonly messages: unknown[] = [];

  record({ dimensions, ...metric }: Metric): void {
    this.metrics.push({ ...metric, dimensions: Object.fromEntries(dimensions) });
  }

  logEvent({ id, type, credentials }: LoggerResource, event: LoggedEvent): void {
    this.events.push({ logger: { id, type, credentials }, ...event });
  }

  async sendMessage({ properties, ...message }: QueuedMessage): Promise<void> {
    if (message.queue === "lost") throw new Error("The messaging entity could not be found.");
    this.messages.push({ ...message, properties: Object.fromEntries(properties) });
  }
}
