import { describe, expect, test } from "vitest";
import { type BytesBody, textBody } from "@/policy/body";
import { compileExpression } from "@/policy/expression/compile-expression";
import { Boxed } from "@/policy/expression/values/boxed";
import { Fault } from "@/policy/fault";
import { Headers } from "@/policy/headers";
import { BufferedResponse } from "@/policy/kits/message/buffered-response";
import { library } from "@/policy/library/library";
import { fromStored, toStored } from "./stored-value";

function evaluated(expression: string): unknown {
  const compiled = compileExpression(`@(${expression})`, library);
  if (!compiled.ok) throw new Error(compiled.problems[0]?.message);
  return compiled.evaluate(null);
}

const back = (value: unknown): unknown => fromStored(toStored(value, "cache-store-value"));

const kept = [
  '"text"',
  '""',
  '"漢 😀 \\u0000"',
  "true",
  "42",
  "-7L",
  "18446744073709551615UL",
  "42u",
  "1.5",
  "double.NaN",
  "double.NegativeInfinity",
  "1.5f",
  "1.50m",
  "(byte)200",
  "(short)-5",
  "'c'",
  "DayOfWeek.Friday",
  "new DateTime(2024, 2, 29, 1, 2, 3, 4, DateTimeKind.Utc).AddTicks(7)",
  "new DateTime(1, 1, 1)",
  "DateTimeOffset.FromUnixTimeSeconds(1700000000).ToOffset(TimeSpan.FromMinutes(90))",
  "TimeSpan.FromTicks(-12345678901)",
  'Guid.Parse("00112233-4455-6677-8899-aabbccddeeff")',
  "new byte[] { 0, 1, 255 }",
  'new Uri("https://example.org/a?b=c")',
  'JObject.Parse("{\\"a\\": [1, 2.5, null, true, \\"2024-01-01T00:00:00Z\\", {\\"b\\": \\"x\\"}]}")',
  'new JArray(1, "two", null)',
  'new JValue("2024-01-01T00:00:00Z")',
  "JToken.FromObject(new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc))",
  'new JProperty("a", 1)',
  'XElement.Parse("<a xmlns:p=\\"urn:p\\"><p:b c=\\"1\\"> text </p:b><!-- note --></a>")',
  'XDocument.Parse("<?xml version=\\"1.0\\" encoding=\\"utf-8\\"?><a>1</a>")',
  "new[] { 1, 2, 3 }.ToList()",
  'new[] { new[] { "a" }.ToList() }.ToList()',
  'new Dictionary<string, object> { { "a", 1 }, { "b", new[] { 1.5 }.ToList() } }',
  'new[] { "a", "b" }',
  "new HashSet<int> { 3, 1, 2 }",
  "new object[] { 1, null, 2L }",
];

describe("a value comes back as it was, with its type", () => {
  test.each(kept)("%s", (expression) => {
    const value = evaluated(expression);
    expect(back(value)).toEqual(value);
  });

  test("null, and minus zero", () => {
    expect(back(null)).toBeNull();
    expect((back(new Boxed("System.Double", -0)) as Boxed).value).toBe(-0);
  });

  test("a response", () => {
    const response = new BufferedResponse(203, "Kept", new Headers(["A", "1", "a", "2"]), textBody("content ä"));
    const other = back(response) as BufferedResponse;
    expect(other).toBeInstanceOf(BufferedResponse);
    expect([other.status, other.reason, other.headers.lines]).toEqual([203, "Kept", ["A", "1", "a", "2"]]);
    expect(new TextDecoder().decode((other.body as BytesBody).content)).toBe("content ä");
  });
});

test.each([
  "new System.Text.StringBuilder()",
  '"a".AsJwt() == null ? (object)TimeZoneInfo.Utc : null',
  "new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase)",
])("what means nothing outside its request is refused with a sentence: %s", (expression) => {
  const value = evaluated(expression);
  const refused = () => toStored(value, "cache-store-value");
  expect(refused).toThrow(Fault);
  expect(refused).toThrow(/cannot be kept in a cache\. Store a string/);
});

test("what holds itself is refused", () => {
  const list = evaluated("new List<object>()") as { add(item: unknown): void };
  list.add(list);
  expect(() => toStored(list, "cache-store-value")).toThrow(/nested more than 200 levels/);
});

test("a response whose body has not come yet is refused", () => {
  const body = { kind: "stream", length: null, bytes: async () => new Uint8Array(0) } as const;
  const response = new BufferedResponse(200, "OK", new Headers(), body);
  expect(() => toStored(response, "cache-store-value")).toThrow(/has not been received/);
});

test.each(["", "{", '["no such tag"]', '["constructor"]', '["list", ["System.IO.File"]]', '["long", "x"]'])(
  "bytes that somebody else wrote are no value: %s",
  (text) => {
    expect(fromStored(new TextEncoder().encode(text))).toBeUndefined();
  },
);
