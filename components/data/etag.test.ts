import { expect, test } from "vitest";
import { revisionOf } from "./etag";

test("reads the revision out of an ETag", () => {
  expect(revisionOf('"AAAAAAAAFYg="')).toBe(5512);
  expect(revisionOf('W/"AAAAAAAAAAE="')).toBe(1);
});

test.each([null, "", "*", '"abc"'])("%j stands for none", (etag) => expect(revisionOf(etag)).toBeNull());
