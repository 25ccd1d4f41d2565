import { expect, test } from "vitest";
import { Boxed } from "@/policy/expression/values/boxed";
import { BufferedResponse } from "./buffered-response";
import { exchangeFromJson } from "./exchange-from-json";

test("all is optional", () => {
  const exchange = exchangeFromJson({});
  expect(exchange.request.method).toBe("GET");
  expect(exchange.request.body.kind).toBe("none");
  expect(exchange.response).toBeNull();
  expect(exchange.api).toBeNull();
  expect(exchange.requestId).toMatch(/^[0-9a-f-]{36}$/);
});

test("names are found in any case", () => {
  const exchange = exchangeFromJson({ request: { METHOD: "PUT", headers: { A: ["1", "2"] } }, tracing: true });
  expect(exchange.request.method).toBe("PUT");
  expect(exchange.request.headers.all("a")).toEqual(["1", "2"]);
  expect(exchange.isTracing).toBe(true);
});

test("variables are of the types that their JSON says", () => {
  const { variables } = exchangeFromJson({
    Variables: { i: 1, l: 5e9, d: 0.5, s: "x", b: true, n: null, o: {}, r: { $type: "IResponse", StatusCode: 404 } },
  });
  expect(variables.get("i")).toBe(1);
  expect(variables.get("l")).toBe(5_000_000_000n);
  expect(variables.get("d")).toEqual(new Boxed("System.Double", 0.5));
  expect([variables.get("s"), variables.get("b"), variables.get("n")]).toEqual(["x", true, null]);
  expect(variables.get("r")).toBeInstanceOf(BufferedResponse);
  expect(variables.has("i")).toBe(true);
});

test("a URL may be text or its parts", () => {
  const { request, target } = exchangeFromJson({
    Request: { OriginalUrl: "http://a.example:81/x?y=1", Url: { Host: "b.example", Path: "/z", Query: "q=2" } },
  });
  expect([request.scheme, request.hostName, request.port, request.path, request.query]).toEqual([
    "http",
    "a.example",
    81,
    "/x",
    "?y=1",
  ]);
  expect(target).toMatchObject({ baseUrl: "https://b.example", path: "/z", query: "?q=2" });
});

test.each([
  [[], "The context must be an object, not a list."],
  [{ Request: 5 }, "Request must be an object, not a number."],
  [{ Request: { Method: {} } }, "Request.Method must be a string, not an object."],
  [{ Request: { Headers: { A: [null] } } }, "Request.Headers.A must be a string, not null."],
  [{ Request: { Url: "nowhere" } }, "Request.Url must be an absolute URL or a path, not 'nowhere'."],
  [{ Request: { Hedders: {} } }, "Request.Hedders is not known here."],
  [{ Nope: 1 }, "Nope is not known here."],
  [{ Response: { StatusCode: "200" } }, "Response.StatusCode must be a whole number, not a string."],
  [{ RequestId: "7" }, 'RequestId must be a GUID, not "7".'],
  [{ Timestamp: "soon" }, 'Timestamp must be a date such as "2026-01-31T12:00:00Z", not "soon".'],
  [{ Product: { State: "Maybe" } }, 'Product.State must be "Published" or "NotPublished", not "Maybe".'],
  [{ User: { Groups: "all" } }, "User.Groups must be a list, not a string."],
  [{ Tracing: "yes" }, "Tracing must be true or false, not a string."],
  [{ Variables: { a: { $type: "Foo" } } }, 'Variables.a.$type must be "IResponse", not "Foo".'],
  [{ Elapsed: "long" }, 'Elapsed must be a time such as "00:00:01.5", not "long".'],
])("what is wrong, and where: %j", (json, message) => {
  expect(() => exchangeFromJson(json)).toThrow(message);
});

test("numbers are texts where texts are wanted, a query may be an object, and what is unknown may be passed over", () => {
  const unknown: string[] = [];
  const exchange = exchangeFromJson(
    {
      context: {
        request: { url: { host: "a.example", query: { page: 2, tag: ["x", "y z"] } }, headers: { "X-N": 7 }, pth: "/" },
      },
    },
    (path) => unknown.push(path),
  );
  expect(exchange.target.query).toBe("?page=2&tag=x&tag=y%20z");
  expect(exchange.request.headers.get("x-n")).toBe("7");
  expect(unknown).toEqual(["context.Request.pth"]);
});
