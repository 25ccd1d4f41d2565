import { expect, test } from "vitest";
import { asCsharp } from "./as-csharp";
import type { RequestForCode } from "./request-for-code";

const plain: RequestForCode = {
  method: "POST",
  url: "http://localhost/a",
  headers: [],
  keyHeader: null,
  body: null,
};
const lines = (request: Partial<RequestForCode>) => asCsharp({ ...plain, ...request }).split("\n");
const line = (start: string, request: Partial<RequestForCode>) =>
  lines(request).filter((each) => each.startsWith(start));

/** What a C# compiler reads in the one literal of a line, by the escapes of its specification. */
function literalIn(code: string): string {
  const [, inner = ""] = /"((?:[^"\\]|\\.)*)"/s.exec(code) ?? [];
  // A regular literal ends with its line, wherever C# sees one end.
  expect(inner).not.toMatch(/[\r\n\u0085\u2028\u2029]/);
  const named: Record<string, string> = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t", '"': '"', "\\": "\\" };
  return inner.replaceAll(/\\(?:u([0-9a-f]{4})|(.))/g, (_, hex: string | undefined, one: string) => {
    if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
    expect(Object.keys(named)).toContain(one);
    return named[one] as string;
  });
}

test("a body with quotes, every end of a line and letters of all planes is one literal that says the same", () => {
  const body = '{"a":"it\'s \\"so\\" {x} {{y}} $z @w"}\r\n\t\u0085\u2028\u2029\0\u0007\u007f ü 漢 🙂';
  const [content = ""] = line("request.Content = ", { body });
  expect(content).toMatch(/^request\.Content = new ByteArrayContent\(Encoding\.UTF8\.GetBytes\(".*"\)\);$/);
  expect(literalIn(content)).toBe(body);
});

test("bytes are written as Base64, and need no encoding of text", () => {
  const bytes = Buffer.from([0, 255, 254, 10, 34]).toString("base64");
  const request = { body: bytes, bodyEncoding: "base64" } as const;
  expect(line("request.Content = ", request)).toEqual([
    `request.Content = new ByteArrayContent(Convert.FromBase64String("${bytes}"));`,
  ]);
  expect(lines(request)).not.toContain("using System.Text;");
});

// HttpRequestHeaders.TryAddWithoutValidation answers false for these and sends nothing.
test.each([
  "Allow",
  "content-disposition",
  "Content-Encoding",
  "Content-Language",
  "Content-Location",
  "Content-MD5",
  "Content-Range",
  "CONTENT-TYPE",
  "Expires",
  "Last-Modified",
])("%s stands at the content, which is there also where the body is empty", (name) => {
  const written = lines({ headers: [{ name, value: "x" }] });
  expect(written).toContain(`request.Content.Headers.TryAddWithoutValidation("${name}", "x");`);
  expect(written.indexOf("request.Content = new ByteArrayContent(Array.Empty<byte>());")).toBeLessThan(
    written.findIndex((each) => each.startsWith("request.Content.Headers")),
  );
});

test.each(["Accept", "Authorization", "Cookie", "Content-Security", "If-Modified-Since", "Host", "User-Agent"])(
  "%s stands at the request",
  (name) => {
    const written = lines({ headers: [{ name, value: "x" }] });
    expect(written).toContain(`request.Headers.TryAddWithoutValidation("${name}", "x");`);
    expect(written.join("\n")).not.toContain("request.Content");
  },
);

test("a header that stands twice is added twice, an empty one stays", () => {
  const headers = [
    { name: "x-two", value: "one" },
    { name: "X-Two", value: "two" },
    { name: "x-empty", value: "" },
  ];
  expect(line("request.Headers", { headers })).toEqual([
    'request.Headers.TryAddWithoutValidation("x-two", "one");',
    'request.Headers.TryAddWithoutValidation("X-Two", "two");',
    'request.Headers.TryAddWithoutValidation("x-empty", "");',
  ]);
});

test("letters beyond ASCII in a header are sent as Latin-1, which HttpClient refuses unasked", () => {
  const written = lines({ headers: [{ name: "x-name", value: "Jürgen" }] });
  expect(written).toContain(
    "using var client = new HttpClient(new SocketsHttpHandler { RequestHeaderEncodingSelector = (_, _) => Encoding.Latin1 });",
  );
  expect(written).toContain("using System.Text;");
  expect(lines({})).toContain("using var client = new HttpClient();");
});

test.each([
  ["http://localhost/a/../b", true],
  ["http://localhost/a/.?x", true],
  ["http://localhost/a%2e%2e", true],
  ["http://localhost/?q=%41", true],
  ["http://localhost/?q=%7e", true],
  ["http://localhost/a.b/..c/%2F?q=%20%C3%BC&d=a%5Bb%5D%7B%7C%7D", false],
])("%s: the address is kept as it is where System.Uri would write it anew: %s", (url, isKept) => {
  const [request] = line("using var request", { url });
  const address = isKept
    ? `new Uri("${url}", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true })`
    : `"${url}"`;
  expect(request).toBe(`using var request = new HttpRequestMessage(new HttpMethod("POST"), ${address});`);
});
