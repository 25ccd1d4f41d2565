import { expect, test } from "vitest";
import { Blot } from "./blot";
import { ShownChunks } from "./shown-chunks";

test("a secret is covered wherever it is cut in two", () => {
  const secret = "päss/wörd?";
  for (const form of [secret, encodeURIComponent(secret)]) {
    const bytes = Buffer.from(`a ${form} b`);
    for (let cut = 0; cut <= bytes.length; cut++) {
      const stream = new Blot([secret]).stream();
      const parts = [stream.push(bytes.subarray(0, cut)), stream.push(bytes.subarray(cut)), stream.end()];
      const shown = Buffer.concat(parts).toString();
      expect(shown).toBe(`a ${"*".repeat(Buffer.byteLength(form))} b`);
    }
  }
});

test("what only looks like the beginning of a secret comes through whole", () => {
  const stream = new Blot(["secret-one"]).stream();
  const parts = ["x secre", "t-", "two"].map((text) => stream.push(Buffer.from(text)).toString());
  expect(parts).toEqual(["x ", "", "secret-two"]);
  expect(stream.end().toString()).toBe("");
});

test("texts inside JSON are covered, and short values are not taken for secrets", () => {
  expect(new Blot(['qu"oted']).json({ a: ['a qu"oted b'] })).toEqual({ a: ["a ******* b"] });
  expect(new Blot(["ab"]).text("abab")).toBe("abab");
  expect(new Blot(["secret"]).json({ "a secret": 1 })).toEqual({ "a ******": 1 });
});

test("of secrets that share a part, neither shows the rest; nor does the longer one behind the shorter", () => {
  const blot = new Blot(["one-two", "two-three", "one-two-and-more"]);
  expect(blot.text("x one-two-three y")).toBe(`x ${"*".repeat(13)} y`);
  const whole = Buffer.from("x one-two-and-more two-three one-two-three y");
  const shown = `x ${"*".repeat(16)} ${"*".repeat(9)} ${"*".repeat(13)} y`;
  for (let cut = 0; cut <= whole.length; cut++) {
    const stream = blot.stream();
    const parts = [stream.push(whole.subarray(0, cut)), stream.push(whole.subarray(cut)), stream.end()];
    expect(Buffer.concat(parts).toString()).toBe(shown);
  }
  const bytes = blot.stream();
  const one = Buffer.concat([...whole].map((byte) => bytes.push(Buffer.from([byte]))));
  expect(Buffer.concat([one, bytes.end()]).toString()).toBe(shown);
});

test("an answer that repeats a secret without end is not held back", () => {
  const stream = new Blot(["aaaaa"]).stream();
  let length = 0;
  for (let turn = 0; turn < 100; turn++) length += stream.push(Buffer.from("aaaaaaaaaa")).length;
  expect(length).toBeGreaterThan(990);
  expect(stream.end().toString()).toMatch(/^\**$/);
});

test("a character that is cut in two is shown once it is whole; what is no text is shown as Base64", () => {
  const text = "größe €";
  const bytes = Buffer.from(text);
  for (let cut = 0; cut <= bytes.length; cut++) {
    const chunks = new ShownChunks();
    const shown = [chunks.push(bytes.subarray(0, cut)), chunks.push(bytes.subarray(cut)), chunks.end()];
    expect(shown.map((chunk) => chunk?.text ?? "").join("")).toBe(text);
  }
  const binary = Buffer.from([0xff, 0xd8, 0x00]);
  expect(new ShownChunks().push(binary)).toEqual({ text: binary.toString("base64"), encoding: "base64" });
});
