import { execFile } from "node:child_process";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asCsharp } from "./as-csharp";
import { asCurl } from "./as-curl";
import { asFetch } from "./as-fetch";
import { asPython } from "./as-python";
import type { RequestForCode } from "./request-for-code";

interface Received {
  method: string;
  url: string;
  raw: string[];
  headers: IncomingMessage["headers"];
  body: string;
  bytes: Buffer;
}

let server: Server;
let origin = "";
let received: Received | null = null;
const run = promisify(execFile);
const env = { ...process.env, SUBSCRIPTION_KEY: "from-the-environment" };

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    received = {
      method: request.method ?? "",
      // fetch writes an apostrophe as %27, which says the same.
      url: (request.url ?? "").replaceAll("%27", "'"),
      raw: request.rawHeaders,
      headers: request.headers,
      body: Buffer.concat(chunks).toString("utf8"),
      bytes: Buffer.concat(chunks),
    };
    response.writeHead(418, { "Content-Type": "text/plain" }).end("short and stout");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

const languages: Record<string, (request: RequestForCode) => Promise<string>> = {
  curl: async (request) =>
    (await run("sh", ["-c", asCurl(request).replace(/(^|\| )curl /, "$1curl -sS ")], { env })).stdout,
  fetch: async (request) =>
    (await run(process.execPath, ["--input-type=module", "-e", asFetch(request)], { env })).stdout,
  python: async (request) => (await run("python3", ["-c", asPython(request)], { env })).stdout,
};

const nasty = `{"a":"it's \\"so\\" $HOME \`id\` $(id) \\\\ %PATH% !!","b":"ü 漢字 🙂","c":1}\r\n\tlast \u2028 line\n`;

async function send(language: string, request: Omit<RequestForCode, "url"> & { path: string }) {
  received = null;
  const { path, ...rest } = request;
  const printed = await (languages[language] as (request: RequestForCode) => Promise<string>)({
    ...rest,
    url: origin + path,
  });
  return { received: received as Received | null, printed };
}

for (const language of Object.keys(languages)) {
  test(`${language}: what is nasty arrives as it was meant`, async () => {
    const answer = await send(language, {
      method: "POST",
      path: "/orders/%C3%BC?q=it's&x=$HOME&y=%22&z=[1-3]{a,b}",
      headers: [
        { name: "Content-Type", value: "application/json; charset=utf-8" },
        { name: "x-note", value: 'it\'s "quoted" $HOME `id` \\ {{x}} %s' },
        { name: "x-at", value: "@/etc/passwd" },
      ],
      keyHeader: "Ocp-Apim-Subscription-Key",
      body: nasty,
    });
    expect(answer.received).toMatchObject({
      method: "POST",
      url: "/orders/%C3%BC?q=it's&x=$HOME&y=%22&z=[1-3]{a,b}",
      body: nasty,
      headers: {
        "content-type": "application/json; charset=utf-8",
        "x-note": 'it\'s "quoted" $HOME `id` \\ {{x}} %s',
        "x-at": "@/etc/passwd",
        "ocp-apim-subscription-key": "from-the-environment",
      },
    });
    expect(answer.printed).toContain("short and stout");
  });

  test(`${language}: a body that looks like a file or an option, without a content type`, async () => {
    const body = "@-- -d 'x' \"y\"";
    const { received } = await send(language, { method: "PATCH", path: "/a", headers: [], keyHeader: null, body });
    expect(received).toMatchObject({ method: "PATCH", body });
    expect(received?.headers["content-type"]).toBeUndefined();
  });

  test(`${language}: a body of bytes arrives as these bytes`, async () => {
    const bytes = Buffer.from(Array.from({ length: 512 }, (_, at) => (at * 7) % 256));
    const { received } = await send(language, {
      method: "POST",
      path: "/",
      headers: [{ name: "Content-Type", value: "application/octet-stream" }],
      keyHeader: null,
      body: bytes.toString("base64"),
      bodyEncoding: "base64",
    });
    expect(received?.bytes.equals(bytes)).toBe(true);
    expect(received?.headers["content-type"]).toBe("application/octet-stream");
  });

  test(`${language}: an empty header stays, one that stands twice has both values`, async () => {
    const headers = [
      { name: "x-empty", value: "" },
      { name: "x-two", value: "one" },
      { name: "X-Two", value: "two" },
    ];
    const { received } = await send(language, { method: "DELETE", path: "/", headers, keyHeader: null, body: null });
    expect(received?.method).toBe("DELETE");
    expect(received?.raw.map((each) => each.toLowerCase())).toContain("x-empty");
    expect(received?.headers["x-two"]).toBe("one, two");
  });

  test(`${language}: a key's header with unusual letters`, async () => {
    const request = { method: "GET", path: "/", headers: [], keyHeader: "x-$KEY'`", body: null };
    const { received } = await send(language, request);
    expect(received?.headers["x-$key'`"]).toBe("from-the-environment");
  });
}

test("HEAD does not wait for a body", async () => {
  const { received } = await send("curl", { method: "HEAD", path: "/", headers: [], keyHeader: null, body: null });
  expect(received?.method).toBe("HEAD");
});

test("a plain GET is as short as it can be", () => {
  const request = { method: "GET", url: "http://localhost:8080/a", headers: [], keyHeader: null, body: null };
  expect(asCurl(request)).toBe("curl http://localhost:8080/a");
  expect(asFetch(request).split("\n")[0]).toBe('const response = await fetch("http://localhost:8080/a");');
});

test("C# has content headers at the content, and escapes what would end a line", () => {
  const code = asCsharp({
    method: "POST",
    url: 'http://localhost/?q="',
    headers: [
      { name: "Content-Type", value: "text/plain" },
      { name: "x-path", value: "C:\\new" },
    ],
    keyHeader: "Ocp-Apim-Subscription-Key",
    body: 'a "b"\n\u2028{c}',
  });
  expect(code.split("\n")).toEqual([
    "using System;",
    "using System.Net.Http;",
    "using System.Text;",
    "",
    "using var client = new HttpClient();",
    'using var request = new HttpRequestMessage(new HttpMethod("POST"), "http://localhost/?q=\\"");',
    'request.Headers.TryAddWithoutValidation("x-path", "C:\\\\new");',
    'request.Headers.TryAddWithoutValidation("Ocp-Apim-Subscription-Key", Environment.GetEnvironmentVariable("SUBSCRIPTION_KEY"));',
    'request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes("a \\"b\\"\\n\\u2028{c}"));',
    'request.Content.Headers.TryAddWithoutValidation("Content-Type", "text/plain");',
    "",
    "using var response = await client.SendAsync(request);",
    'Console.WriteLine($"{(int)response.StatusCode} {response.ReasonPhrase}");',
    "Console.WriteLine(await response.Content.ReadAsStringAsync());",
  ]);
});
