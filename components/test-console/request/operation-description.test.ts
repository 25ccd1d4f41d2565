import { expect, test } from "vitest";
import { describeOperation } from "./operation-description";

const operation = (properties: object) =>
  describeOperation({ id: "", type: "", name: "", properties: properties as never });

test("every name in the template is asked for, with what the operation says of it", () => {
  const { parameters } = operation({
    method: "GET",
    urlTemplate: "/items/{id}/{*rest}?kind={kind}",
    templateParameters: [{ name: "kind", values: ["a", "b"], required: true, description: "Which kind" }],
    request: { queryParameters: [{ name: "top", defaultValue: "10" }] },
  });
  expect(parameters.map(({ name, initial, required }) => [name, initial, required])).toEqual([
    ["id", "", true],
    ["rest", "", true],
    ["kind", "a", true],
    ["top", "10", false],
  ]);
});

test("a wildcard at the end may stay empty", () => {
  expect(operation({ method: "*", urlTemplate: "/*" })).toMatchObject({
    method: "GET",
    parameters: [{ name: "*", required: false }],
  });
});

test("the first example of the first representation is the body", () => {
  const description = operation({
    method: "post",
    urlTemplate: "/",
    request: {
      headers: [{ name: "x-trace", defaultValue: "1" }],
      representations: [{ contentType: "application/json", examples: { default: { value: { a: 1 } } } }],
    },
  });
  expect(description).toMatchObject({ method: "POST", takesBody: true, contentType: "application/json" });
  expect(description.body).toBe('{\n  "a": 1\n}');
  expect(description.headers[0]).toMatchObject({ name: "x-trace", initial: "1" });
});
