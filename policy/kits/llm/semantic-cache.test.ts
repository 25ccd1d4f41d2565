import { expect, test } from "vitest";
import { type CachedAnswer, SemanticCache, unitVector } from "./semantic-cache";

const answer = (text: string, bytes = 0): CachedAnswer => ({
  status: 200,
  reason: text,
  contentType: "application/json",
  body: new Uint8Array(bytes),
});
const vector = (...numbers: number[]): Float32Array => unitVector(numbers) ?? new Float32Array();
const at = (degrees: number): Float32Array =>
  vector(Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180));

test("the nearest answer within the distance is found, whatever the length of the vectors", () => {
  const cache = new SemanticCache();
  cache.add("p", at(0), answer("at 0"), 1000);
  cache.add("p", at(20), answer("at 20"), 1000);
  cache.add("p", vector(1, 0, 0), answer("of another model"), 1000);
  expect(cache.find("p", at(14), 0.1)?.answer.reason).toBe("at 20");
  expect(cache.find("p", at(14), 0.1)?.distance).toBeCloseTo(1 - Math.cos((6 * Math.PI) / 180), 5);
  expect(cache.find("p", at(90), 0.1)).toBeNull();
  expect(cache.find("another", at(0), 1)).toBeNull();
  expect(vector(3, 4)).toEqual(vector(0.6, 0.8));
});

test("the distance itself is near enough, the same text has none", () => {
  const cache = new SemanticCache();
  cache.add("p", vector(1, 0), answer("a"), 1000);
  expect(cache.find("p", vector(1, 0), 0)?.distance).toBe(0);
  expect(cache.find("p", vector(0, 1), 1)?.distance).toBe(1);
  expect(cache.find("p", vector(0, 1), 0.999)).toBeNull();
});

test("an answer ends with its time", () => {
  let now = 0;
  const cache = new SemanticCache(() => now);
  cache.add("p", at(0), answer("a"), 1000);
  now = 999;
  expect(cache.find("p", at(0), 0.1)).not.toBeNull();
  now = 1000;
  expect(cache.find("p", at(0), 0.1)).toBeNull();
  cache.add("p", at(90), answer("b"), 1000);
  expect(cache.size).toBe(1);
});

test("it stays within its bounds: of a partition, of all, and of bytes", () => {
  const cache = new SemanticCache();
  for (let index = 0; index < 1100; index++) cache.add("p", at(index / 10), answer(String(index)), 60_000);
  expect(cache.size).toBe(1000);
  expect(cache.find("p", at(0), 0)).toBeNull();
  for (let index = 0; index < 6000; index++) cache.add(`p${index}`, at(0), answer("x"), 60_000);
  expect(cache.size).toBe(5000);
  const large = new SemanticCache();
  for (let index = 0; index < 50; index++) large.add(`p${index}`, at(0), answer("x", 3 * 1024 * 1024), 60_000);
  expect(large.size).toBe(21);
  large.add("huge", at(0), answer("x", 5 * 1024 * 1024), 60_000);
  expect(large.find("huge", at(0), 1)).toBeNull();
});

test.each([[[]], [["1"]], [[0, 0]], [[Number.NaN]], ["text"], [null], [undefined]])("%j is no vector", (given) => {
  expect(unitVector(given)).toBeNull();
});
