import { expect, test } from "vitest";
import { BytesBody } from "@/policy/body";
import { compileExpression } from "@/policy/expression/compile-expression";
import type { Type } from "@/policy/expression/types/type";
import { Headers } from "@/policy/headers";
import { library } from "@/policy/library/library";
import { exchangeFromJson } from "./exchange-from-json";
import { MessageBody } from "./message-body";

const type = (fullName: string): Type => ({ kind: "special", name: "error", display: fullName, fullName });
const text = type("System.String");
const object = type("Newtonsoft.Json.Linq.JObject");
const bodyOf = (content: string | Uint8Array, contentType = "application/json") =>
  MessageBody.of(
    new BytesBody(typeof content === "string" ? new TextEncoder().encode(content) : content),
    new Headers(["Content-Type", contentType]),
  );

test("what is read without being preserved is gone", () => {
  const body = bodyOf('{"a":1}');
  expect(body.as(text, true)).toBe('{"a":1}');
  expect(body.as(object, false)).not.toBeNull();
  expect(body.isConsumed).toBe(true);
  expect(body.as(text, true)).toBe("");
  expect(body.as(object, true)).toBeNull();
});

test("the same body is seen through the same view", () => {
  const body = new BytesBody(new Uint8Array([65]));
  const headers = new Headers();
  MessageBody.of(body, headers).as(text, false);
  expect(MessageBody.of(body, headers).isConsumed).toBe(true);
});

test.each([
  ["utf-8", [0xc3, 0x85], "text/plain", "Å"],
  ["the charset", [0xc5], "text/plain; charset=iso-8859-1", "Å"],
  ["a quoted charset", [0xc5], 'text/plain; charset="ISO-8859-1"', "Å"],
  ["a mark of UTF-8", [0xef, 0xbb, 0xbf, 0x41], "text/plain; charset=iso-8859-1", "A"],
  ["a mark of UTF-16", [0xff, 0xfe, 0x41, 0], "text/plain", "A"],
  ["an unknown charset", [0x41], "text/plain; charset=klingon", "A"],
])("text by %s", (_name, bytes, contentType, expected) => {
  expect(bodyOf(new Uint8Array(bytes), contentType).as(text, true)).toBe(expected);
});

test("bytes are a copy", () => {
  const content = new Uint8Array([1, 2]);
  const bytes = bodyOf(content).as(type("System.Byte[]"), true) as Uint8Array;
  bytes[0] = 9;
  expect(content[0]).toBe(1);
});

test("an empty body is nothing, but as text", () => {
  expect(bodyOf("").as(text, true)).toBe("");
  expect(bodyOf("").as(object, true)).toBeNull();
  expect(bodyOf(" ").as(type("System.Xml.Linq.XElement"), true)).toBeNull();
});

test("what has not been read throws", () => {
  const body = { kind: "stream", length: null, bytes: () => Promise.resolve(new Uint8Array()) } as const;
  expect(() => MessageBody.of(body, new Headers()).as(text, true)).toThrow();
});

test("a large body is read, and read again: its size is not the policy's doing", () => {
  const body = JSON.stringify({
    items: Array.from({ length: 8_000 }, (_, id) => ({
      id,
      name: "a name",
      tags: ["a", "b"],
      at: "2026-01-02T03:04:05Z",
    })),
  });
  const exchange = exchangeFromJson({ Request: { Body: body } });
  const compiled = compileExpression('@(context.Request.Body.As<JObject>(true)["items"].Count())', library);
  if (!compiled.ok) throw new Error(compiled.problems[0]?.message);
  expect([compiled.evaluate(exchange), compiled.evaluate(exchange)]).toEqual([8_000, 8_000]);
});
