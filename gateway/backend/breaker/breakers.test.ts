import { beforeEach, describe, expect, test } from "vitest";
import type { BackendDocument } from "@/contract/documents";
import { Headers } from "@/policy/headers";
import { Backends } from "../backends";
import { Breakers } from "./breakers";
import { CircuitOpen } from "./circuit-open";
import { FailureShare, fewestCalls } from "./failure-window";
import { retryAfterMs } from "./retry-after-ms";

type Rule = NonNullable<BackendDocument["circuitBreaker"]>["rules"][number];
type Condition = NonNullable<Rule["failureCondition"]>;

const minute = 60_000;
const rule = (given: Partial<Omit<Rule, "failureCondition">> & { on?: Partial<Condition> | null } = {}): Rule => {
  const { on = {}, ...rest } = given;
  const condition = { count: 3, percentage: null, interval: "PT5M", statusCodeRanges: [], errorReasons: [] };
  return {
    name: "rule",
    failureCondition: on === null ? null : { ...condition, ...on },
    tripDuration: "PT1M",
    acceptRetryAfter: false,
    failureResponseStatusCode: null,
    ...rest,
  };
};
const nothing = new Headers();

let now: number;
let breakers: Breakers;
beforeEach(() => {
  // As a clock that began long ago.
  now = 1_000_000;
  breakers = new Breakers(() => now);
});

const tableOf = (rules: Rule[], more: Partial<BackendDocument> = {}, id = "/backends/b") =>
  new Backends({
    backends: new Map([[id, { url: "http://a", pool: null, circuitBreaker: { rules }, ...more } as BackendDocument]]),
    certificates: new Map(),
    resolveNamedValues: (text) => text,
  });
const entityOf = (rules: Rule[], more: Partial<BackendDocument> = {}, id = "/backends/b") => {
  const entity = tableOf(rules, more, id).entity(id);
  if (entity === undefined) throw new Error("no such backend");
  return entity;
};
const refusal = (entity: ReturnType<typeof entityOf>): CircuitOpen | null => {
  try {
    breakers.admit(entity);
    return null;
  } catch (error) {
    if (error instanceof CircuitOpen) return error;
    throw error;
  }
};

describe("by count", () => {
  test("opens with the nth failure, for as long as it says, and then closes as if new", () => {
    const entity = entityOf([rule()]);
    for (let failure = 0; failure < 2; failure++) {
      breakers.answered(entity, 500, nothing);
      expect(refusal(entity)).toBeNull();
    }
    breakers.answered(entity, 503, nothing);
    expect(refusal(entity)).toMatchObject({
      status: 503,
      reason: "CircuitBreakerOpen",
      headers: [["Retry-After", "60"]],
    });
    now += minute - 1;
    expect(refusal(entity)).toMatchObject({ headers: [["Retry-After", "1"]] });
    now += 1;
    expect(refusal(entity)).toBeNull();
    breakers.answered(entity, 500, nothing);
    breakers.answered(entity, 500, nothing);
    expect(refusal(entity)).toBeNull();
    breakers.answered(entity, 500, nothing);
    expect(refusal(entity)).not.toBeNull();
  });

  test("forgets failures that are older than the interval, and is not soothed by successes", () => {
    const entity = entityOf([rule()]);
    breakers.answered(entity, 500, nothing);
    breakers.answered(entity, 500, nothing);
    now += 5 * minute + 1;
    breakers.answered(entity, 500, nothing);
    for (let success = 0; success < 100; success++) breakers.answered(entity, 200, nothing);
    breakers.answered(entity, 500, nothing);
    expect(refusal(entity)).toBeNull();
    breakers.answered(entity, 500, nothing);
    expect(refusal(entity)).not.toBeNull();
  });

  test("what was under way when it opened neither prolongs nor counts", () => {
    const entity = entityOf([rule({ on: { count: 1 } })]);
    breakers.answered(entity, 500, nothing);
    now += minute / 2;
    breakers.answered(entity, 500, nothing);
    breakers.failed(entity, "Timeout");
    now += minute / 2;
    expect(refusal(entity)).toBeNull();
  });
});

describe("by percentage", () => {
  test("of at least ten calls within the interval", () => {
    const entity = entityOf([rule({ on: { count: null, percentage: 50 } })]);
    for (let call = 0; call < fewestCalls - 1; call++) breakers.answered(entity, 500, nothing);
    expect(refusal(entity)).toBeNull();
    breakers.answered(entity, 500, nothing);
    expect(refusal(entity)).not.toBeNull();
  });

  test("opens with the failure that reaches the share, not before", () => {
    const share = new FailureShare(50, 100);
    for (let call = 0; call < 10; call++) share.success(1);
    const reached = Array.from({ length: 10 }, () => share.failure(1));
    expect(reached).toEqual([...new Array(9).fill(false), true]);
  });

  test("calls fall out of the interval slice by slice", () => {
    const share = new FailureShare(50, 100);
    for (let call = 0; call < 20; call++) share.success(0);
    for (let call = 0; call < 10; call++) share.failure(50);
    expect(share.failures(50)).toBe(10);
    // The successes are gone, and what is left has failed.
    expect(share.failure(104)).toBe(true);
    expect(share.failures(104)).toBe(11);
    expect(share.failures(1_000)).toBe(0);
    expect(share.failure(1_000)).toBe(false);
  });
});

describe("what is a failure", () => {
  const trips = (on: Partial<Condition> | null, outcome: number | string): boolean => {
    const entity = entityOf([rule({ on: on === null ? null : { count: 1, ...on } })]);
    if (typeof outcome === "number") breakers.answered(entity, outcome, nothing);
    else breakers.failed(entity, outcome);
    return refusal(entity) !== null;
  };
  const ranges = (...pairs: [number, number][]) => ({ statusCodeRanges: pairs.map(([min, max]) => ({ min, max })) });
  test.each<[string, Partial<Condition> | null, number | string, boolean]>([
    ["a status in a range", ranges([429, 429], [500, 599]), 429, true],
    ["the end of a range", ranges([429, 429], [500, 599]), 599, true],
    ["a status beside it", ranges([429, 429]), 503, false],
    ["a success, where a rule says so", ranges([200, 200]), 200, true],
    ["ranges alone say nothing of no answer", ranges([500, 599]), "Timeout", false],
    ["a named reason", { errorReasons: ["BackendConnectionFailure"] }, "BackendConnectionFailure", true],
    [
      "a named reason, otherwise spelt",
      { errorReasons: ["backend connection failure"] },
      "BackendConnectionFailure",
      true,
    ],
    ["another reason", { errorReasons: ["Timeout"] }, "BackendConnectionFailure", false],
    ["Server errors: no answer", { errorReasons: ["Server errors"] }, "Timeout", true],
    ["Server errors: 500", { errorReasons: ["Server errors"] }, 500, true],
    ["Server errors beside ranges", { ...ranges([429, 429]), errorReasons: ["Server errors"] }, 500, false],
    ["nothing said: 500", {}, 500, true],
    ["nothing said: 404", {}, 404, false],
    ["nothing said: no answer", {}, "BackendConnectionFailure", true],
    ["nothing said: the client went", {}, "ClientConnectionFailure", false],
    ["no condition at all", null, 500, false],
  ])("%s", (_what, on, outcome, expected) => {
    expect(trips(on, outcome)).toBe(expected);
  });
});

describe("how long it is open", () => {
  const openFor = (given: Parameters<typeof rule>[0], retryAfter?: string) => {
    const entity = entityOf([rule({ on: { count: 1 }, ...given })]);
    // What was opened before is closed by now.
    now += 2 * 24 * 60 * minute;
    breakers.answered(entity, 503, new Headers(retryAfter === undefined ? [] : ["Retry-After", retryAfter]));
    return breakers.openForMs(entity);
  };
  test("what the rule says, or an hour", () => {
    expect(openFor({ tripDuration: "PT30S" }, "7")).toBe(30_000);
    expect(openFor({ tripDuration: null })).toBe(60 * minute);
  });

  test("what the backend asks for, where the rule accepts that", () => {
    expect(openFor({ acceptRetryAfter: true }, "7")).toBe(7_000);
    const inTen = new Date(Date.now() + 10_000).toUTCString();
    const ms = openFor({ acceptRetryAfter: true }, inTen);
    expect(ms).toBeGreaterThan(8_000);
    expect(ms).toBeLessThanOrEqual(10_000);
    expect(openFor({ acceptRetryAfter: true })).toBe(minute);
    expect(openFor({ acceptRetryAfter: true }, "soon")).toBe(minute);
    expect(openFor({ acceptRetryAfter: true }, "0")).toBe(minute);
    expect(openFor({ acceptRetryAfter: true }, "999999999999")).toBe(24 * 60 * minute);
  });

  test("answers with the status of the rule", () => {
    const entity = entityOf([rule({ on: { count: 1 }, failureResponseStatusCode: 429 })]);
    breakers.answered(entity, 500, nothing);
    expect(refusal(entity)?.status).toBe(429);
  });

  test("of several rules the longest counts", () => {
    const entity = entityOf([
      rule({ on: { count: 1 } }),
      rule({ name: "other", on: { count: 1 }, tripDuration: "PT2M" }),
    ]);
    breakers.answered(entity, 500, nothing);
    expect(refusal(entity)?.headers).toEqual([["Retry-After", "120"]]);
  });
});

describe("state", () => {
  test("outlives every change but one of the rule, and is each backend's own", () => {
    const entity = entityOf([rule({ on: { count: 1 } })]);
    breakers.answered(entity, 500, nothing);
    expect(refusal(entityOf([rule({ on: { count: 1 } })], { title: "new" }))).not.toBeNull();
    expect(refusal(entityOf([rule({ on: { count: 1 } }), rule({ name: "another" })]))).not.toBeNull();
    expect(refusal(entityOf([rule({ on: { count: 1 }, tripDuration: "PT2M" })]))).toBeNull();
    expect(refusal(entityOf([rule({ on: { count: 1 } })], {}, "/backends/c"))).toBeNull();
    expect(refusal(entityOf([], { circuitBreaker: null }))).toBeNull();
  });

  test("two rules of the same words are two breakers", () => {
    const twin = { ...rule({ on: { count: 2 } }), name: null };
    const entity = entityOf([twin, twin]);
    breakers.answered(entity, 500, nothing);
    expect(refusal(entity)).toBeNull();
  });

  test("is told rule by rule", () => {
    const table = tableOf([rule({ on: { count: 2 } }), { ...rule(), name: null }]);
    const entity = table.entity("/backends/b");
    if (entity === undefined) throw new Error("no such backend");
    expect(breakers.states(table)).toEqual(
      ["rule", "#2"].map((name) => ({
        backendId: "/backends/b",
        rule: name,
        state: "closed",
        failures: 0,
        since: null,
        until: null,
        lastReason: null,
      })),
    );
    breakers.answered(entity, 503, nothing);
    breakers.failed(entity, "Timeout");
    const [open, closed] = breakers.states(table);
    expect(open).toMatchObject({ state: "open", failures: 2, lastReason: "Timeout" });
    expect((open?.until ?? 0) - (open?.since ?? 0)).toBe(minute);
    expect(closed).toMatchObject({ state: "closed", failures: 2, since: null });
  });
});

test.each([
  ["120", 120_000],
  ["Thu, 01 Jan 1970 00:01:10 GMT", 60_000],
  ["Thursday, 01-Jan-70 00:01:10 GMT", 60_000],
  ["Thu Jan  1 00:01:10 1970", 60_000],
  ["Thu, 01 Jan 1970 00:00:05 GMT", null],
  ["-5", null],
  ["1970-01-01", null],
  ["", null],
])("Retry-After: %s", (value, ms) => {
  expect(retryAfterMs(value, 10_000)).toBe(ms);
});
