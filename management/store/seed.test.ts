import { expect, test } from "vitest";
import { openDoor } from "../testing/door";

test("what an installation begins with is what the service accepts, so it can be edited", async () => {
  const door = await openDoor();
  for (const path of ["", "backends/echo", "policies/policy", "subscriptions/master"]) {
    const read = await door.ask("GET", path);
    expect(read.status, path).toBe(200);
    const written = await door.ask("PUT", path, { body: read.body });
    expect([path, written.status, written.body.error?.details]).toEqual([path, 200, undefined]);
  }
  const keys = await door.ask("POST", "subscriptions/master/listSecrets");
  expect(keys.body.primaryKey).toMatch(/^[0-9a-f]{32}$/);
  await door.close();
});
