import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { GatewayDocument } from "@/contract/documents";
import { api, defaultGlobalPolicy, operation, policy, subscription } from "@/gateway/testing/documents";
import { startUpstream, type Upstream } from "@/gateway/testing/scripted-upstream";
import { type GatewayFixture, startGateway } from "@/gateway/testing/start-gateway";
import { openStores, type Stores } from "./open-stores";
import { redisMissing, startRedis } from "./redis/testing/start-redis";

const quiet = { info: () => {}, warn: () => {} };
const soon = { timeout: 10_000, interval: 20 };
const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

let upstream: Upstream;
let calls = 0;
/** What the backend says, after the number of the call. */
let answer: (turn: number, respond: (text: string) => void, cut: () => void) => void;
beforeEach(async () => {
  calls = 0;
  answer = (turn, respond) => respond(`answer ${turn}`);
  upstream = await startUpstream((request, response) => {
    request.resume();
    const respond = (text: string) => response.end(text);
    const cut = () => {
      response.write("half of it");
      setTimeout(() => request.socket.destroy(), 20);
    };
    answer(++calls, respond, cut);
  });
  cleanups.push(() => upstream.close());
});

const policies = (inbound: string, outbound = ""): string =>
  `<policies><inbound><base />${inbound}</inbound><backend><base /></backend><outbound><base />${outbound}</outbound></policies>`;

function documents(value: string, more: GatewayDocument[] = []): GatewayDocument[] {
  const open = api("a", { serviceUrl: upstream.url });
  return [defaultGlobalPolicy, open, operation("a", "GET", "/*"), policy("/apis/a", value), ...more];
}

async function open(value: string, stores?: Stores, more: GatewayDocument[] = []): Promise<GatewayFixture> {
  const services = stores === undefined ? {} : { counters: stores.counters, caches: stores.caches };
  const gateway = await startGateway(documents(value, more), { services, egress: { allow: ["127.0.0.1"] } });
  cleanups.push(() => gateway.close());
  return gateway;
}

async function ask(gateway: GatewayFixture, path: string, headers: Record<string, string> = {}) {
  const response = await fetch(`${gateway.url}/a${path}`, { headers });
  return { status: response.status, text: await response.text(), headers: response.headers };
}

const lookup = '<cache-lookup vary-by-developer="false" vary-by-developer-groups="false" />';
const ownLookup = '<cache-lookup vary-by-developer="true" vary-by-developer-groups="false" />';
const store = '<cache-store duration="60" />';

test("of several that need a value at one moment, one works it out", async () => {
  const gateway = await open(
    policies(
      `<cache-value key="k" variable-name="v"><value>
         <send-request mode="new" response-variable-name="r" timeout="20"><set-url>${upstream.url}/value</set-url><set-method>GET</set-method></send-request>
         <set-variable name="v" value="@(((IResponse)context.Variables[&quot;r&quot;]).Body.As&lt;string&gt;())" />
       </value></cache-value>
       <return-response><set-body>@((string)context.Variables["v"])</set-body></return-response>`,
    ),
  );
  answer = (turn, respond) => setTimeout(respond, 100, `value ${turn}`);
  const answers = await Promise.all(Array.from({ length: 20 }, () => ask(gateway, "/x")));
  expect(new Set(answers.map(({ text }) => text))).toEqual(new Set(["value 1"]));
  expect(calls).toBe(1);
  expect(gateway.unexpected).toEqual([]);
});

test("a response that breaks off is not kept", async () => {
  const gateway = await open(policies(lookup, store));
  answer = (turn, respond, cut) => (turn === 1 ? cut() : respond(`answer ${turn}`));
  await expect(ask(gateway, "/x")).rejects.toThrow();
  await sleep(50);
  expect((await ask(gateway, "/x")).text).toBe("answer 2");
  expect((await ask(gateway, "/x")).text).toBe("answer 2");
});

test("nothing that was answered to one caller is given to another, unless the policy says so", async () => {
  const subscribers = Array.from({ length: 20 }, (_, index) => subscription(`s${index}`, `key-${index}`));
  const gateway = await open(policies(ownLookup, store), undefined, subscribers);
  const as = (index: number) => ({ "Ocp-Apim-Subscription-Key": `key-${index}` });
  const first = await Promise.all(subscribers.map((_, index) => ask(gateway, "/x", as(index))));
  expect(new Set(first.map(({ text }) => text)).size).toBe(20);
  const second = await Promise.all(subscribers.map((_, index) => ask(gateway, "/x", as(index))));
  expect(second.map(({ text }) => text)).toEqual(first.map(({ text }) => text));
  const authorized = await Promise.all(
    subscribers.map((_, index) => ask(gateway, "/y", { ...as(0), Authorization: `Bearer ${index}` })),
  );
  expect(new Set(authorized.map(({ text }) => text)).size).toBe(20);
});

test("a request on the way that spells its host or its path differently does not reach another's entry", async () => {
  const gateway = await open(policies(lookup, store));
  const texts = new Set<string>();
  for (const path of ["/x", "/X", "/x/", "/x?", "/x?a", "/x?a=", "/x?a=b&a=c", "/x?a=b%26a=c", "/x%3Fa=b"]) {
    texts.add((await ask(gateway, path)).text);
  }
  // "?" without anything, and a name without a value, are the same as without.
  expect(texts.size).toBe(7);
});

describe.skipIf(redisMissing !== null)("with Redis", () => {
  test("gateways share the external cache and count together, types are kept, and a loss costs no request", async () => {
    const server = await startRedis();
    cleanups.push(() => server.close());
    const stores = [openStores(server.url, quiet), openStores(server.url, quiet)];
    cleanups.push(() => {
      for (const each of stores) each.close();
    });
    const value = policies(
      `<rate-limit-by-key calls="6" renewal-period="300" counter-key="k" />${lookup}
       <cache-lookup-value key="time" variable-name="time" default-value="@(DateTime.MinValue)" />
       <cache-lookup-value key="own" variable-name="own" default-value="none" caching-type="internal" />
       <cache-store-value key="time" value="@(new DateTime(2024, 1, 2, 0, 0, 0, DateTimeKind.Utc))" duration="60" caching-type="external" />
       <cache-store-value key="own" value="kept" duration="60" caching-type="internal" />
       <set-header name="X-Seen" exists-action="override"><value>@(((DateTime)context.Variables["time"]).AddDays(1).ToString("yyyy-MM-dd") + " " + context.Variables["own"])</value></set-header>`,
      `${store}<set-header name="X-Seen" exists-action="override"><value>@(context.Request.Headers.GetValueOrDefault("X-Seen", "hit"))</value></set-header>`,
    );
    const [one, two] = (await Promise.all(stores.map((each) => open(value, each)))) as [GatewayFixture, GatewayFixture];
    await vi.waitFor(async () => {
      await stores[0]?.caches.external?.set("probe", new Uint8Array(1), 1_000);
      expect(await stores[1]?.caches.external?.get("probe")).not.toBeNull();
    }, soon);
    expect((await ask(one, "/x")).headers.get("X-Seen")).toBe("0001-01-02 none");
    expect((await ask(one, "/y")).headers.get("X-Seen")).toBe("2024-01-03 kept");
    expect((await ask(two, "/z")).headers.get("X-Seen")).toBe("2024-01-03 none");
    expect((await ask(two, "/z")).text).toBe("answer 3");
    const rest = await Promise.all(Array.from({ length: 10 }, (_, turn) => ask(turn % 2 ? one : two, `/r${turn}`)));
    expect(rest.filter(({ status }) => status === 200)).toHaveLength(2);
    await server.kill();
    await vi.waitFor(async () => expect((await ask(one, "/lost")).status).toBe(200), soon);
    for (const gateway of [one, two]) expect(gateway.unexpected).toEqual([]);
  });
});
