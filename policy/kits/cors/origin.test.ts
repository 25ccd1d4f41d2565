import { expect, test } from "vitest";
import { normalOrigin } from "./origin";

test.each([
  ["https://shop.example", "https://shop.example"],
  ["HTTPS://Shop.Example:443/", "https://shop.example"],
  ["http://shop.example:80", "http://shop.example"],
  ["http://shop.example:443", "http://shop.example:443"],
  ["http://[::1]:8080", "http://[::1]:8080"],
  ["null", "null"],
  ["chrome-extension://abc", "chrome-extension://abc"],
])("%s is %s", (given, normal) => {
  expect(normalOrigin(given)).toBe(normal);
});

test.each(["", "shop.example", "https://", "https://a/b", "https://user@shop.example", "https://a b", "*"])(
  "'%s' is no origin",
  (given) => {
    expect(normalOrigin(given)).toBeNull();
  },
);
