import { afterEach, beforeEach, expect, test } from "vitest";
import { UpstreamClients } from "@/gateway/backend/upstream-clients";
import { EgressGuard } from "@/gateway/egress/egress-guard";
import { startUpstream, type Upstream } from "@/gateway/testing/scripted-upstream";
import { defaultLimits } from "@/gateway/wire/limits";
import { TimerWheel } from "@/gateway/wire/timer-wheel";
import { textBody } from "@/policy/body";
import { Fault } from "@/policy/fault";
import { Headers } from "@/policy/headers";
import { FetchedDocuments } from "./fetched-documents";
import { OutgoingCalls } from "./outgoing-calls";
import type { SelfCalls } from "./self-calls";

let upstream: Upstream;
let clients: UpstreamClients;
let documents: FetchedDocuments;
let now = 0;
let asked = 0;
let answer: { status: number; body: string; headers?: Record<string, string> };
let hold: Promise<void> | null = null;

beforeEach(async () => {
  now = 1_000_000;
  asked = 0;
  hold = null;
  answer = { status: 200, body: "one" };
  upstream = await startUpstream(async (_, response) => {
    asked++;
    if (hold !== null) await hold;
    response.writeHead(answer.status, answer.headers).end(answer.body);
  });
  const guard = new EgressGuard({ allow: [`127.0.0.1:${upstream.port}`] });
  clients = new UpstreamClients({ connectTimeoutMs: 1_000, trustedAuthorities: [], guard });
  const selfCalls = {} as SelfCalls;
  const identity = () => {
    throw new Error("none");
  };
  const calls = new OutgoingCalls({
    clients,
    guard,
    selfCalls,
    identity,
    wheel: new TimerWheel(),
    limits: defaultLimits,
  });
  documents = new FetchedDocuments(calls, { now: () => now });
});
afterEach(async () => {
  await clients.close();
  await upstream.close();
});

const options = { maxAgeMs: 60_000, source: "validate-jwt" };
const get = () => documents.get(`${upstream.url}/keys?secret=x`, options);
const failure = async (): Promise<Fault> => {
  try {
    await get();
  } catch (error) {
    return error as Fault;
  }
  throw new Error("It was there.");
};

test("fetched once for all who wait, kept until it is too old", async () => {
  const [one, two] = await Promise.all([get(), get()]);
  expect(one).toBe(two);
  expect(one).toEqual({ text: "one", fetchedAt: now });
  expect(asked).toBe(1);
  answer.body = "two";
  now += 59_999;
  expect(get()).toBe(one);
  now += 1;
  expect((await get()).text).toBe("two");
  expect(asked).toBe(2);
  expect((await documents.get(`${upstream.url}/other`, options)).text).toBe("two");
  expect(asked).toBe(3);
});

test("the last good one serves while its source is away, which is asked again ever more seldom", async () => {
  const send = async () => {
    asked++;
    return { status: answer.status, reason: "", headers: new Headers(), body: textBody(answer.body) };
  };
  documents = new FetchedDocuments({ send } as unknown as OutgoingCalls, { now: () => now });
  const settled = () => new Promise(setImmediate);
  const good = await get();
  answer.status = 503;
  now += 60_000;
  expect(await get()).toBe(good);
  expect(asked).toBe(2);
  // Within the pause nobody asks; after it somebody does, and nobody waits.
  now += 999;
  expect(get()).toBe(good);
  expect(asked).toBe(2);
  now += 1;
  expect(get()).toBe(good);
  expect(asked).toBe(3);
  await settled();
  now += 1_999;
  expect(get()).toBe(good);
  expect(asked).toBe(3);
  now += 1;
  answer = { status: 200, body: "back" };
  expect(get()).toBe(good);
  expect(asked).toBe(4);
  await settled();
  expect(get()).toEqual({ text: "back", fetchedAt: now });
  expect(asked).toBe(4);
});

test("a source that never answered well is a fault of whoever asks, told without its query", async () => {
  answer.status = 404;
  const fault = await failure();
  expect(fault).toBeInstanceOf(Fault);
  expect(fault).toMatchObject({ source: "validate-jwt", reason: "BackendConnectionFailure", status: 500 });
  expect(fault.message).toContain(`The document ${upstream.url}/keys could not be fetched`);
  expect(fault.message).toContain("404");
  expect(fault.message).not.toContain("secret");
  await failure();
  expect(asked).toBe(1);
  now += 1_000;
  answer.status = 200;
  await expect.poll(async () => (await documents.get(`${upstream.url}/keys?secret=x`, options)).text).toBe("one");
});

test("who comes while it is being fetched anew after a failure waits for that", async () => {
  answer.status = 500;
  await failure();
  now += 1_000;
  answer.status = 200;
  let release: () => void = () => undefined;
  hold = new Promise((resolve) => {
    release = resolve;
  });
  const waiting = get();
  const other = get();
  release();
  expect((await waiting).text).toBe("one");
  expect((await other).text).toBe("one");
  expect(asked).toBe(2);
});

test("a megabyte is the most", async () => {
  answer.body = "x".repeat(1024 * 1024);
  expect((await get()).text.length).toBe(1024 * 1024);
  answer.body += "x";
  await expect(documents.get(`${upstream.url}/larger`, options)).rejects.toMatchObject({
    source: "validate-jwt",
    reason: "ResponseBodyTooLarge",
  });
  answer = { status: 200, body: "y".repeat(2 * 1024 * 1024), headers: { "Transfer-Encoding": "chunked" } };
  await expect(documents.get(`${upstream.url}/chunked`, options)).rejects.toMatchObject({
    reason: "ResponseBodyTooLarge",
  });
});

test("redirects are followed, to where the guard lets them", async () => {
  answer = { status: 302, body: "", headers: { Location: `http://127.0.0.1:${upstream.port + 1}/` } };
  await expect(documents.get(`${upstream.url}/moved`, options)).rejects.toThrow("are not allowed from here");
  await expect(documents.get("http://169.254.169.254/", options)).rejects.toThrow("are not allowed from here");
  await expect(documents.get("file:///etc/passwd", options)).rejects.toThrow("absolute URL of http or https");
});

test("long ones from ever new addresses take a bounded amount of memory: the one not used longest goes", async () => {
  answer.body = "x".repeat(1_000_000);
  const at = (index: number) => documents.get(`${upstream.url}/${index}`, options);
  for (let index = 0; index < 70; index++) await at(index);
  expect(asked).toBe(70);
  await at(69);
  await at(30);
  expect(asked).toBe(70);
  await at(0);
  expect(asked).toBe(71);
});
