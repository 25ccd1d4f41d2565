import { expect, test } from "vitest";
import { placeInText } from "./place-in-text";

const text = "<policies>\r\n  <inbound>\r\n    <set-header name='a'>\r\n  </inbound>";

test("line and column as people count, with the line as it is without its indentation", () => {
  const start = text.indexOf("<set-header");
  expect(placeInText(text, start, start + 11)).toEqual({
    line: 3,
    column: 5,
    code: "<set-header name='a'>",
    from: 0,
    length: 11,
  });
  const attribute = text.indexOf("name");
  expect(placeInText(text, attribute, text.length)).toMatchObject({ line: 3, column: 17, from: 12, length: 9 });
});

test("the beginning, the end, and beyond it", () => {
  expect(placeInText(text, 0, 10)).toMatchObject({ line: 1, column: 1, from: 0 });
  expect(placeInText(text, text.length, text.length)).toMatchObject({ line: 4, length: 1 });
  expect(placeInText(text, text.length + 1, 0)).toBeNull();
  expect(placeInText("", 0, 0)).toMatchObject({ line: 1, column: 1, code: "" });
});

test("of a very long line, what is around the place", () => {
  const long = `${"x".repeat(5000)}HERE${"y".repeat(5000)}`;
  const place = placeInText(long, 5000, 5004);
  expect(place?.code.slice(place.from, place.from + place.length)).toBe("HERE");
  expect(place?.code.length).toBeLessThanOrEqual(160);
});
