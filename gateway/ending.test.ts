import { expect, test } from "vitest";
import { Ending } from "./ending";

test("it is at once while there is nothing to do, and once only", async () => {
  const done: string[] = [];
  const ending = new Ending(() => done.push("exit"));
  ending.tell();
  ending.by(async () => {
    done.push("drained");
  });
  ending.tell();
  await new Promise(setImmediate);
  expect(done).toEqual(["exit"]);
});

test("what has to be done first is, whatever comes of it", async () => {
  const done: string[] = [];
  const ending = new Ending(() => done.push("exit"));
  let finish: (error: Error) => void = () => {};
  ending.by(() => {
    done.push("draining");
    return new Promise<void>((_, reject) => {
      finish = reject;
    }).catch(() => {
      done.push("failed");
    });
  });
  ending.tell();
  ending.tell();
  await new Promise(setImmediate);
  expect(done).toEqual(["draining"]);
  finish(new Error("x"));
  await new Promise(setImmediate);
  expect(done).toEqual(["draining", "failed", "exit"]);
});
