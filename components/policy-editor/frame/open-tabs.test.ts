import { expect, test } from "vitest";
import { askWhoHolds, holdOpen } from "./open-tabs";

test("a tab that has the document open answers; one with another document and one that left do not", async () => {
  const leave = holdOpen("/a", "gone");
  leave();
  const stops = [holdOpen("/a", "here"), holdOpen("/b", "elsewhere"), holdOpen("/a", "me")];
  expect(await askWhoHolds("/a", "me")).toEqual(new Set(["here"]));
  for (const stop of stops) stop();
});
