import { afterEach, expect, test, vi } from "vitest";
import { makeCertificate } from "@/gateway/testing/certificates";
import type { ManagedIdentity } from "@/policy/host/managed-identity";
import type { LoggerResource } from "@/policy/host/resources";
import { AzureMessaging, type AzureMessagingOptions } from "./azure-messaging";
import { eventHubTarget } from "./event-hub-target";
import { type AmqpServer, startAmqpServer } from "./testing/amqp-server";

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  vi.unstubAllEnvs();
  for (const each of open.splice(0)) await each.close();
});

const noIdentity: ManagedIdentity = {
  token: () => Promise.reject(new Error("there is no identity")),
};

async function broker(options: Parameters<typeof startAmqpServer>[0] = {}): Promise<AmqpServer> {
  const server = await startAmqpServer(options);
  open.push(server);
  return server;
}

interface Problem {
  readonly message: string;
  readonly reason: unknown;
}

function messaging(options: Partial<AzureMessagingOptions> = {}): { own: AzureMessaging; problems: Problem[] } {
  const problems: Problem[] = [];
  const own = new AzureMessaging({
    identity: () => noIdentity,
    onProblem: (message, reason) => problems.push({ message, reason }),
    waitMs: 10,
    maxRetries: 0,
    ...options,
  });
  open.push({ close: () => own.close(1000) });
  return { own, problems };
}

const secret = "b3BlbnNlc2FtZQ==";
const loggerAt = (port: number): LoggerResource => ({
  id: "/loggers/events",
  type: "azureEventHub",
  credentials: {
    name: "hub",
    connectionString: `Endpoint=sb://localhost:${port};SharedAccessKeyName=send;SharedAccessKey=${secret};UseDevelopmentEmulator=true`,
  },
});
const event = (body: string, partitionKey: string | null = null, partitionId: string | null = null) => ({
  body,
  partitionKey,
  partitionId,
});

test("events reach the event hub in batches, with their partition key or in their partition, in their order", async () => {
  const server = await broker();
  const { own, problems } = messaging();
  const logger = loggerAt(server.port);
  for (let index = 0; index < 50; index++) own.logEvent(logger, event(`plain ${index} é`));
  own.logEvent(logger, event("by key", "orders"));
  own.logEvent(logger, event("in a partition", null, "3"));
  await own.close(5000);
  expect(problems).toEqual([]);
  const bodiesTo = (address: string, key?: string) =>
    server.received
      .filter((each) => each.address === address && each.annotations["x-opt-partition-key"] === key)
      .map(({ body }) => body);
  expect(bodiesTo("hub")).toEqual(Array.from({ length: 50 }, (_, index) => `plain ${index} é`));
  expect(bodiesTo("hub", "orders")).toEqual(["by key"]);
  expect(bodiesTo("hub/Partitions/3")).toEqual(["in a partition"]);
  expect(server.transfers()).toBe(3);
  // It is a signature that is shown, never the key.
  expect(server.tokens[0]?.token).toContain("SharedAccessSignature");
  expect(JSON.stringify(server.tokens)).not.toContain(secret);
});

test("without a key it is the gateway's identity that sends the events", async () => {
  const { certificatePem, privateKeyPem } = makeCertificate({ commonName: "localhost", dnsNames: ["localhost"] });
  const server = await broker({ tls: { key: privateKeyPem, cert: certificatePem } });
  vi.stubEnv("NODE_TLS_REJECT_UNAUTHORIZED", "0");
  const asked: unknown[] = [];
  const token = async (resource: string, clientId: string | null) => {
    asked.push([resource, clientId]);
    return "token-of-the-gateway";
  };
  const { own, problems } = messaging({ identity: () => ({ token }) });
  const endpointAddress = `localhost:${server.port}`;
  const credentials = { name: "hub", endpointAddress, identityClientId: "c1" };
  own.logEvent({ id: "/loggers/l", type: "azureEventHub", credentials }, event("as the gateway"));
  await own.close(5000);
  expect(problems).toEqual([]);
  expect(server.received.map(({ address, body }) => [address, body])).toEqual([["hub", "as the gateway"]]);
  expect(server.tokens.map((each) => each.token)).toEqual(["token-of-the-gateway"]);
  expect(asked[0]).toEqual(["https://eventhubs.azure.net", "c1"]);
});

test("events that are too many to be kept are dropped and told of, and the rest arrives", async () => {
  const server = await broker();
  const { own, problems } = messaging({ maxEvents: 2 });
  const logger = loggerAt(server.port);
  for (const body of ["one", "two", "three"]) own.logEvent(logger, event(body));
  await own.close(5000);
  expect(server.received.map(({ body }) => body)).toEqual(["one", "two"]);
  expect(problems.map(({ message }) => message)).toEqual(["1 event(s) of the logger '/loggers/events' are lost."]);
});

test("an event hub that cannot be reached costs the events, and nobody is told the key", async () => {
  const server = await startAmqpServer();
  await server.close();
  const { own, problems } = messaging();
  own.logEvent(loggerAt(server.port), event("lost"));
  await own.close(10_000);
  expect(problems.map(({ message }) => message)).toEqual(["1 event(s) of the logger '/loggers/events' are lost."]);
  expect(String(problems[0]?.reason)).not.toContain(secret);
});

test("a logger that is changed has a connection of its own, and what the old one had is still sent", async () => {
  const [first, second] = [await broker(), await broker()];
  const { own } = messaging();
  own.logEvent(loggerAt(first.port), event("before"));
  own.logEvent(loggerAt(second.port), event("after"));
  await own.close(5000);
  await vi.waitFor(() => expect(first.received.map(({ body }) => body)).toEqual(["before"]), 5000);
  expect(second.received.map(({ body }) => body)).toEqual(["after"]);
});

test("a logger without what an event hub needs is told of once", () => {
  const { own, problems } = messaging();
  const logger: LoggerResource = { id: "/loggers/x", type: "azureEventHub", credentials: { name: "hub" } };
  own.logEvent(logger, event("one"));
  own.logEvent(logger, event("two"));
  expect(problems.map(({ message }) => message)).toEqual([
    "Events of the logger '/loggers/x' cannot be sent: its credentials have neither a 'connectionString' nor an 'endpointAddress'.",
  ]);
});

test("the credentials of a logger as Azure's own descriptions write them", () => {
  const target = (credentials: Record<string, string>) =>
    eventHubTarget({ id: "l", type: "azureEventHub", credentials });
  const connectionString = "Endpoint=sb://ns.example/;SharedAccessKeyName=k;SharedAccessKey=v";
  expect(target({ name: "hub", connectionString: `${connectionString};EntityPath=other` })).toEqual({
    kind: "key",
    connectionString,
    hub: "hub",
  });
  expect(target({ connectionString: `${connectionString};EntityPath=other` })).toMatchObject({ hub: "other" });
  const identity = { kind: "identity", namespace: "ns.servicebus.windows.net", hub: "hub" };
  const endpointAddress = "ns.servicebus.windows.net";
  expect(target({ name: "hub", endpointAddress, identityClientId: "SystemAssigned" })).toEqual({
    ...identity,
    clientId: null,
  });
  expect(target({ name: "hub", endpointAddress: `sb://${endpointAddress}/`, identityClientId: "c1" })).toEqual({
    ...identity,
    clientId: "c1",
  });
});

test("a message reaches its queue or topic with its properties, as the identity that is named", async () => {
  const { certificatePem, privateKeyPem } = makeCertificate({ commonName: "localhost", dnsNames: ["localhost"] });
  const server = await broker({ tls: { key: privateKeyPem, cert: certificatePem } });
  // The broker's certificate is made here, and the library takes no authority of ours.
  vi.stubEnv("NODE_TLS_REJECT_UNAUTHORIZED", "0");
  const asked: unknown[] = [];
  const identity: ManagedIdentity = {
    token: async (resource, clientId) => {
      asked.push([resource, clientId]);
      return "token-of-the-gateway";
    },
  };
  const { own } = messaging({ identity: () => identity });
  const namespace = `localhost:${server.port}`;
  const shared = { namespace, clientId: null, properties: [] };
  await own.sendMessage({ ...shared, queue: "orders", topic: null, body: '{"id": 7}', properties: [["Kind", "new"]] });
  await own.sendMessage({ ...shared, queue: null, topic: "news", clientId: "c1", body: "done" });
  expect(server.received.map(({ address, body, properties }) => ({ address, body, properties }))).toEqual([
    { address: "orders", body: '{"id": 7}', properties: { Kind: "new" } },
    { address: "news", body: "done", properties: {} },
  ]);
  expect(asked).toEqual(
    expect.arrayContaining([
      ["https://servicebus.azure.net", null],
      ["https://servicebus.azure.net", "c1"],
    ]),
  );
  expect(server.tokens.every(({ token, type }) => token === "token-of-the-gateway" && type === "jwt")).toBe(true);
});

test("a queue that does not exist, and an identity that there is none of, are errors", async () => {
  const { certificatePem, privateKeyPem } = makeCertificate({ commonName: "localhost", dnsNames: ["localhost"] });
  const server = await broker({ tls: { key: privateKeyPem, cert: certificatePem }, unknown: ["nothing"] });
  vi.stubEnv("NODE_TLS_REJECT_UNAUTHORIZED", "0");
  const namespace = `localhost:${server.port}`;
  const message = { namespace, clientId: null, properties: [], queue: "nothing", topic: null, body: "x" };
  const { own } = messaging({ identity: () => ({ token: async () => "t" }) });
  await expect(own.sendMessage(message)).rejects.toThrow("could not be found");
  await expect(messaging().own.sendMessage(message)).rejects.toThrow("there is no identity");
  expect(server.received).toEqual([]);
});
