import { expect, test } from "vitest";
import { openDoor } from "../../testing/door";

test("a tag has a display name of 1 to 160 characters", async () => {
  const door = await openDoor();
  const put = (displayName: string) => door.ask("PUT", "tags/tag1", { body: { properties: { displayName } } });
  expect((await put("tag1")).status).toBe(201);
  expect((await put("x".repeat(160))).status).toBe(200);
  for (const wrong of ["", "x".repeat(161)]) {
    expect((await put(wrong)).body.error.details).toEqual([
      { code: "ValidationError", target: "displayName", message: "Must have 1 to 160 characters." },
    ]);
  }
  expect((await door.ask("PUT", "tags/tag1", { body: { properties: {} } })).body.error.details[0].message).toBe(
    "Is required.",
  );
  await door.close();
});
