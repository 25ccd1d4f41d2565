import { expect, test } from "vitest";
import { etagOf, preconditionsOf } from "./etag";

test("an ETag is the quoted base64 of eight bytes, as Azure's are", () => {
  expect(etagOf(0x1588)).toBe('"AAAAAAAAFYg="');
  for (const revision of [0, 1, 255, 2 ** 31, Number.MAX_SAFE_INTEGER]) {
    const headers = new Headers({ "if-match": etagOf(revision) });
    expect(preconditionsOf(headers).match).toEqual([revision]);
  }
});
