import { expect, test } from "vitest";
import { isText } from "./is-text";

test("bytes are told from text, and text with a slip in it is text still", () => {
  const bytes = Buffer.from(Array.from({ length: 512 }, (_, at) => (at * 7) % 256)).toString("utf8");
  expect(isText(bytes)).toBe(false);
  expect(isText("\x89PNG\r\n\x1a\n\0\0\0\rIHDR")).toBe(false);
  expect(isText("")).toBe(true);
  expect(isText('{"a":\t"ü 漢 🙂"}\r\n')).toBe(true);
  expect(isText(`${"a".repeat(200)}\ufffd`)).toBe(true);
});
