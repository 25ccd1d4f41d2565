import { afterAll, beforeAll, expect, test } from "vitest";
import { type Door, openDoor } from "../testing/door";
import { endpoints } from "./definitions";
import { matchEndpoints } from "./match";

let door: Door;
beforeAll(async () => {
  door = await openDoor();
});
afterAll(() => door.close());

const fill = (path: string) => path.replace("{document}", "backends/echo").replaceAll(/\{\w+\}/g, "1");
const rank = { reader: 0, editor: 1, owner: 2 } as const;

test("no two endpoints answer one method and path", () => {
  const all = endpoints.map(({ method, path }) => `${method} ${path.replaceAll(/\{\w+\}/g, "{}")}`);
  expect(new Set(all).size).toBe(all.length);
});

test("every endpoint is found by its path, in any case, and refuses lesser roles, strangers and other methods", async () => {
  for (const endpoint of endpoints) {
    const path = fill(endpoint.path);
    const found = matchEndpoints(path.toUpperCase().split("/")).filter(
      ({ endpoint: { method } }) => method === endpoint.method,
    );
    expect(found.map((match) => match.endpoint.path)).toContain(endpoint.path);
    expect((await door.ask(endpoint.method, path, { role: null })).status).toBe(401);
    for (const role of ["reader", "editor"] as const) {
      if (rank[role] >= rank[endpoint.role]) continue;
      const refused = await door.ask(endpoint.method, path, { role });
      expect([endpoint.path, refused.status]).toEqual([endpoint.path, 403]);
    }
    const methods = new Set(matchEndpoints(path.split("/")).map((match) => match.endpoint.method));
    const other = (["PATCH", "DELETE", "PUT"] as const).find((method) => !methods.has(method));
    if (other !== undefined) {
      const refused = await door.ask(other, path);
      expect([endpoint.path, refused.status]).toEqual([endpoint.path, 405]);
      expect(refused.headers.get("allow")?.split(", ").sort()).toEqual([...methods].sort());
    }
  }
});

test("what hangs below a document is 404 when the document or its type does not exist", async () => {
  const below = endpoints.find(
    ({ path, method, alsoWhenAbsent }) => path.startsWith("{document}/") && method === "GET" && !alsoWhenAbsent,
  );
  if (below === undefined) return;
  const [, ...rest] = below.path.split("/");
  const gone = await door.ask(below.method, `backends/gone/${rest.join("/")}`);
  expect([gone.status, gone.body.error.message]).toEqual([404, "Backend not found."]);
  const unknown = await door.ask(below.method, `frontends/x/${rest.join("/")}`);
  expect(unknown.body.error.code).toBe("InvalidResourceType");
});
