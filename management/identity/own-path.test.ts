import { expect, test } from "vitest";
import { ownPath } from "./own-path";

const origin = "https://gate.example.com";

test.each([
  ["/apis?tab=all#x", "/apis?tab=all#x"],
  [`${origin}/backends/a`, "/backends/a"],
  ["apis", "/apis"],
  ["/a/../b", "/b"],
])("%s stays here: %s", (given, path) => {
  expect(ownPath(given, origin)).toBe(path);
});

test.each([
  ...[null, undefined, "", "//evil.example", "///evil.example", "https://evil.example/", "http://gate.example.com/"],
  ...[
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "\n//evil.example",
    "javascript:alert(1)",
    "data:text/html,x",
  ],
  ...[
    "https://gate.example.com@evil.example/",
    "https://gate.example.com.evil.example/",
    "https://u:p@gate.example.com/x",
  ],
  ...[
    "/x/..//evil.example",
    "/sign-in",
    "/sign-in?callbackUrl=/",
    "/set-up",
    "/api/auth/signout",
    "http://",
    "https://gate.example.com:444/",
  ],
])("%o leads home", (given) => {
  expect(ownPath(given, origin)).toBe("/");
});
