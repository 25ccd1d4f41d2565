import { expect, test } from "vitest";
import { makePassword } from "./make-password";

test("a made password is long, plain to copy, and never the same", () => {
  const made = Array.from({ length: 200 }, makePassword);
  for (const password of made) expect(password).toMatch(/^[A-Za-z0-9_-]{20}$/);
  expect(new Set(made).size).toBe(made.length);
});
