import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { BackendDocument } from "@/contract/documents";
import { type Echoed, linesNamed, startEchoingUpstream } from "@/gateway/testing/scripted-upstream";
import { noCredentials, startWire, type WireFixture, type WireOptions } from "@/gateway/testing/start-wire";
import type { Target } from "@/policy/exchange";
import { BackendEntity } from "./backend-entity";
import { type Availability, MemberChoice } from "./member-choice";

let upstream: Awaited<ReturnType<typeof startEchoingUpstream>>;
let other: Awaited<ReturnType<typeof startEchoingUpstream>>;
beforeAll(async () => {
  upstream = await startEchoingUpstream();
  other = await startEchoingUpstream();
});
afterAll(() => Promise.all([upstream.close(), other.close()]));

let wire: WireFixture;
afterEach(() => wire.close());

async function call(target: Partial<Target>, options: WireOptions, path = "/x", headers: Record<string, string> = {}) {
  wire = await startWire({ target, ...options });
  const response = await fetch(`http://127.0.0.1:${wire.port}${path}`, { headers });
  return { status: response.status, ...((await response.json()) as Echoed & { message?: string }) };
}

const credentials = {
  ...noCredentials,
  header: { "X-Api-Key": ["{{api-key}}"], "X-List": ["1", "2"] },
  query: { code: ["{{api-key}} &"], list: ["1", "2"] },
  authorization: { scheme: "Bearer", parameter: "{{api-key}}" },
};
const namedValues = { "api-key": "s3cret" };
const withCredentials = (url: string): WireOptions => ({
  backends: { "/backends/b": { url, credentials } },
  namedValues,
});

describe("credentials", () => {
  test("override what the client sent under the same names", async () => {
    const answer = await call(
      { backendId: "/backends/b" },
      withCredentials(`${upstream.url}/v1`),
      "/x?code=mine&a=b&C%6Fde=kept&c%6Fde=gone",
      { "x-api-key": "mine", authorization: "Basic mine" },
    );
    expect(answer.url).toBe("/v1/x?a=b&C%6Fde=kept&code=s3cret%20%26&list=1&list=2");
    expect(linesNamed(answer, "x-api-key")).toEqual(["s3cret"]);
    expect(linesNamed(answer, "x-list")).toEqual(["1", "2"]);
    expect(linesNamed(answer, "authorization")).toEqual(["Bearer s3cret"]);
  });

  test("a named value without a value is a fault, not a call without it", async () => {
    const answer = await call({ backendId: "/backends/b" }, { ...withCredentials(upstream.url), namedValues: {} });
    expect(answer.status).toBe(500);
    expect(answer.message).toContain("named value");
    expect(answer.message).not.toContain("{{");
  });
});

test("an entity's address may hold named values; with one missing it is no address", async () => {
  const backends = { "/backends/b": { url: "{{base}}/v1" } };
  const answer = await call({ backendId: "/backends/b" }, { backends, namedValues: { base: upstream.url } });
  expect(answer.url).toBe("/v1/x");
  await wire.close();
  const without = await call({ backendId: "/backends/b" }, { backends });
  expect(without).toMatchObject({ status: 500, message: "The backend b has no http or https URL." });
});

describe("an entity applies by its address", () => {
  test.each([
    ["the base itself", "/v1", "/v1", "/x", true],
    ["above the base", "/", "/v1", "/x", true],
    ["beside the base", "/v2", "/v1", "/x", false],
    ["a longer word", "/v", "/v1", "/x", false],
    ["below the base, on the way", "/v1/x", "/v1", "/x/7", true],
    ["below the base, not on the way", "/v1/y", "/v1", "/x", false],
    ["below the base, a longer word", "/v1/x", "/v1", "/xy", false],
  ])("%s", async (_what, entityPath, basePath, path, applies) => {
    const answer = await call({ baseUrl: upstream.url + basePath }, withCredentials(upstream.url + entityPath), path);
    expect(answer.status).toBe(200);
    expect(linesNamed(answer, "x-api-key")).toEqual(applies ? ["s3cret"] : []);
  });

  test("not on another host", async () => {
    const answer = await call({ baseUrl: other.url }, withCredentials(upstream.url));
    expect(linesNamed(answer, "x-api-key")).toEqual([]);
  });

  test("the longest path wins, and of equals the first by id", async () => {
    const header = (value: string) => ({ ...noCredentials, header: { "X-Which": [value] } });
    const answer = await call(
      { baseUrl: `${upstream.url}/a/b` },
      {
        backends: {
          "/backends/z": { url: `${upstream.url}/a`, credentials: header("z") },
          "/backends/y": { url: `${upstream.url}/a/b`, credentials: header("y") },
          "/backends/x": { url: `${upstream.url}/a/b/`, credentials: header("x") },
        },
      },
    );
    expect(linesNamed(answer, "x-which")).toEqual(["x"]);
  });
});

describe("an impossible target is a fault", () => {
  test.each<[string, Partial<Target>, string]>([
    ["nothing named", {}, "Neither the API nor a policy names a backend to call."],
    ["an unknown backend", { backendId: "/backends/none" }, "The backend none does not exist."],
    ["no URL", { baseUrl: "nonsense" }, "The backend's URL is not an http or https URL."],
    ["another scheme", { baseUrl: "ftp://x" }, "The backend's URL is not an http or https URL."],
    ["a service fabric address", { backendId: "/backends/fabric" }, "The backend fabric has no http or https URL."],
  ])("%s", async (_what, target, message) => {
    const answer = await call(target, { backends: { "/backends/fabric": { url: "fabric:/App/Service" } } });
    expect(answer).toMatchObject({ status: 500, message });
  });
});

describe("pools", () => {
  test("members take turns, each with its own address and credentials", async () => {
    const member = (url: string, name: string) => ({
      url,
      credentials: { ...noCredentials, header: { "X-Member": [name] } },
    });
    wire = await startWire({
      target: { backendId: "/backends/pool" },
      backends: {
        "/backends/one": member(`${upstream.url}/1`, "one"),
        "/backends/two": member(`${other.url}/2`, "two"),
        "/backends/pool": {
          type: "Pool",
          pool: {
            services: ["one", "two", "gone"].map((name) => ({
              backendId: `/backends/${name}`,
              weight: null,
              priority: null,
            })),
            sessionAffinityCookie: null,
          },
        },
      },
    });
    const seen: string[] = [];
    for (let round = 0; round < 4; round++) {
      const echoed = (await (await fetch(`http://127.0.0.1:${wire.port}/x`)).json()) as Echoed;
      seen.push(`${echoed.url} ${linesNamed(echoed, "x-member")[0]}`);
    }
    expect(seen).toEqual(["/1/x one", "/2/x two", "/1/x one", "/2/x two"]);
  });

  test("a pool of nobody answers 503", async () => {
    const services = [{ backendId: "/backends/gone", weight: null, priority: null }];
    const answer = await call(
      { backendId: "/backends/pool" },
      { backends: { "/backends/pool": { type: "Pool", pool: { services, sessionAffinityCookie: null } } } },
    );
    expect(answer.status).toBe(503);
  });
});

describe("the choice of a member", () => {
  const sources = { backends: new Map(), certificates: new Map(), resolveNamedValues: (text: string) => text };
  const when = (available: (id: string) => boolean): Availability => ({
    find: (id) => new BackendEntity(id, { url: "http://a", pool: null } as BackendDocument, sources),
    openForMs: ({ id }) => (available(id) ? 0 : 1_000),
  });
  const all = when(() => true);
  const counts = (choice: MemberChoice, rounds: number, available = all) => {
    const count: Record<string, number> = {};
    for (let round = 0; round < rounds; round++) {
      const id = choice.next(available)?.id ?? "none";
      count[id] = (count[id] ?? 0) + 1;
    }
    return count;
  };
  const member = (backendId: string, weight: number | null = null, priority: number | null = null) => ({
    backendId,
    weight,
    priority,
  });

  test("goes by weight, evenly spread", () => {
    const choice = new MemberChoice([member("a", 80), member("b", 20)]);
    expect(counts(choice, 100)).toEqual({ a: 80, b: 20 });
    const order = Array.from({ length: 5 }, () => choice.next(all)?.id);
    expect(order.filter((id) => id === "b")).toHaveLength(1);
  });

  test("goes by priority, the lower number first, the next only when none is left", () => {
    const choice = new MemberChoice([member("b1", 1, 2), member("a", 1, 1), member("b2", 1, 2)]);
    expect(counts(choice, 10)).toEqual({ a: 10 });
    expect(
      counts(
        choice,
        10,
        when((id) => id !== "a"),
      ),
    ).toEqual({ b1: 5, b2: 5 });
    expect(choice.next(when(() => false))).toBeNull();
    expect(choice.soonestMs(when(() => false))).toBe(1_000);
  });

  test("a weight of nought takes no part, unless all have it", () => {
    expect(counts(new MemberChoice([member("a", 0), member("b", 5)]), 10)).toEqual({ b: 10 });
    expect(counts(new MemberChoice([member("a", 0), member("b", 0)]), 10)).toEqual({ a: 5, b: 5 });
  });
});
