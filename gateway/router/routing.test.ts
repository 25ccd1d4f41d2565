import { expect, test } from "vitest";
import type { GatewayDocument, GatewayDocuments } from "@/contract/documents";
import { createHandler } from "@/gateway/handle";
import { type FakeRequest, fakeExchange } from "@/gateway/pipeline/testing/fake-exchange";
import { build } from "@/gateway/program/build";
import { api, operation } from "@/gateway/testing/documents";

type Api = Partial<GatewayDocuments["apis"]>;

/** Where a request ends: API and template, what the template caught, and the path that is left for the backend. */
function route(documents: GatewayDocument[], request: FakeRequest) {
  const unexpected: unknown[] = [];
  const program = build(documents, 1);
  const exchange = fakeExchange(request);
  void createHandler(() => program, { onUnexpected: (error) => unexpected.push(error) })(exchange);
  expect(unexpected).toEqual([]);
  if (exchange.operation === null) {
    expect(exchange.lastError).toMatchObject({ source: "configuration", reason: "OperationNotFound" });
    return exchange.api === null ? "no API" : "no operation";
  }
  const { urlTemplate } = exchange.operation;
  const parameters = Object.fromEntries(exchange.matchedParameters);
  return { api: exchange.api?.name, template: urlTemplate, parameters, rest: exchange.target.path };
}

const apisAt = (paths: Record<string, string>, given: Api = {}): GatewayDocument[] =>
  Object.entries(paths).flatMap(([name, path]) => [api(name, { path, ...given }), operation(name, "GET", "/*")]);

const byPath = apisAt({ root: "", orders: "orders", deep: "orders/deep/er", space: "my orders", other: "Über/x" });

test.each([
  ["/orders", "orders", ""],
  ["/orders/", "orders", "/"],
  ["/orders/7", "orders", "/7"],
  ["/ORDERS/Case", "orders", "/Case"],
  ["/ordersX", "root", "/ordersX"],
  ["/orders/deep", "orders", "/deep"],
  ["/orders/deep/er", "deep", ""],
  ["/orders/deep/er/7", "deep", "/7"],
  ["/orders/deep/err", "orders", "/deep/err"],
  ["/%6Frders/7", "orders", "/7"],
  ["/orders%2F7", "root", "/orders%2F7"],
  ["/my%20orders/a%20b", "space", "/a%20b"],
  ["/%C3%9CBER/x/1", "other", "/1"],
  ["//orders", "root", "//orders"],
  ["/orders//7", "orders", "//7"],
  ["/", "root", "/"],
  ["/%zz", "root", "/%zz"],
])("the longest path of whole segments, without case: %s", (url, name, rest) => {
  expect(route(byPath, { url })).toMatchObject({ api: name, rest });
});

test("without an API at the root, a path of nobody is not found", () => {
  expect(route(apisAt({ orders: "orders" }), { url: "/other" })).toBe("no API");
  expect(route([], { url: "/" })).toBe("no API");
});

function versioned(
  scheme: GatewayDocuments["apiVersionSets"]["scheme"],
  versions: (string | null)[],
): GatewayDocument[] {
  const id = "/apiversionsets/s";
  const properties = { displayName: "s", scheme, headerName: "X-Version", queryName: "v" };
  return [
    { id, name: "s", type: "apiVersionSets", properties },
    ...versions.flatMap((version) => {
      const name = version ?? "original";
      return [api(name, { path: "a", version, versionSetId: id }), operation(name, "GET", "/x")];
    }),
  ];
}
const X = (value: string) => ({ headers: { "x-version": value } });

test.each<[string, ReturnType<typeof versioned>, FakeRequest, string]>([
  ["a segment after the path", versioned("Segment", ["v1", "v2", null]), { url: "/a/V2/x" }, "v2"],
  ["no segment, with an original", versioned("Segment", ["v1", null]), { url: "/a/x" }, "original"],
  ["no segment, without an original", versioned("Segment", ["v1"]), { url: "/a/x" }, "no API"],
  ["a segment that is no version", versioned("Segment", ["v1"]), { url: "/a/v9/x" }, "no API"],
  ["a header", versioned("Header", ["v1", "v2", null]), { url: "/a/x", ...X("V1") }, "v1"],
  ["no header, with an original", versioned("Header", ["v1", null]), { url: "/a/x" }, "original"],
  ["an empty header, with an original", versioned("Header", ["v1", null]), { url: "/a/x", ...X("") }, "original"],
  ["no header, without an original", versioned("Header", ["v1", "v2"]), { url: "/a/x" }, "no API"],
  ["a header that names no version", versioned("Header", ["v1", null]), { url: "/a/x", ...X("v9") }, "no API"],
  ["a query parameter", versioned("Query", ["v1", "v2", null]), { url: "/a/x?b=c&V=v2" }, "v2"],
  [
    "an encoded query parameter",
    versioned("Query", ["2024-01-01 a"]),
    { url: "/a/x?%76=2024-01-01+%61" },
    "2024-01-01 a",
  ],
  ["no parameter, with an original", versioned("Query", ["v1", null]), { url: "/a/x?vv=v1" }, "original"],
  ["no parameter, without an original", versioned("Query", ["v1"]), { url: "/a/x" }, "no API"],
  ["a header where the query counts", versioned("Query", ["v1"]), { url: "/a/x", ...X("v1") }, "no API"],
])("versions: %s", (_, documents, request, expected) => {
  const found = route(documents, request);
  expect(typeof found === "string" ? found : found.api).toBe(expected);
  if (typeof found !== "string") expect(found.rest).toBe("/x");
});

const revised = [
  ...apisAt({ a: "a", root: "" }),
  api("a;rev=2", { path: "a", revision: "2", isCurrent: false }),
  operation("a;rev=2", "GET", "/only-in-2"),
  api("root;rev=3", { path: "", revision: "3", isCurrent: false }),
  operation("root;rev=3", "GET", "/x"),
];

test.each([
  ["/a/x", { api: "a", rest: "/x" }],
  ["/a;rev=1/x", { api: "a", rest: "/x" }],
  ["/a;rev=2/only-in-2", { api: "a;rev=2", rest: "/only-in-2" }],
  ["/A;rev=2/only-in-2", { api: "a;rev=2", rest: "/only-in-2" }],
  ["/a;rev=2/x", "no operation"],
  ["/a;rev=9/x", { api: "root", rest: "/a;rev=9/x" }],
  ["/a;rev=/x", { api: "root", rest: "/a;rev=/x" }],
  ["/;rev=3/x", { api: "root;rev=3", rest: "/x" }],
  ["/a/;rev=2/only-in-2", { api: "a", rest: "/;rev=2/only-in-2" }],
  ["/a/b;rev=2", { api: "a", rest: "/b;rev=2" }],
])("revisions: %s", (url, expected) => {
  const found = route(revised, { url });
  if (typeof expected === "string") expect(found).toBe(expected);
  else expect(found).toMatchObject(expected);
});

test("a revision stands after the segment of the version", () => {
  const [set, ...rest] = versioned("Segment", ["v1"]) as [GatewayDocument, ...GatewayDocument[]];
  const second = { path: "a", version: "v1", versionSetId: set.id, revision: "2", isCurrent: false };
  const documents = [set, ...rest, api("v1;rev=2", second), operation("v1;rev=2", "GET", "/new")];
  expect(route(documents, { url: "/a/v1;rev=2/new?q" })).toMatchObject({ api: "v1;rev=2", rest: "/new" });
  expect(route(documents, { url: "/a;rev=2/v1/new" })).toBe("no API");
});

const one = (...templates: string[]) => [
  api("a"),
  ...templates.map((template, at) => ({ ...operation("a", "GET", template), id: `/apis/a/operations/${at}` })),
];
const every = ["/", "/x", "/x/{id}", "/x/new", "/x/{id}.json", "/x/v{a}-{b}", "/x/{id}/y", "/x/*", "/{any}", "/*"];

test.each<[templates: string[], rest: string, template: string | null, parameters: Record<string, string>]>([
  [every, "", "/", {}],
  [every, "/", "/", {}],
  [every, "/x", "/x", {}],
  [every, "/X/", "/x", {}],
  [every, "/x/new", "/x/new", {}],
  [every, "/x/7.JSON", "/x/{id}.json", { id: "7" }],
  [every, "/x/.json", "/x/{id}", { id: ".json" }],
  [every, "/x/v1-2-3", "/x/v{a}-{b}", { a: "1", b: "2-3" }],
  [every, "/x/7", "/x/{id}", { id: "7" }],
  [every, "/x/7/y", "/x/{id}/y", { id: "7" }],
  [every, "/x/7/z", "/x/*", { "*": "7/z" }],
  [every, "/x/new/y", "/x/{id}/y", { id: "new" }],
  [every, "/other", "/{any}", { any: "other" }],
  [every, "/other/x", "/*", { "*": "other/x" }],
  [["/x/*"], "/x", "/x/*", { "*": "" }],
  [["/x/{*rest}"], "/x/a/b%20c", "/x/{*rest}", { rest: "a/b c" }],
  [["/x/"], "/x", "/x/", {}],
  [["/x"], "/x/y", null, {}],
  [["/x"], "//x", null, {}],
  [["/{id}"], "//", null, {}],
  [["/{id}"], "", null, {}],
  [["/{id}"], "/a%20b", "/{id}", { id: "a b" }],
  [["/{id}"], "/a+b", "/{id}", { id: "a+b" }],
  [["/{id}"], "/a%2Fb", "/{id}", { id: "a/b" }],
  [["/{id}"], "/a%zz", "/{id}", { id: "a%zz" }],
  [["/{id}.{ext}"], "/a%2Fb.txt", "/{id}.{ext}", { id: "a/b", ext: "txt" }],
  [["/{id}.{ext}"], "/%25.txt", "/{id}.{ext}", { id: "%", ext: "txt" }],
  [["/a b"], "/a%20B", "/a b", {}],
  [["/a%20b"], "/A%20b", "/a%20b", {}],
  // An encoded slash does not make a segment a parameter or a wildcard.
  [["/x/{id}"], "/x/%2F%7B%7D", "/x/{id}", { id: "/{}" }],
  [["/x/*"], "/x/%2F*", "/x/*", { "*": "/*" }],
  [["/x%2Fy"], "/x%2fy", "/x%2Fy", {}],
  [["/x%2Fy"], "/x/y", null, {}],
  [["/{id=7}"], "/8", "/{id=7}", { id: "8" }],
  [["/q", "/q?a={a}", "/q?a=1&b={b}"], "/q", "/q", {}],
  [["/q", "/q?a={a}", "/q?a=1&b={b}"], "/q?A=x%20y", "/q?a={a}", { a: "x y" }],
  [["/q", "/q?a={a}", "/q?a=1&b={b}"], "/q?b=2&a=1", "/q?a=1&b={b}", { b: "2" }],
  [["/q", "/q?a={a}", "/q?a=1&b={b}"], "/q?b=2&a=3", "/q?a={a}", { a: "3" }],
  [["/q?flag"], "/q?flag", "/q?flag", {}],
  [["/q?flag"], "/q", null, {}],
  [["/{a}?x=1", "/*"], "/q", "/*", { "*": "q" }],
])("templates %j, asked for %s", (templates, rest, template, parameters) => {
  const found = route(one(...templates), { url: `/a${rest}` });
  if (template === null) expect(found).toBe("no operation");
  else expect(found).toMatchObject({ template, parameters });
});

test("which template answers does not depend on the order of the documents", () => {
  const documents = one(...every);
  for (const url of ["/a/x/7.json", "/a/x/new", "/a/x/7", "/a/other"]) {
    expect(route(documents.toReversed(), { url })).toEqual(route(documents, { url }));
  }
});

test("a method is its own: HEAD is not GET, OPTIONS is nobody's, and there is no 405", () => {
  const documents = [...one("/x", "/{id}"), operation("a", "POST", "/x"), operation("a", "OPTIONS", "/o")];
  for (const method of ["HEAD", "OPTIONS", "PUT", "get"]) {
    expect(route(documents, { url: "/a/x", method }), method).toBe("no operation");
  }
  expect(route(documents, { url: "/a/x", method: "POST" })).toMatchObject({ template: "/x" });
  expect(route(documents, { url: "/a/o", method: "OPTIONS" })).toMatchObject({ template: "/o" });
  // Under another method the literal is no match, so the parameter is.
  expect(route([...one("/{id}"), operation("a", "POST", "/x")], { url: "/a/x" })).toMatchObject({ template: "/{id}" });
});

test("an API answers on its protocols only, another one may have the same path on others", () => {
  const documents = [
    ...apisAt({ plain: "a" }, { protocols: ["http"] }),
    ...apisAt({ tls: "b" }, { protocols: ["https"] }),
  ];
  expect(route(documents, { url: "/a", scheme: "http" })).toMatchObject({ api: "plain" });
  expect(route(documents, { url: "/a", scheme: "https" })).toBe("no API");
  expect(route(documents, { url: "/b", scheme: "http" })).toBe("no API");
  const twins = [...apisAt({ web: "c" }), ...apisAt({ socket: "c" }, { type: "websocket", protocols: ["ws", "wss"] })];
  expect(route(twins, { url: "/c", scheme: "https" })).toMatchObject({ api: "web" });
  expect(route(twins, { url: "/c", scheme: "wss" })).toMatchObject({ api: "socket" });
});

test("a WebSocket API has its handshake, written down or not", () => {
  const socket = { type: "websocket", protocols: ["wss"] } as const;
  const request = { url: "/s/room/1", scheme: "wss" } as const;
  expect(route([api("s", { ...socket, protocols: ["wss"] })], request)).toMatchObject({ template: "/*" });
  expect(route([api("s", { ...socket, protocols: ["wss"] })], { url: "/s", scheme: "wss" })).toMatchObject({
    rest: "",
  });
  const written = [api("s", { ...socket, protocols: ["wss"] }), operation("s", "GET", "/room/{id}")];
  expect(route(written, request)).toMatchObject({ template: "/room/{id}", parameters: { id: "1" } });
  expect(route(written, { url: "/s/else", scheme: "wss" })).toBe("no operation");
});

test.each([
  ["graphql", "POST", "", "/"],
  ["graphql", "GET", "", "/"],
  ["graphql", "PUT", "", null],
  ["graphql", "POST", "/more", null],
  ["odata", "GET", "/People('7')/Friends", "/*"],
  ["odata", "PATCH", "/People", "/*"],
  ["odata", "TRACE", "/People", null],
  ["http", "GET", "", null],
] as const)("an API of type %s without operations: %s %s", (type, method, rest, template) => {
  const found = route([api("s", { type })], { url: `/s${rest}`, method });
  if (template === null) expect(found).toBe("no operation");
  else expect(found).toMatchObject({ template });
});

test("operations that were written down are all that a GraphQL API has", () => {
  const written = [api("s", { type: "graphql" }), operation("s", "POST", "/")];
  expect(route(written, { url: "/s", method: "POST" })).toMatchObject({ template: "/" });
  expect(route(written, { url: "/s", method: "GET" })).toBe("no operation");
});

const soap = [
  api("s", { type: "soap" }),
  operation("s", "POST", "/?soapAction=urn:a/Get"),
  operation("s", "POST", "/?soapAction=urn:a/Put"),
];
const asked = (headers: Record<string, string>, url = "/s"): FakeRequest => ({ url, method: "POST", headers });

test.each<[string, FakeRequest, string | null]>([
  ["SOAP 1.1, in quotes", asked({ SOAPAction: '"urn:a/Put"' }), "Put"],
  ["SOAP 1.1, without", asked({ soapaction: " urn:a/Get " }), "Get"],
  ["SOAP 1.2", asked({ "Content-Type": 'application/soap+xml; charset=utf-8; action="urn:a/Put"' }), "Put"],
  ["SOAP 1.2, without quotes", asked({ "Content-Type": "application/soap+xml;action=urn:a/Get;x=y" }), "Get"],
  ["the query itself", asked({}, "/s?soapAction=urn%3Aa%2FPut"), "Put"],
  ["the query before the header", asked({ SOAPAction: "urn:a/Get" }, "/s?soapAction=urn:a/Put"), "Put"],
  ["another case of the action", asked({ SOAPAction: "URN:A/PUT" }), null],
  ["an action of nobody", asked({ SOAPAction: '""' }), null],
  ["no action", asked({}), null],
])("SOAP: %s", (_, request, expected) => {
  const found = route(soap, request);
  if (expected === null) expect(found).toBe("no operation");
  else expect(found).toMatchObject({ template: `/?soapAction=urn:a/${expected}` });
});

test("the header names no action of an API that is not SOAP", () => {
  const documents = [api("s"), operation("s", "POST", "/?soapAction=urn:a/Get")];
  expect(route(documents, asked({ SOAPAction: "urn:a/Get" }))).toBe("no operation");
});
