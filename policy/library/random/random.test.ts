import { expect, it } from "vitest";
import { Random } from "./random";

it("gives the numbers that .NET gives for a seed", () => {
  const zero = new Random(0);
  expect([zero.next(), zero.next(), zero.next()]).toEqual([1559595546, 1755192844, 1649316166]);
  const answer = new Random(42);
  expect([answer.next(), answer.next(), answer.next()]).toEqual([1434747710, 302596119, 269548474]);
  expect(new Random(-42).next()).toBe(1434747710);
});

it("stays within its bounds", () => {
  const random = Random.unseeded();
  for (let count = 0; count < 200; count++) {
    expect(random.between(-3, 4)).toSatisfy((value: number) => value >= -3 && value < 4);
    expect(random.between(-2147483648, 2147483647)).toSatisfy(
      (value: number) => value >= -2147483648 && value < 2147483647,
    );
  }
});
