import { expect, test } from "vitest";
import type { GatewayDocument } from "@/contract/documents";
import { createHandler } from "@/gateway/handle";
import { fakeExchange } from "@/gateway/pipeline/testing/fake-exchange";
import { fakeHost } from "@/gateway/pipeline/testing/fake-host";
import { api, operation, policy } from "@/gateway/testing/documents";
import { check } from "@/policy/check";
import type { CheckOptions } from "@/policy/check/checker";
import { isError } from "@/policy/diagnostics";
import { Fault } from "@/policy/fault";
import { mutated } from "@/policy/testing/mutate";
import { Random } from "@/policy/testing/random";
import { samples } from "@/policy/testing/samples";
import { apply } from "./apply";
import { build } from "./build";

const shared: GatewayDocument = {
  id: "/policyfragments/shared",
  name: "shared",
  type: "policyFragments",
  properties: { value: '<fragment><set-header name="X-F"><value>f</value></set-header></fragment>' },
};
const names = ["host", "value", "name", "action", "flag"];
const known: CheckOptions["known"] = {
  namedValues: (name) => names.includes(name),
  backends: (id) => id === "orders",
  fragments: (id) => id === "shared",
  certificates: "any",
};
const values = [
  "h.example",
  "append",
  "A",
  "true",
  "",
  " ",
  "\r\n",
  "@(true)",
  "@(false)",
  "@(x",
  "<a>",
  "{{value}}",
  "constructor",
  null,
];
const namedValue = (name: string, value: string | null): GatewayDocument => ({
  id: `/namedvalues/${name}`,
  name,
  type: "namedValues",
  properties: { displayName: name, secret: false, value },
});
const noBackend = fakeHost({
  forward: () => Promise.reject(new Fault({ source: "forward-request", reason: null, status: 502, message: "none" })),
});

test("what check() accepts is built, and handles requests without a mistake of ours", async () => {
  const random = new Random(7);
  let accepted = 0;
  let withNames = 0;
  const statuses = new Set<number | undefined>();
  for (let count = 0; count < 10_000; count++) {
    const text = mutated(random, samples);
    if (check(text, { scope: "api", kind: "policies", known, runs: true }).some(isError)) continue;
    accepted++;
    const world = [
      api("a"),
      operation("a", "GET", "/x"),
      shared,
      ...names.map((name) => namedValue(name, random.of(values))),
    ];
    const unexpected: unknown[] = [];
    const before = build(world, 1);
    const put = [policy("/apis/a", text)];
    const program = build([...world, ...put], 1);
    for (const host of [undefined, noBackend]) {
      const exchange = fakeExchange({ url: "/a/x" }, host);
      await createHandler(() => program, { onUnexpected: (error) => unexpected.push(error) })(exchange);
      expect(unexpected, text).toEqual([]);
      statuses.add(exchange.response?.status);
      const lines = exchange.response?.headers.lines ?? [];
      expect(
        lines.every((line) => /^[\t\x20-\x7e\x80-\xff]*$/.test(line)),
        text,
      ).toBe(true);
      if (exchange.lastError?.reason !== "PolicyNotRunnable") {
        expect(apply(before, { revision: 2, put, remove: [] }).revision).toBe(2);
        continue;
      }
      // Only what check() could not see may keep a policy from running, and then it is refused when it comes.
      expect(text).toContain("{{");
      expect(() => apply(before, { revision: 2, put, remove: [] })).toThrow("cannot be run");
      withNames++;
    }
  }
  expect(accepted).toBeGreaterThan(500);
  expect(withNames).toBeGreaterThan(50);
  expect(statuses.size).toBeGreaterThan(3);
});
