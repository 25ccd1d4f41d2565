import { expect, test } from "vitest";
import { Jwt } from "./jwt";

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
const token = (payload: unknown, header: unknown = { alg: "none" }) => `${part(header)}.${part(payload)}.`;

test("claims of all kinds are texts", () => {
  const claims = Jwt.parse(
    token({ s: "x", n: 5, b: true, z: null, l: [1, "a"], o: { k: 1 }, __proto__x: "p" }),
  )?.claims;
  const values = (name: string) => (claims?.get(name) as { items: unknown[] } | undefined)?.items;
  expect(values("s")).toEqual(["x"]);
  expect(values("n")).toEqual(["5"]);
  expect(values("b")).toEqual(["true"]);
  expect(values("z")).toEqual([""]);
  expect(values("l")).toEqual(["1", "a"]);
  expect(values("o")).toEqual(['{"k":1}']);
});

test.each([null, "", "a.b", "a.b.c", `${part([])}.${part({})}.x`, `${part("x")}.${part({})}.x`])(
  "%j is no token",
  (text) => {
    expect(Jwt.parse(text)).toBeNull();
  },
);

test("with a scheme before it, and without a signature", () => {
  expect(Jwt.parse(`Bearer ${token({ sub: "me" })}`)?.text("sub")).toBe("me");
  expect(Jwt.parse(`bearer  ${token({ sub: "me" })}`)?.text("sub")).toBe("me");
});
