import { expect, test } from "vitest";
import type { JsonCheck } from "@/policy/kits/json-schema/check-json";
import { checkJsonContent, checkXmlContent } from "./check-content";

const encoder = new TextEncoder();
const json = (body: string, schema: object): JsonCheck => ({
  body: encoder.encode(body),
  schemaText: JSON.stringify(schema),
  definition: null,
  variant: { additionalProperties: null, ignoreCase: false, side: "request" },
});
const nothing = { schema: () => null } as never;

/** How often the event loop turned while something was waited for. */
async function turnsDuring<T>(work: Promise<T>): Promise<{ result: T; turns: number }> {
  let turns = 0;
  const timer = setInterval(() => turns++, 1);
  try {
    return { result: await work, turns };
  } finally {
    clearInterval(timer);
  }
}

test("bodies of four megabytes are checked while the event loop turns on", async () => {
  const items = Array.from({ length: 200_000 }, (_, at) => ({ id: at, n: "x" }));
  const body = JSON.stringify(items);
  expect(body.length).toBeGreaterThan(4_000_000);
  const schema = { items: { properties: { id: { type: "integer" }, n: { maxLength: 1 } } } };
  const { result, turns } = await turnsDuring(checkJsonContent(json(body, schema)));
  expect(result).toEqual({ kind: "conforms" });
  expect(turns).toBeGreaterThan(10);

  const xml = `<a>${"<b>text</b>".repeat(360_000)}</a>`;
  const large = { body: encoder.encode(xml), element: null, soap: null };
  const second = await turnsDuring(checkXmlContent(large, null, nothing));
  expect(second.result).toEqual({ kind: "conforms" });
  expect(second.turns).toBeGreaterThan(10);
});

test("a pattern that the library cannot bear ends, the event loop turns on, and the next check is made", async () => {
  const schema = {
    id: "/schemas/s",
    contentType: "xml",
    text: `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="a"><xs:simpleType>
      <xs:restriction base="xs:string"><xs:pattern value="([a-z]*[a-y]*)*"/></xs:restriction></xs:simpleType></xs:element></xs:schema>`,
  };
  const slow = { body: encoder.encode(`<a>${"a".repeat(40)}!</a>`), element: null, soap: null };
  const { result, turns } = await turnsDuring(checkXmlContent(slow, schema, nothing));
  expect(result.kind).toBe("unusable");
  expect(turns).toBeGreaterThan(10);
  expect((await checkXmlContent({ ...slow, body: encoder.encode("<a/>") }, null, nothing)).kind).toBe("conforms");
});

test("where all is wrong, so much is told as anybody reads", async () => {
  const many = JSON.stringify(Array.from({ length: 20_000 }, () => 1));
  const small = await checkJsonContent(json(many, { items: { type: "string" } }));
  expect(small).toMatchObject({ kind: "wrong", problems: { length: 50 } });
  const large = await checkJsonContent(json(`[${many},${many}]`, { items: { items: { type: "string" } } }));
  expect(large).toMatchObject({ kind: "wrong", problems: { length: 1 } });
});
