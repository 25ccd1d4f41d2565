import { expect, test } from "vitest";
import { withoutPortalCookies } from "./portal-cookies";

test.each([
  ["a=1; b=2", "a=1; b=2"],
  ["a=gatehouse-session", "a=gatehouse-session"],
  ["gatehouse-session=secret", null],
  ["a=1; __Host-gatehouse-session=secret; b=2", "a=1; b=2"],
  ["__Secure-gatehouse-callback=x;a=1", "a=1"],
])("%s", (cookies, left) => {
  expect(withoutPortalCookies(cookies)).toBe(left);
});
