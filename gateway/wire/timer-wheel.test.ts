import { expect, test } from "vitest";
import { Timed, TimerWheel } from "./timer-wheel";

class Alarm extends Timed {
  readonly startedAt = performance.now();
  firedAfterMs: number[] = [];
  also: () => void = () => {};
  timeUp(): void {
    this.firedAfterMs.push(performance.now() - this.startedAt);
    this.also();
  }
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test("fires each once, never early, also beyond a whole turn", async () => {
  const wheel = new TimerWheel(2);
  const alarms = [0, 1, 15, 40, 100, 600, 1100].map((afterMs) => {
    const alarm = new Alarm();
    wheel.arm(alarm, afterMs);
    return { alarm, afterMs };
  });
  await wait(1400);
  for (const { alarm, afterMs } of alarms) {
    expect(alarm.firedAfterMs).toHaveLength(1);
    expect(alarm.firedAfterMs[0]).toBeGreaterThanOrEqual(afterMs);
  }
  wheel.stop();
});

test("what was armed while the process was busy is not early", async () => {
  const wheel = new TimerWheel(5);
  wheel.arm(new Alarm(), 1000);
  await wait(20);
  const until = performance.now() + 150;
  while (performance.now() < until);
  const alarm = new Alarm();
  wheel.arm(alarm, 60);
  await wait(250);
  expect(alarm.firedAfterMs[0]).toBeGreaterThanOrEqual(60);
  wheel.stop();
});

test("a cancelled one stays silent, one armed anew fires at its new time", async () => {
  const wheel = new TimerWheel(2);
  const [cancelled, again, neighbour] = [new Alarm(), new Alarm(), new Alarm()];
  wheel.arm(cancelled, 30);
  wheel.arm(again, 30);
  wheel.arm(neighbour, 30);
  wheel.cancel(cancelled);
  wheel.cancel(cancelled);
  wheel.arm(again, 120);
  await wait(300);
  expect(cancelled.firedAfterMs).toEqual([]);
  expect(again.firedAfterMs).toHaveLength(1);
  expect(again.firedAfterMs[0]).toBeGreaterThanOrEqual(120);
  expect(neighbour.firedAfterMs).toHaveLength(1);
  wheel.stop();
});

test("those that run out together may cancel and arm each other", async () => {
  const wheel = new TimerWheel(2);
  const [one, two, three] = [new Alarm(), new Alarm(), new Alarm()];
  // The last armed runs out first.
  wheel.arm(one, 20);
  wheel.arm(two, 20);
  wheel.arm(three, 20);
  three.also = () => {
    wheel.cancel(two);
    wheel.arm(one, 60);
    three.also = () => {};
    wheel.arm(three, 1);
  };
  await wait(200);
  expect(two.firedAfterMs).toEqual([]);
  expect(one.firedAfterMs).toHaveLength(1);
  expect(one.firedAfterMs[0]).toBeGreaterThanOrEqual(60);
  expect(three.firedAfterMs).toHaveLength(2);
  wheel.stop();
});

test("ten thousand waits end exactly once each", async () => {
  const wheel = new TimerWheel(1);
  const alarms = Array.from({ length: 10_000 }, (_, index) => {
    const alarm = new Alarm();
    wheel.arm(alarm, (index * 7919) % 700);
    return alarm;
  });
  for (const [index, alarm] of alarms.entries()) if (index % 3 === 0) wheel.cancel(alarm);
  await wait(1200);
  expect(alarms.filter((alarm) => alarm.firedAfterMs.length === 1)).toHaveLength(10_000 - 3334);
  expect(alarms.filter((alarm) => alarm.firedAfterMs.length > 1)).toEqual([]);
  wheel.stop();
});
