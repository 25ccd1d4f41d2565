import { expect, test } from "vitest";
import { hashPassword, verifyPassword } from "./password";
import { passwordProblem } from "./password-rules";

test("a hash carries its parameters and its own salt, and opens to its password alone", async () => {
  const [hash, other] = await Promise.all([
    hashPassword("quiet harbour lantern"),
    hashPassword("quiet harbour lantern"),
  ]);
  expect(hash).toMatch(/^scrypt\$32768\$8\$3\$[\w-]{22}\$[\w-]{43}$/);
  expect(other).not.toBe(hash);
  expect(await verifyPassword("quiet harbour lantern", hash)).toBe(true);
  expect(await verifyPassword("quiet harbour lanterN", hash)).toBe(false);
  expect(await verifyPassword("quiet harbour lantern", null)).toBe(false);
  expect(await verifyPassword("quiet harbour lantern", hash.slice(0, -1))).toBe(false);
  expect(await verifyPassword("", "scrypt$32768$8$3$$")).toBe(false);
});

test("a hash of weaker parameters still opens, so they can be raised", async () => {
  const { scryptSync } = await import("node:crypto");
  const salt = Buffer.from("0123456789abcdef");
  const key = scryptSync("old words of mine", salt, 32, { N: 1024, r: 8, p: 1 });
  const stored = `scrypt$1024$8$1$${salt.toString("base64url")}$${key.toString("base64url")}`;
  expect(await verifyPassword("old words of mine", stored)).toBe(true);
});

test("one password however its accents are composed", async () => {
  expect(await verifyPassword("cafe\u0301 au lait noir", await hashPassword("caf\u00e9 au lait noir"))).toBe(true);
});

const ada = { email: "ada.lovelace@example.com", name: "Ada Lovelace" };

test.each([
  ["short", "short words"],
  ["short", "👩‍🚀🚀🚀"],
  ["long", "x ".repeat(200)],
  ["repeated", "aaaaaaaaaaaaaaaa"],
  ["repeated", "abcabcabcabcabc"],
  ["repeated", "abcdefabcdefabcdef"],
  ["sequence", "abcdefghijklmnop"],
  ["sequence", "qwertyuiopasdf"],
  ["sequence", "zyxwvutsrqponm"],
  ["known", "Password1234!"],
  ["known", "P@ssw0rd2024!!"],
  ["known", "Welcome12345678"],
  ["known", "adminadmin2025"],
  ["known", "Summer-2026-!!"],
  ["known", "gatehouse12345"],
  ["personal", "lovelace-1815-"],
  ["personal", "AdaLovelace123"],
  ["personal", "ada.lovelace@example.com"],
] as const)("refused as %s: %s", (problem, password) => {
  expect(passwordProblem(password, ada)).toBe(problem);
});

test.each([
  "quiet harbour lantern",
  "tr0ubadour staple 9",
  "correct lovelace engine notes",
  "mE7#kq9!vTz2pL",
  "пароль из трёх слов",
  "海内存知己天涯若比邻千里共婵娟",
])("good: %s", (password) => {
  expect(passwordProblem(password, ada)).toBeNull();
});
