import { expect, test } from "vitest";
import type { Trace, TraceEntry } from "@/contract/trace";
import recorded from "../testing/recorded-runs.json";
import { netChanges, stateAfter, stateBefore } from "./state-at";
import { failedStep, traceSteps } from "./trace-steps";

const runs = recorded as unknown as Record<string, { body: string; trace: Trace }>;
const stepsOf = (name: string) => traceSteps((runs[name] as { trace: Trace }).trace);
const none = { sentBody: null, answerBody: null };
const at = (steps: ReturnType<typeof traceSteps>, source: string, nth = 0) =>
  steps.filter(({ entry }) => entry.source === source && entry.place !== undefined)[nth]?.index ?? -1;

test("the request is as it was received until a step has changed it", () => {
  const steps = stepsOf("list");
  const setHeader = at(steps, "set-header");
  const before = stateBefore(steps, setHeader, none);
  expect(before.request).toMatchObject({ method: "GET", url: "http://localhost:8080/cx-shop/items?q=1" });
  expect(before.request.headers.get("x-tenant")).toBe("gold");
  expect(before.request.headers.has("x-gateway")).toBe(false);
  expect(before.variables).toEqual(new Map([["tenant", "gold"]]));
  expect(before.response).toBeNull();
  expect(stateAfter(steps, setHeader, none).request.headers.get("x-gateway")).toBe("gatehouse");
  expect(before).toMatchObject({ api: "/apis/cx-shop", operation: "/apis/cx-shop/operations/list-items" });
});

test("a container begins before what is inside it and ends after it", () => {
  const steps = stepsOf("list");
  const choose = at(steps, "choose");
  expect(stateBefore(steps, choose, none).request.headers.has("x-tier")).toBe(false);
  expect(stateAfter(steps, choose, none).request.headers.get("x-tier")).toBe("gold");
  expect(netChanges(steps, choose)).toEqual([{ what: "request", name: "header x-tier", before: null, after: "gold" }]);
});

test("the address of the backend is known from the beginning, and what rewrote it is seen", () => {
  const steps = stepsOf("slow");
  const rewrite = at(steps, "rewrite-uri");
  expect(stateBefore(steps, 0, none).target.url).toBe("http://127.0.0.1:4599/items");
  expect(stateBefore(steps, rewrite, none).target.url).toBe("http://127.0.0.1:4599/items");
  expect(stateAfter(steps, rewrite, none).target.url).toBe("http://127.0.0.1:4599/slow/items");
});

test("the response comes with the backend's answer and is changed on its way out", () => {
  const steps = stepsOf("list");
  const forward = at(steps, "forward-request");
  expect(stateBefore(steps, forward, none).response).toBeNull();
  expect(stateAfter(steps, forward, none).response).toMatchObject({ status: "200 OK", body: "(streamed)" });
  const setBody = at(steps, "set-body");
  expect(stateBefore(steps, setBody, none).response?.headers.get("x-served-by")).toBe("local");
  expect(JSON.parse(stateAfter(steps, setBody, none).response?.body ?? "")).toMatchObject({ tenant: "gold" });
  const end = stateAfter(steps, steps.length - 1, none);
  expect(end.response?.headers.get("apim-trace-id")).toBe(runs.list?.trace.traceId);
  expect(end.response?.headers.get("x-lane")).toBe("none");
});

test("attempts of a retry follow one another", () => {
  const steps = stepsOf("flaky");
  const statusAfter = (nth: number) => stateAfter(steps, at(steps, "forward-request", nth), none).response?.status;
  expect([statusAfter(0), statusAfter(1), statusAfter(2)]).toEqual([
    "503 Service Unavailable",
    "503 Service Unavailable",
    "200 OK",
  ]);
  expect(netChanges(steps, at(steps, "retry"))).toContainEqual({
    what: "response",
    name: "status",
    before: null,
    after: "200 OK",
  });
  expect(stateBefore(steps, at(steps, "set-header", 1), none).response?.status).toBe("200 OK");
});

test("after an error, the answer is the gateway's own", () => {
  const steps = stepsOf("jwt");
  expect(failedStep(steps)?.entry.source).toBe("validate-jwt");
  const onError = steps.find(({ section }) => section === "on-error")?.index ?? -1;
  const before = stateBefore(steps, onError, none);
  expect(before.lastError).toMatchObject({ source: "validate-jwt", reason: "JwtInvalid" });
  expect(before.response?.status).toBe("401");
  expect(before.response?.headers.has("x-error")).toBe(false);
  const end = stateAfter(steps, steps.length - 1, { sentBody: null, answerBody: "{}" });
  expect(end.response).toMatchObject({ status: "401 Unauthorized", body: "{}" });
  expect(end.response?.headers.get("x-error")).toBe("JwtInvalid");
});

test("a body is as it was sent until a policy replaces it", () => {
  const steps = stepsOf("place");
  const setBody = at(steps, "set-body");
  const ends = { sentBody: '{"customer":"Ada"}', answerBody: null };
  expect(stateBefore(steps, 0, ends).request.body).toBe('{"customer":"Ada"}');
  expect(stateBefore(steps, setBody, none).request.body).toBe('{"customer":"Ada"}');
  expect(stateBefore(steps, setBody, none).variables.get("stock")).toBe("IResponse");
  expect(JSON.parse(stateAfter(steps, setBody, none).request.body ?? "")).toMatchObject({ checked: true });
  expect(stateAfter(steps, setBody, none).request.headers.has("content-length")).toBe(false);
});

const entry = (source: string, more: Partial<TraceEntry> = {}): TraceEntry => ({
  source,
  timestamp: "",
  elapsed: "00:00:00.0010000",
  data: {},
  ...more,
});
const received = (url: string) =>
  entry("api-inspector", { data: { request: { method: "GET", url, headers: [], clientAddress: "" } } });
const variable = (name: string, after: string, before: string | null = null) => ({
  what: "variable" as const,
  name,
  before,
  after,
});

test("a request that the gateway makes to itself has a state of its own", () => {
  const trace: Trace = {
    traceId: "",
    traceEntries: {
      inbound: [
        received("http://g/outer"),
        entry("set-variable", { changes: [variable("a", "1")] }),
        entry("send-request", {
          changes: [variable("answer", "IResponse")],
          entries: [
            entry("send-request", {
              data: { method: "GET", url: "http://g/inner" },
              entries: [
                received("http://g/inner"),
                entry("set-variable", { changes: [variable("a", "2"), variable("b", "3")] }),
                entry("set-header", {
                  changes: [{ what: "target", name: "url", before: "http://b/inner", after: "http://c" }],
                }),
              ],
            }),
          ],
        }),
        entry("set-variable", { changes: [variable("a", "4", "1")] }),
      ],
    },
  };
  const steps = traceSteps(trace);
  const inner = stateAfter(steps, 5, none);
  expect(inner.request.url).toBe("http://g/inner");
  expect(Object.fromEntries(inner.variables)).toEqual({ a: "2", b: "3" });
  expect(stateBefore(steps, 5, none).target.url).toBe("http://b/inner");
  const outer = stateBefore(steps, 7, none);
  expect(outer.request.url).toBe("http://g/outer");
  expect(outer.target.url).toBeNull();
  expect(Object.fromEntries(outer.variables)).toEqual({ a: "1", answer: "IResponse" });
  expect(netChanges(steps, 2)).toEqual([variable("answer", "IResponse")]);
});

test("what is made and taken away again is no change, and a response can go", () => {
  const trace: Trace = {
    traceId: "",
    traceEntries: {
      inbound: [
        entry("choose", {
          entries: [
            entry("set-header", { changes: [{ what: "request", name: "header x", before: null, after: "1" }] }),
            entry("set-header", { changes: [{ what: "request", name: "header x", before: "1", after: null }] }),
            entry("return-response", {
              changes: [{ what: "response", name: "status", before: null, after: "200 OK" }],
            }),
            entry("other", { changes: [{ what: "response", name: "status", before: "200 OK", after: null }] }),
          ],
        }),
      ],
    },
  };
  const steps = traceSteps(trace);
  expect(netChanges(steps, 0)).toEqual([]);
  expect(stateAfter(steps, 3, none).response?.status).toBe("200 OK");
  expect(stateAfter(steps, 4, none).response).toBeNull();
});

test("nothing traced is nothing to see", () => {
  expect(traceSteps({ traceId: "", traceEntries: {} })).toEqual([]);
  expect(failedStep([])).toBeNull();
  expect(stateAfter([], 0, none).response).toBeNull();
});
