import { expect, test } from "vitest";
import { libraryType } from "@/policy/kits/object/library-types";
import { NetQueue } from "./net-queue";

test("first in, first out, however it is used", () => {
  const queue = new NetQueue(libraryType("System.Int32"));
  const expected: number[] = [];
  for (let at = 0; at < 200; at++) {
    queue.enqueue(at);
    expected.push(at);
    if (at % 3 === 0) expect(queue.dequeue()).toBe(expected.shift());
    expect(queue.count).toBe(expected.length);
    expect(queue.peek()).toBe(expected[0]);
  }
  expect([...queue]).toEqual(expected);
  while (expected.length > 0) expect(queue.dequeue()).toBe(expected.shift());
  expect(queue.dequeue()).toBeUndefined();
});
