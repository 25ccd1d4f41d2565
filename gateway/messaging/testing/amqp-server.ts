import type { AddressInfo, Server } from "node:net";
import rhea, { type Connection, type Message, type Receiver, type Sender } from "rhea";

/** What came over a link: of a batch, each of its messages. */
export interface ReceivedMessage {
  readonly address: string;
  readonly body: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly annotations: Readonly<Record<string, unknown>>;
}

export interface AmqpServer {
  readonly port: number;
  readonly received: ReceivedMessage[];
  /** What clients authenticated by, with the audience that it is for. */
  readonly tokens: { readonly type: string; readonly audience: string; readonly token: string }[];
  /** How many messages were transferred; a batch is one. */
  transfers(): number;
  close(): Promise<void>;
}

export interface AmqpServerOptions {
  readonly tls?: { readonly key: string; readonly cert: string };
  /** Addresses that nothing may be sent to. */
  readonly unknown?: readonly string[];
}

/** A small broker: takes any token, and any message to any address, and keeps them. */
export async function startAmqpServer({ tls, unknown = [] }: AmqpServerOptions = {}): Promise<AmqpServer> {
  const container = rhea.create_container();
  container.sasl_server_mechanisms.enable_anonymous();
  const received: ReceivedMessage[] = [];
  const tokens: AmqpServer["tokens"] = [];
  const connections = new Set<Connection>();
  let transfers = 0;
  /** Where answers of an address go, by connection. */
  const answering = new Map<Connection, Sender>();

  container.on("connection_open", ({ connection }) => connections.add(connection));
  container.on("disconnected", ({ connection }) => connections.delete(connection));
  container.on("sender_open", ({ connection, sender }) => {
    sender.set_source(sender.source);
    sender.set_target(sender.target);
    if (sender.source.address === "$cbs") answering.set(connection, sender);
  });
  container.on("receiver_open", ({ receiver }) => {
    const { address } = (receiver as Receiver).target;
    receiver.set_source(receiver.source);
    receiver.set_target(receiver.target);
    if (unknown.includes(address)) {
      receiver.close({
        condition: "amqp:not-found",
        description: `The messaging entity '${address}' could not be found.`,
      });
    }
  });
  container.on("message", ({ connection, receiver, message }) => {
    const { address } = (receiver as Receiver).target;
    if (address === "$cbs") {
      const { type, name } = message.application_properties ?? {};
      tokens.push({ type, audience: name, token: message.body });
      answering.get(connection)?.send({
        correlation_id: message.message_id,
        application_properties: { "status-code": 202, "status-description": "Accepted" },
        body: "",
      } as unknown as Message);
      return;
    }
    transfers++;
    const whole: Message = Buffer.isBuffer(message) ? (rhea.message.decode(message) as unknown as Message) : message;
    for (const each of contained(whole)) received.push({ address, ...each });
  });

  const server: Server = container.listen({
    port: 0,
    host: "127.0.0.1",
    ...(tls === undefined ? {} : { transport: "tls", ...tls }),
  } as Parameters<typeof container.listen>[0]);
  if (!server.listening) await new Promise((resolve) => server.once("listening", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    received,
    tokens,
    transfers: () => transfers,
    close: () =>
      new Promise((resolve) => {
        for (const connection of connections) connection.close();
        server.close(() => resolve());
        setTimeout(() => resolve(), 200).unref();
      }),
  };
}

type Contained = Omit<ReceivedMessage, "address">;

/** A batch holds encoded messages; what marks the partition stands on the outside of it. */
function contained(message: Message): Contained[] {
  const outer = { ...message.message_annotations };
  const parts = sectionsOf(message.body);
  const inner = parts.map((part) => decoded(part)).filter((each) => each !== null);
  if (inner.length > 0 && inner.length === parts.length) {
    return inner.map((each) => ({
      body: textOf(each.body),
      properties: { ...each.application_properties },
      annotations: { ...outer, ...each.message_annotations },
    }));
  }
  return [{ body: textOf(message.body), properties: { ...message.application_properties }, annotations: outer }];
}

function decoded(part: Buffer): Message | null {
  // A described section begins with a zero and a small descriptor.
  if (part[0] !== 0 || part[1] !== 0x53) return null;
  return rhea.message.decode(part) as unknown as Message;
}

function sectionsOf(body: unknown): Buffer[] {
  const content = (body as { content?: unknown } | null)?.content ?? body;
  return (Array.isArray(content) ? content : [content]).filter((each) => Buffer.isBuffer(each));
}

const textOf = (body: unknown): string => {
  const [section] = sectionsOf(body);
  return section === undefined ? String((body as { content?: unknown })?.content ?? body) : section.toString("utf8");
};
