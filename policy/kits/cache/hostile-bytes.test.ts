import { expect, test } from "vitest";
import { responseFromBytes, responseToBytes } from "./stored-response";
import { fromStored } from "./stored-value";

const bytesOf = (head: unknown): Uint8Array => {
  const text = new TextEncoder().encode(typeof head === "string" ? head : JSON.stringify(head));
  const bytes = new Uint8Array(4 + text.length);
  new DataView(bytes.buffer).setUint32(0, text.length);
  bytes.set(text, 4);
  return bytes;
};
const head = { status: 200, reason: "OK", lines: ["A", "b"], varies: [["accept", ["x"]]], freshUntil: 1 };

test("a response is read back", () => {
  const content = new Uint8Array([1, 2, 3]);
  expect(responseFromBytes(bytesOf(head))).toMatchObject(head);
  expect(responseFromBytes(responseToBytes({ ...head, varies: [["accept", ["x"]]], content }))?.content).toEqual(
    content,
  );
});

test.each([
  ["null", null],
  ["a text", '"x"'],
  ["no JSON", "{"],
  ["nothing at all", {}],
  ["a status that is none", { ...head, status: "200" }],
  ["a status that is not final", { ...head, status: 101 }],
  ["lines that are no list", { ...head, lines: "AB" }],
  ["lines that are no texts", { ...head, lines: ["A", 1] }],
  ["half a line", { ...head, lines: ["A"] }],
  ["no varies", { ...head, varies: undefined }],
  ["varies that are no texts", { ...head, varies: [["a", [{}]]] }],
  ["a time that is none", { ...head, freshUntil: "never" }],
])("a response that others have written is as if it were not there: %s", (_, written) => {
  expect(responseFromBytes(bytesOf(written))).toBeNull();
});

test("a length that lies is as if nothing were there", () => {
  expect(responseFromBytes(new Uint8Array([0xff, 0xff, 0xff, 0xff, 1]))).toBeNull();
  expect(responseFromBytes(new Uint8Array(2))).toBeNull();
});

test.each([
  '{"__proto__":{"polluted":1}}',
  '["constructor","x"]',
  '["__proto__"]',
  '["response",200,"OK","lines","AA=="]',
  '["response",200,"OK",["A"],"AA=="]',
  '["response","200","OK",[],"AA=="]',
  '["object",{"a":1}]',
  '["list",["No.Such.Type"],1]',
  '["element","<!DOCTYPE a [<!ENTITY x \\"y\\">]><a>&x;</a>"]',
  "[".repeat(100_000),
  `${'["array",'.repeat(100_000)}1${"]".repeat(100_000)}`,
])("a value that others have written is as if it were not there: %#", (text) => {
  expect(fromStored(new TextEncoder().encode(text))).toBeUndefined();
  expect(({} as { polluted?: number }).polluted).toBeUndefined();
});
