import { expect, test } from "vitest";
import { createHandler } from "@/gateway/handle";
import { fakeExchange } from "@/gateway/pipeline/testing/fake-exchange";
import { document, world } from "@/gateway/pipeline/testing/run-request";
import { build } from "@/gateway/program/build";
import { policy } from "@/gateway/testing/documents";
import { check } from "@/policy/check";
import { isInRange, parseAddress, rangeOf } from "./address";

async function reasonFor(filter: string, ...callers: string[]) {
  const program = build(
    world(
      policy("/", document({ backend: "<forward-request />" })),
      policy("/apis/a", document({ inbound: filter, backend: "<base />" })),
    ),
    1,
  );
  const handle = createHandler(() => program);
  const reasons: (string | null)[] = [];
  for (const clientAddress of callers) {
    const headers = { "Ocp-Apim-Subscription-Key": "key" };
    const exchange = fakeExchange({ url: "/a/x", clientAddress, headers });
    await handle(exchange);
    reasons.push(exchange.lastError?.reason ?? null);
  }
  return reasons;
}

test("a caller whose address cannot be told is refused where addresses are allowed, and passes where they are forbidden", async () => {
  const list = "<address>127.0.0.1</address></ip-filter>";
  expect(await reasonFor(`<ip-filter action="allow">${list}`, "", "unknown", "127.0.0.1")).toEqual([
    "FailedToParseCallerIP",
    "FailedToParseCallerIP",
    null,
  ]);
  expect(await reasonFor(`<ip-filter action="forbid">${list}`, "", "unknown", "127.0.0.1")).toEqual([
    null,
    null,
    "CallerIpBlocked",
  ]);
});

test("both versions of IP, and IPv4 inside IPv6", async () => {
  const filter =
    '<ip-filter action="allow"><address-range from="10.0.0.250" to="10.0.1.5" /><address-range from="2001:db8::" to="2001:db8::ffff" /><address>::ffff:192.0.2.7</address></ip-filter>';
  const passing = ["10.0.0.250", "10.0.1.0", "10.0.1.5", "::ffff:10.0.1.1", "2001:db8::", "2001:DB8:0::ffff"];
  const others = ["10.0.0.249", "10.0.1.6", "10.0.10.1", "2001:db8::1:0", "2001:db7:ffff::", "::ffff:10.0.1.6", "::1"];
  expect(await reasonFor(filter, ...passing, "192.0.2.7", "fe80::1%eth0")).toEqual([
    ...passing.map(() => null),
    null,
    "CallerIpNotAllowed",
  ]);
  expect(await reasonFor(filter, ...others)).toEqual(others.map(() => "CallerIpNotAllowed"));
});

test("an expression that brings no address fails the request", async () => {
  const filter = `<ip-filter action="@(&quot;allow&quot;)"><address>@("10.0.0." + context.Request.Method)</address></ip-filter>`;
  expect(await reasonFor(filter, "10.0.0.1")).toEqual(["ExpressionValueEvaluationFailure"]);
});

test("numbers are compared, of one version only", () => {
  const range = rangeOf("0.0.0.0", "255.255.255.255");
  if (typeof range === "string") throw new Error(range);
  const isIn = (text: string) => isInRange(parseAddress(text) as NonNullable<ReturnType<typeof parseAddress>>, range);
  expect(["0.0.0.0", "9.9.9.9", "255.255.255.255", "::ffff:1.2.3.4"].map(isIn)).toEqual([true, true, true, true]);
  expect(["::", "ffff::"].map(isIn)).toEqual([false, false]);
});

test.each([
  "",
  "10.1",
  "010.0.0.1",
  "10.0.0.256",
  "10.0.0.0/8",
  "0x7f.0.0.1",
  "1.2.3.4.5",
  "::g",
  "1::2::3",
  "a.b.c.d",
])("'%s' is no address", (text) => expect(parseAddress(text)).toBeNull());

const exists = () => true;

test("what is wrong with a literal is said when the policy is saved", () => {
  const problems = (content: string) =>
    check(document({ inbound: `<base />${content}` }), {
      kind: "policies",
      scope: "api",
      known: { namedValues: exists, backends: exists, fragments: exists, certificates: exists },
    })
      .filter(({ severity }) => severity === "error")
      .map(({ message }) => message);
  expect(problems('<ip-filter action="allow" />')).toEqual([
    "The element 'ip-filter' has incomplete content. List of possible elements expected: 'address', 'address-range'.",
  ]);
  expect(problems("<ip-filter><address>10.0.0.0/8</address></ip-filter>")).toEqual([
    "'10.0.0.0/8' is not an IP address.",
  ]);
  expect(problems('<ip-filter><address-range from="10.0.0.9" to="10.0.0.1" /></ip-filter>')).toEqual([
    "The range from '10.0.0.9' to '10.0.0.1' ends before it begins.",
  ]);
  expect(problems('<ip-filter><address-range from="10.0.0.9" to="::1" /></ip-filter>')).toEqual([
    "'10.0.0.9' and '::1' are not of the same version of IP.",
  ]);
  expect(problems("<ip-filter><address>@(context.Request.IpAddress)</address></ip-filter>")).toEqual([]);
});
