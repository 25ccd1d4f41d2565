import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { JsonObject } from "@/lib/json";
import { serviceId } from "@/lib/service-id";
import { findType } from "../resources/find";
import { type Answer, type Door, openDoor } from "../testing/door";
import { type Sample, samples } from "../testing/samples";

const stale = { "if-match": '"AAAAAAAAA+c="' };
const etagOf = (answer: Answer): string => answer.headers.get("etag") ?? "";

// Every kind gives the same answers to the same questions; what a kind adds is tested beside it.
describe.each(Object.entries(samples))("%s", (type, sample: Sample) => {
  const resource = findType(type);
  if (resource === undefined) throw new Error(`There is no type ${type}.`);
  const { definition } = resource;
  const { path } = sample;
  const name = path.split("/").at(-1);
  const collection = path.slice(0, path.lastIndexOf("/"));
  /** A policy has one name only. */
  const absent = definition.kind === "policies" ? null : `${collection}/absent-one`;
  const body = (properties: JsonObject | null | undefined) => (properties ? { body: { properties } } : {});
  let door: Door;
  /** As stored before; the global policy is there from the start. */
  let status = 201;

  beforeAll(async () => {
    door = await openDoor();
    for (const need of sample.needs ?? []) {
      const made = await door.ask("PUT", need.path, body(need.properties));
      expect(made.body?.error ?? made.status).toBe(201);
    }
    status = (await door.ask("HEAD", path)).status === 404 ? 201 : 200;
  });
  afterAll(() => door.close());

  /** What does not apply to a kind is no test of it. */
  const when = (applies: boolean) => (applies ? test : () => {});
  const ask: Door["ask"] = (...asked) => door.ask(...asked);

  when(!sample.readOnly)("201 or 200 PUT, with an ETag and the revision", async () => {
    const made = await ask("PUT", path, body(sample.properties));
    expect(made.body?.error ?? made.status).toBe(status);
    expect(made.body).toMatchObject({ name });
    expect(etagOf(made)).toMatch(/^"[A-Za-z0-9+/]{11}="$/);
    expect(made.headers.get("gatehouse-revision")).toMatch(/^\d+$/);
  });

  when(!sample.readOnly)("200 GET, 304 GET of what is known, HEAD", async () => {
    const read = await ask("GET", path);
    expect(read.status).toBe(200);
    if (!definition.bodiless) {
      expect(read.body.id.toLowerCase()).toBe(`${serviceId}/${path}`.toLowerCase());
      expect(read.body.type).toBe(`Microsoft.ApiManagement/service/${type}`);
    }
    const known = await ask("GET", path, { headers: { "if-none-match": etagOf(read) } });
    expect([known.status, known.body, etagOf(known)]).toEqual([304, null, etagOf(read)]);
    const head = await ask("HEAD", path);
    expect([head.status, head.body, etagOf(head)]).toEqual([definition.headStatus ?? 200, null, etagOf(read)]);
  });

  when(!sample.readOnly)("200 GET in any case of letters", async () => {
    expect((await ask("GET", path.toUpperCase())).status).toBe(200);
    expect((await ask("GET", `${serviceId.toUpperCase()}/${path.toUpperCase()}`)).status).toBe(200);
  });

  test("200 GET of the list, and of a page of it", async () => {
    const all = await ask("GET", collection);
    expect(all.status).toBe(200);
    expect(all.body.count).toBe(all.body.value.length);
    expect(all.body.value.map((item: { name: string }) => item.name.toLowerCase())).toContain(name?.toLowerCase());
    const page = await ask("GET", collection, { query: "$top=1&$skip=0" });
    expect(page.body.value).toHaveLength(1);
    expect(page.body.nextLink === undefined).toBe(all.body.count === 1);
  });

  when(!(sample.readOnly || definition.bodiless))("200 PUT of what a GET returned changes nothing", async () => {
    const read = await ask("GET", path);
    const again = await ask("PUT", path, { body: read.body, headers: { "if-match": etagOf(read) } });
    expect(again.body.error ?? again.status).toBe(200);
    expect(again.body).toEqual(read.body);
    expect(etagOf(again)).toBe(etagOf(read));
  });

  when(sample.changed !== undefined)("200 PUT of something else, 412 with what was true before", async () => {
    const before = etagOf(await ask("HEAD", path));
    const changed = await ask("PUT", path, { ...body(sample.changed), headers: { "if-match": before } });
    expect(changed.body.error ?? changed.status).toBe(200);
    expect(etagOf(changed)).not.toBe(before);
    const late = await ask("PUT", path, { ...body(sample.properties), headers: { "if-match": before } });
    expect([late.status, late.body.error.code]).toEqual([412, "PreconditionFailed"]);
    expect(etagOf(await ask("HEAD", path))).toBe(etagOf(changed));
  });

  when(!sample.readOnly)("412 PUT that must not overwrite", async () => {
    const refused = await ask("PUT", path, { ...body(sample.properties), headers: { "if-none-match": "*" } });
    expect([refused.status, refused.body.error.code]).toEqual([412, "PreconditionFailed"]);
  });

  test("PATCH: 200 where the kind has one, 405 otherwise", async () => {
    if (definition.update === null) {
      const refused = await ask("PATCH", path, { body: { properties: {} } });
      expect(refused.status).toBe(405);
      expect(refused.headers.get("allow")).not.toContain("PATCH");
      return;
    }
    if (sample.patch === undefined) throw new Error("The kind has a PATCH and the sample has none.");
    const patched = await ask("PATCH", path, { body: { properties: sample.patch.send } });
    expect(patched.body.error ?? patched.status).toBe(200);
    expect(patched.body.properties).toMatchObject(sample.patch.shows);
    const late = await ask("PATCH", path, { body: { properties: sample.patch.send }, headers: stale });
    expect(late.status).toBe(412);
  });

  when(!sample.readOnly)("400 for a property that does not exist, by its name", async () => {
    const refused = await ask("PUT", path, { body: { properties: { ...sample.properties, nonsense: 1 } } });
    expect([refused.status, refused.body.error.code]).toEqual([400, "ValidationError"]);
    expect(refused.body.error.details).toContainEqual({
      code: "ValidationError",
      target: "nonsense",
      message: "There is no property 'nonsense' here.",
    });
  });

  when(!(sample.readOnly || definition.kind === "policies"))("400 for an id that the kind cannot have", async () => {
    const refused = await ask("PUT", `${collection}/${"x".repeat(300)}`, body(sample.properties));
    expect(refused.status).toBe(400);
  });

  when(definition.create === null)("405 PUT of what is only read", async () => {
    const refused = await ask("PUT", path, { body: { properties: {} } });
    expect([refused.status, refused.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
  });

  test("405 POST of a document, of a collection", async () => {
    for (const at of [path, collection]) expect((await ask("POST", at, { body: {} })).status).toBe(405);
    expect((await ask("DELETE", collection)).status).toBe(405);
  });

  when(!sample.readOnly)("413 for a body beyond the limit", async () => {
    const refused = await ask("PUT", path, { raw: `{"properties":{"description":"${"x".repeat(4 * 1024 * 1024)}"}}` });
    expect([refused.status, refused.body.error.code]).toEqual([413, "RequestContentTooLarge"]);
  });

  test("401 without a caller, 403 for a reader who writes", async () => {
    expect((await ask("GET", path, { role: null })).status).toBe(401);
    if (sample.readOnly) return;
    const before = etagOf(await ask("HEAD", path, { role: "reader" }));
    for (const method of ["PUT", "DELETE", ...(definition.update === null ? [] : ["PATCH"])]) {
      const refused = await ask(method, path, { ...body(sample.properties ?? {}), role: "reader" });
      expect([method, refused.status, refused.body.error.code]).toEqual([method, 403, "AuthorizationFailed"]);
    }
    expect(etagOf(await ask("HEAD", path))).toBe(before);
  });

  when(absent !== null)("404 for what is absent, by its kind's name; 204 DELETE of it", async () => {
    const missing = await ask("GET", String(absent));
    expect([missing.status, missing.body.error]).toEqual([
      404,
      { code: "ResourceNotFound", message: `${definition.title} not found.`, details: null },
    ]);
    if (sample.readOnly) return;
    expect((await ask("DELETE", String(absent))).status).toBe(204);
    if (definition.update !== null)
      expect((await ask("PATCH", String(absent), { body: { properties: {} } })).status).toBe(404);
  });

  when(type.includes("/"))("404 below a parent that does not exist", async () => {
    const orphan = path.replace(/^([^/]+)\/[^/]+/, "$1/absent-parent");
    const read = await ask("GET", orphan);
    expect([read.status, read.body.error.code]).toEqual([404, "ResourceNotFound"]);
    const list = await ask("GET", orphan.slice(0, orphan.lastIndexOf("/")));
    expect([list.status, list.body.error?.code]).toEqual([404, "ResourceNotFound"]);
    if (!sample.readOnly) expect((await ask("PUT", orphan, body(sample.properties))).status).toBe(404);
  });

  when(!sample.readOnly)("412, 200 and 204 DELETE", async () => {
    expect((await ask("DELETE", path, { headers: stale })).status).toBe(412);
    expect((await ask("DELETE", path)).status).toBe(200);
    expect((await ask("DELETE", path)).status).toBe(204);
    expect((await ask("GET", path)).status).toBe(404);
  });
});
