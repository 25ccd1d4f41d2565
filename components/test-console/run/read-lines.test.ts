import { expect, test } from "vitest";
import { readLines } from "./read-lines";

const bytes = new TextEncoder();
const streamOf = (chunks: Uint8Array[], onCancel = () => {}) =>
  new ReadableStream<Uint8Array>({
    pull(controller) {
      const chunk = chunks.shift();
      if (chunk === undefined) controller.close();
      else controller.enqueue(chunk);
    },
    cancel: onCancel,
  });

async function all(chunks: Uint8Array[]): Promise<unknown[]> {
  const values: unknown[] = [];
  for await (const value of readLines(streamOf(chunks))) values.push(value);
  return values;
}

test("wherever the pieces are cut, also within a letter, the lines are the same", async () => {
  const whole = bytes.encode('{"a":"ü漢🙂"}\r\n\n{"b":2}\n{"c":3}');
  for (let size = 1; size <= whole.length; size++) {
    const chunks: Uint8Array[] = [];
    for (let at = 0; at < whole.length; at += size) chunks.push(whole.slice(at, at + size));
    expect(await all(chunks)).toEqual([{ a: "ü漢🙂" }, { b: 2 }, { c: 3 }]);
  }
  expect(await all([])).toEqual([]);
});

test("who stops reading lets the sender know", async () => {
  let cancelled = false;
  const stream = streamOf([bytes.encode("1\n2\n"), bytes.encode("3\n"), bytes.encode("4\n")], () => {
    cancelled = true;
  });
  for await (const value of readLines<number>(stream)) if (value === 2) break;
  expect(cancelled).toBe(true);
});

test("what is no JSON is an error", async () => {
  await expect(all([bytes.encode("<html>\n")])).rejects.toThrow(SyntaxError);
});
