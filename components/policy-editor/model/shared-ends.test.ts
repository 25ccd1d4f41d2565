import fc from "fast-check";
import { expect, test } from "vitest";
import { sharedEnd, sharedStart } from "./shared-ends";

const part = fc.oneof(
  fc.string({ maxLength: 5 }),
  fc.integer({ min: 0, max: 3_000 }).map((length) => "ab\n".repeat(length)),
);

test("what two texts share at both ends is found to the letter", () => {
  fc.assert(
    fc.property(part, part, part, part, (head, one, other, tail) => {
      const [a, b] = [head + one + tail, head + other + tail];
      const most = Math.min(a.length, b.length);
      const start = sharedStart(a, b);
      expect(a.slice(0, start)).toBe(b.slice(0, start));
      expect(start === most || a[start] !== b[start]).toBe(true);
      const room = most - start;
      const end = sharedEnd(a, b, room);
      expect(a.slice(a.length - end)).toBe(b.slice(b.length - end));
      expect(end === room || a[a.length - 1 - end] !== b[b.length - 1 - end]).toBe(true);
    }),
    { numRuns: 300 },
  );
});
