import { expect, test } from "vitest";
import { encodeResult, encodingProblem } from "./encode-result";

const utf8 = new TextEncoder().encode("<a>é€😀</a>");
const text = (bytes: Uint8Array, encoding: BufferEncoding): string => Buffer.from(bytes).toString(encoding);

test("what an encoding lacks is written as a reference", () => {
  expect(text(encodeResult(utf8, "iso-8859-1", null).bytes, "latin1")).toBe("<a>é&#8364;&#128512;</a>");
  expect(text(encodeResult(utf8, "us-ascii", "html").bytes, "latin1")).toBe("<a>&#233;&#8364;&#128512;</a>");
});

test("text has no references", () => {
  expect(text(encodeResult(utf8, "us-ascii", "text").bytes, "latin1")).toBe("<a>???</a>");
});

test("UTF-16 begins with its mark", () => {
  const { bytes, charset } = encodeResult(utf8, "utf-16", null);
  expect([bytes[0], bytes[1], charset]).toEqual([0xff, 0xfe, "utf-16"]);
  expect(new TextDecoder("utf-16le").decode(bytes)).toBe("<a>é€😀</a>");
});

test("UTF-8 is what it is without a wish", () => {
  expect(encodeResult(utf8, null, null)).toEqual({ bytes: utf8, charset: "utf-8" });
});

test("other encodings are refused", () => {
  expect(encodingProblem("utf-8")).toBeNull();
  expect(encodingProblem("shift_jis")).toMatch(/'shift_jis' is not available; use one of utf-8/);
});
