import { afterEach, expect, test } from "vitest";
import { readTour, stepOf, tour } from "./tour";

afterEach(() => tour.end());

test("a tour begins, notes the call, and ends", () => {
  expect(tour.current()).toEqual({ running: false, called: false });
  tour.noteCall(429);
  expect(tour.current().called).toBe(false);
  let told = 0;
  const leave = tour.subscribe(() => told++);
  tour.start();
  tour.noteCall(200);
  tour.noteCall(429);
  tour.noteCall(429);
  expect(tour.current()).toEqual({ running: true, called: true });
  tour.end();
  expect([tour.current().running, told]).toEqual([false, 3]);
  leave();
});

test("what was kept is understood, anything else is no tour", () => {
  expect([readTour("limit"), readTour("why"), readTour("x"), readTour(null)]).toEqual([
    { running: true, called: false },
    { running: true, called: true },
    { running: false, called: false },
    { running: false, called: false },
  ]);
});

test("the next step follows from what there is", () => {
  expect(stepOf({ running: true, called: false }, false)).toBe("limit");
  expect(stepOf({ running: true, called: true }, false)).toBe("limit");
  expect(stepOf({ running: true, called: false }, true)).toBe("call");
  expect(stepOf({ running: true, called: true }, true)).toBe("why");
});
