import { expect, test } from "vitest";
import { openDoor } from "../testing/door";

test("of many who write from one state, one wins and the others learn of it", async () => {
  const door = await openDoor();
  const properties = (title: string) => ({ title, url: "https://a.example", protocol: "http" });
  const made = await door.ask("PUT", "backends/raced", { body: { properties: properties("start") } });
  const headers = { "if-match": made.headers.get("etag") ?? "" };
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, index) =>
      door.ask("PUT", "backends/raced", { body: { properties: properties(`racer ${index}`) }, headers }),
    ),
  );
  const won = answers.filter(({ status }) => status === 200);
  expect([won.length, answers.filter(({ status }) => status === 412).length]).toEqual([1, 9]);
  expect((await door.ask("GET", "backends/raced")).body).toEqual(won[0]?.body);
  await door.close();
});

test("of many who create one document, one creates it", async () => {
  const door = await openDoor();
  const body = { properties: { displayName: "one" } };
  const asked = Array.from({ length: 10 }, () =>
    door.ask("PUT", "tags/one", { body, headers: { "if-none-match": "*" } }),
  );
  const statuses = (await Promise.all(asked)).map(({ status }) => status).sort();
  expect(statuses).toEqual([201, ...Array(9).fill(412)]);
  await door.close();
});

test("a write to a draft is at no revision", async () => {
  const door = await openDoor();
  const body = { properties: { displayName: "one" } };
  await door.ask("PUT", "drafts/d", { body: { title: "A draft" } });
  expect((await door.ask("PUT", "tags/one", { body, query: "draft=d" })).headers.get("gatehouse-revision")).toBeNull();
  expect((await door.ask("PUT", "tags/one", { body })).headers.get("gatehouse-revision")).toBe("2");
  expect((await door.ask("PUT", "tags/one", { body, query: "draft=gone" })).body.error.message).toBe(
    "Draft not found.",
  );
  await door.close();
});

test("a change is named after what it did, and by whom", async () => {
  const door = await openDoor();
  const put = (displayName: string) => door.ask("PUT", "tags/Named", { body: { properties: { displayName } } });
  await put("a");
  await put("b");
  await door.ask("DELETE", "tags/named", { role: "editor" });
  await door.ask("PATCH", "", { body: { properties: { publisherName: "x" } } });
  const { changes } = await door.store.changes({ top: 4 });
  expect(changes.map(({ title, actor }) => `${title} (${actor.name})`)).toEqual([
    "Update the service (Test owner)",
    "Delete tag Named (Test editor)",
    "Update tag Named (Test owner)",
    "Create tag Named (Test owner)",
  ]);
  await door.close();
});
