import { expect, test } from "vitest";
import { z } from "zod";
import type { JsonObject } from "@/lib/json";
import { timeSpan } from "@/management/resources/member";
import type { LooseText } from "../text/use-loose-text";
import { describe, nodeAt } from "./describe";
import { prune } from "./prune";
import { validate } from "./validate";

const schema = z.strictObject({
  title: z.string().min(1).max(5).optional(),
  path: z.string().max(9).optional(),
  type: z.enum(["Single", "Pool"]).default("Single"),
  limit: z.number().int().min(0).nullable().optional(),
  wait: timeSpan.optional(),
  on: z.boolean().optional(),
  map: z.record(z.string(), z.array(z.string())).optional(),
  pool: z
    .strictObject({
      services: z.array(z.strictObject({ id: z.string().min(1), weight: z.number().max(100).optional() })).max(30),
    })
    .optional(),
});
const root = describe(schema);
const text = Object.assign((key: string, values?: object) => `${key}${values ? JSON.stringify(values) : ""}`, {
  has: () => true,
}) as LooseText;
const all = () => true;

test("reads a schema: kinds, limits, what may be missing", () => {
  expect(nodeAt(root, "title")).toMatchObject({ kind: "text", min: 1, max: 5, required: false });
  expect(nodeAt(root, "type")).toMatchObject({
    kind: "choice",
    options: ["Single", "Pool"],
    required: false,
    fallback: "Single",
  });
  expect(nodeAt(root, "limit")).toMatchObject({ kind: "number", min: 0, nullable: true });
  expect(nodeAt(root, "wait")).toMatchObject({ kind: "text", format: "duration" });
  expect(nodeAt(root, "map")).toMatchObject({ kind: "map", value: { kind: "list" } });
  expect(nodeAt(root, "pool.services")).toMatchObject({ kind: "list", max: 30 });
  expect(nodeAt(root, "pool.services.3.id")).toMatchObject({ kind: "text", required: true });
  expect(nodeAt(root, "nothing.there")).toBeUndefined();
});

test("blank members are not sent", () => {
  expect(prune({ title: "", map: {}, pool: { services: [] }, on: false }, root, {}, all)).toEqual({
    on: false,
    pool: { services: [] },
  });
  expect(prune({ title: "", map: {} }, root, {}, all)).toEqual({});
});

test("blank stays where blank is a value and stood before, null where it is one", () => {
  const base: JsonObject = { path: "x", title: "y" };
  expect(prune({ path: "", title: "" }, root, base, all)).toEqual({ path: "" });
  expect(prune({ limit: null, on: null }, root, base, all)).toEqual({ limit: null });
});

test("an item left blank is seen by the validation", () => {
  const values = prune({ pool: { services: [{ id: "" }] } }, root, {}, all);
  expect(values).toEqual({ pool: { services: [{}] } });
  expect([...validate(schema, values, text)]).toEqual([["pool.services.0.id", "form.problems.required"]]);
});

test("hidden members are not sent", () => {
  expect(prune({ title: "t", path: "p" }, root, {}, (path) => path !== "path")).toEqual({ title: "t" });
});

test("every problem has a path and words", () => {
  const found = validate(schema, { title: "too long", type: "None", limit: -1, wait: "1h", extra: 1 }, text);
  expect(Object.fromEntries(found)).toEqual({
    title: 'form.problems.too_big.string{"limit":5}',
    type: "form.problems.choice",
    limit: 'form.problems.too_small.number{"limit":0}',
    wait: "Must be an ISO 8601 duration such as PT1H or PT30S.",
    extra: "form.problems.unknown",
  });
});
