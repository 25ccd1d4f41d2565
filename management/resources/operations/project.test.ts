import { expect, test } from "vitest";
import type { JsonObject } from "@/lib/json";
import { project } from "./project";

const told = async (properties: JsonObject) => {
  const document = { id: "/apis/a/operations/x", name: "X" };
  return (await project({ document, properties } as never))?.properties;
};
const plain = { displayName: "X", method: "GET", urlTemplate: "/x" };

test("an operation that describes nothing tells nothing more", async () => {
  expect(await told(plain)).toEqual(plain);
  const empty = { templateParameters: [], request: { description: "d", headers: [] }, responses: [] };
  expect(await told({ ...plain, description: "d", ...empty })).toEqual(plain);
});

test("what is described is told without what only people read", async () => {
  const parameter = { name: "id", type: "integer", description: "d", required: true, values: ["1"], defaultValue: "1" };
  const bare = { name: "q", type: "string", required: false, values: [], examples: { a: { value: 1 } } };
  const representations = [
    {
      contentType: "application/json",
      schemaId: "s",
      typeName: "T",
      examples: { none: { summary: "s" }, a: { value: { b: 1 } } },
    },
    { contentType: "text/xml", examples: { a: { value: "<a/>" } } },
    { contentType: "multipart/form-data", formParameters: [bare] },
  ];
  const described = {
    templateParameters: [parameter],
    request: { queryParameters: [bare], headers: [parameter], representations },
    responses: [
      { statusCode: 404, description: "d" },
      { statusCode: 200, headers: [bare], representations: [] },
    ],
  };
  const { description: _, ...told1 } = parameter;
  const told2 = { name: "q", type: "string" };
  expect(await told({ ...plain, ...described } as never)).toEqual({
    ...plain,
    templateParameters: [told1],
    request: {
      queryParameters: [told2],
      headers: [told1],
      representations: [
        { contentType: "application/json", schemaId: "s", typeName: "T", example: '{"b":1}' },
        { contentType: "text/xml", example: "<a/>" },
        { contentType: "multipart/form-data", formParameters: [told2] },
      ],
    },
    responses: [{ statusCode: 404 }, { statusCode: 200, headers: [told2] }],
  });
});
