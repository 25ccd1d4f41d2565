import { expect, test } from "vitest";
import { describeOperation } from "./operation-description";
import { contentTypeOf, fieldsOf, filledIn, firstFields, missingIn, withContentType } from "./request-fields";

const describe = (properties: object) =>
  describeOperation({ id: "", type: "", name: "", properties: properties as never });
const order = describe({
  method: "POST",
  urlTemplate: "/orders/{id}",
  request: {
    queryParameters: [{ name: "dry" }],
    representations: [
      { contentType: "application/json", examples: { default: { value: { a: 1 } } } },
      { contentType: "application/xml", examples: { default: { value: "<a>1</a>" } } },
    ],
  },
});

test("what is filled in comes back as it was", () => {
  const fields = {
    ...firstFields(order),
    parameters: { id: "7", dry: "" },
    more: [
      { key: "extra", value: "1" },
      { key: " ", value: "lost" },
    ],
  };
  const sent = filledIn(fields, order);
  expect(sent).toEqual({
    parameters: { id: "7", extra: "1" },
    headers: [{ name: "Content-Type", value: "application/json" }],
    body: '{\n  "a": 1\n}',
  });
  expect(filledIn(fieldsOf(sent, order), order)).toEqual(sent);
  expect(fieldsOf(sent, order)).toMatchObject({
    parameters: { id: "7", dry: "" },
    more: [{ key: "extra", value: "1" }],
  });
});

test("the URL's own names may not be empty", () => {
  expect(missingIn(firstFields(order), order)).toEqual(["id"]);
  expect(missingIn({ ...firstFields(order), parameters: { id: " " } }, order)).toEqual(["id"]);
});

test("another representation brings its example, unless somebody has written a body", () => {
  const xml = withContentType(firstFields(order), "application/xml", order);
  expect(xml.body).toBe("<a>1</a>");
  expect(contentTypeOf(xml)).toBe("application/xml");
  expect(xml.headers).toHaveLength(1);
  const own = withContentType({ ...firstFields(order), body: "mine" }, "application/xml", order);
  expect(own.body).toBe("mine");
  expect(withContentType({ ...firstFields(order), headers: [] }, "text/plain", order).headers).toEqual([
    { key: "Content-Type", value: "text/plain" },
  ]);
});

test("an operation for any method is sent with the chosen one, and content only where it is usual", () => {
  const any = describe({ method: "*", urlTemplate: "/any/*" });
  const fields = { ...firstFields(any), method: "PUT", body: "x" };
  expect(filledIn(fields, any)).toMatchObject({ method: "PUT", body: "x" });
  expect(filledIn({ ...fields, method: "GET" }, any).body).toBeUndefined();
  expect(filledIn(firstFields(order), order).method).toBeUndefined();
});

test("bytes that were saved are sent as bytes", () => {
  const saved = { parameters: { id: "1" }, headers: [], body: "AAE=", bodyEncoding: "base64" as const };
  expect(filledIn(fieldsOf(saved, order), order)).toEqual(saved);
});

test("a header that is only offered is not sent while it is empty, one that was added is", () => {
  const described = describe({ method: "GET", urlTemplate: "/", request: { headers: [{ name: "x-tenant" }] } });
  const fields = firstFields(described);
  expect(filledIn(fields, described).headers).toEqual([]);
  const added = { ...fields, headers: [...fields.headers, { key: "x-empty", value: "" }] };
  expect(filledIn(added, described).headers).toEqual([{ name: "x-empty", value: "" }]);
});
