import { generateKeyPairSync, sign } from "node:crypto";
import { once } from "node:events";
import fs from "node:fs";
import { createServer } from "node:http";
import { request as secureRequest } from "node:https";
import net, { type AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import { canonicalJson } from "@/contract/canonical-json";
import type { GatewayDocument } from "@/contract/documents";
import { previewHeader, previewTokenText } from "@/contract/preview";
import type { PreviewFrame } from "@/contract/stream";
import { debugHeaders, debugTokenText } from "@/contract/trace";
import { api, backend, operation, policy } from "@/gateway/testing/documents";
import { type Echoed, linesNamed, startEchoingUpstream, type Upstream } from "@/gateway/testing/scripted-upstream";
import { type GatewayFixture, startGateway } from "@/gateway/testing/start-gateway";
import { selfMadeIdentity } from "@/gateway/wire/self-made-identity";
import { TlsIdentities } from "@/gateway/wire/tls-identities";

const { publicKey, privateKey } = generateKeyPairSync("ed25519");
const digest = "a".repeat(43);
const soon = () => Date.now() + 60_000;
const signed = (text: string) => `${text}&sn=${sign(null, Buffer.from(text), privateKey).toString("base64url")}`;
const token = (draftId = "d1") => signed(previewTokenText({ draftId, digest, expiresAt: soon() }));
const debugToken = () => signed(debugTokenText({ apiId: "/apis/shop", expiresAt: soon() }));

let upstream: Upstream;
let gateway: GatewayFixture;
beforeEach(async () => {
  upstream = await startEchoingUpstream();
  gateway = await startGateway([
    {
      id: "/",
      name: "gatehouse",
      type: "service",
      properties: { hostnames: [], debugPublicKey: publicKey.export({ format: "pem", type: "spki" }).toString() },
    },
    policy("/", body("")),
    api("shop", { path: "shop", serviceUrl: upstream.url }),
    operation("shop", "GET", "/items"),
    operation("shop", "POST", "/items"),
    policy("/apis/shop", body("<base /><set-header name='x-from'><value>live</value></set-header>")),
  ]);
});
afterEach(async () => {
  expect(gateway.unexpected).toEqual([]);
  await gateway.close();
  await upstream.close();
});

const body = (inbound: string, outbound = "") =>
  `<policies><inbound>${inbound}</inbound><backend><forward-request /></backend><outbound>${outbound}</outbound><on-error /></policies>`;
const drafted = (inbound: string, outbound = "") =>
  policy("/apis/shop", body(`<base /><set-header name='x-from'><value>draft</value></set-header>${inbound}`, outbound));

function take(put: GatewayDocument[], draftId = "d1"): void {
  const frame: Omit<PreviewFrame, "signature"> = {
    kind: "preview",
    draftId,
    digest,
    expiresAt: soon(),
    put,
    remove: [],
  };
  const signature = sign(null, Buffer.from(canonicalJson(frame)), privateKey).toString("base64url");
  expect(gateway.previews.take({ ...frame, signature }, gateway.program)).toBeNull();
}

/** Says exactly this and gives back all that is answered. */
async function raw(...lines: string[]): Promise<string> {
  const socket = net.connect(gateway.port, "127.0.0.1");
  socket.on("error", () => {});
  socket.write(`${lines.join("\r\n")}\r\n\r\n`);
  let text = "";
  socket.on("data", (chunk) => {
    text += chunk.toString("latin1");
  });
  await once(socket, "close");
  return text;
}
const get = ["GET /shop/items HTTP/1.1", "Host: a", "Connection: close"];
const preview = (value: string) => `${previewHeader}: ${value}`;

async function ask(where: string, headers: Record<string, string> = {}, method = "GET") {
  const response = await fetch(`${gateway.url}${where}`, { method, headers });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text };
}
const fromOf = (text: string) => linesNamed(JSON.parse(text) as Echoed, "x-from")[0];

test("however the header is written, it is the draft or a refusal, and no backend sees it", async () => {
  take([drafted("")]);
  for (const name of ["gatehouse-preview", "GATEHOUSE-PREVIEW", "gAtEhOuSe-pReViEw"]) {
    const answer = await raw(...get, `${name}: ${token()}`);
    expect(answer).toContain('"draft"');
    expect(answer.toLowerCase()).not.toContain("gatehouse-preview");
  }
  // Named as one of the connection's own, it would be gone before it is forwarded; it counts all the same.
  const nominated = await raw(
    "GET /shop/items HTTP/1.1",
    "Host: a",
    `Connection: close, ${previewHeader}`,
    preview(token()),
  );
  expect(nominated).toContain('"draft"');
  const twice = await raw(...get, preview(token()), `gatehouse-preview: ${token()}`);
  expect(twice).toContain("HTTP/1.1 401");
  for (const wrong of [
    "",
    " ",
    `${token()} `.replace("=preview", "=tracing"),
    `${token()}&x=1`,
    `x${token()}`,
    debugToken(),
  ]) {
    const answer = await raw(...get, preview(wrong));
    expect([wrong, answer.split("\r\n")[0]]).toEqual([wrong, "HTTP/1.1 401 Unauthorized"]);
    expect(answer).not.toContain("live");
  }
});

test("a preview token traces nothing, and previews only", async () => {
  take([drafted("")]);
  const answer = await ask("/shop/items", { [debugHeaders.authorization]: token() });
  expect(answer.headers.get(debugHeaders.traceId)).toBeNull();
  expect(fromOf(answer.text)).toBe("live");
  expect(gateway.traces.size).toBe(0);
});

test("a header behind the body is none", async () => {
  take([drafted("")]);
  const answer = await raw(
    "POST /shop/items HTTP/1.1",
    "Host: a",
    "Connection: close",
    "Transfer-Encoding: chunked",
    `Trailer: ${previewHeader}`,
    "",
    "1",
    "x",
    "0",
    preview(token()),
  );
  expect(answer.toLowerCase()).not.toContain("gatehouse-preview");
  expect(answer).toContain('"live"');
});

test("what is refused before a draft could answer is refused as ever", async () => {
  take([drafted("")]);
  expect(await raw("GET /shop/items HTTP/1.1", "Host: a", "Host: b", preview(token()))).toContain("HTTP/1.1 400");
  expect(await raw(...get, `${previewHeader} : ${token()}`)).toContain("HTTP/1.1 400");
  expect(await raw(...get, preview("a"), "Bad Name: x")).toContain("HTTP/1.1 400");
  expect((await ask("/nowhere", { [previewHeader]: token() })).status).toBe(404);
  expect((await ask("/nowhere", { [previewHeader]: "x" })).status).toBe(401);
  expect((await ask("/crossdomain.xml", { [previewHeader]: "x" })).status).toBe(401);
});

test("a preflight and the host's own file are answered by the draft", async () => {
  const cors = "<cors><allowed-origins><origin>https://a.example</origin></allowed-origins></cors>";
  const file =
    "<cross-domain><cross-domain-policy><allow-access-from domain='draft.example' /></cross-domain-policy></cross-domain>";
  take([drafted(cors), policy("/", body(file))]);
  const headers = { Origin: "https://a.example", "Access-Control-Request-Method": "GET" };
  const asked = await ask("/shop/items", { ...headers, [previewHeader]: token() }, "OPTIONS");
  expect(asked.headers.get("access-control-allow-origin")).toBe("https://a.example");
  expect((await ask("/shop/items", headers, "OPTIONS")).headers.get("access-control-allow-origin")).toBeNull();
  expect((await ask("/crossdomain.xml", { [previewHeader]: token() })).text).toContain("draft.example");
  expect((await ask("/crossdomain.xml")).status).toBe(404);
});

test("no trace tells the token, also of a request that fails", async () => {
  take([
    drafted(
      "<choose><when condition='@(context.Request.Method == \"POST\")'><set-variable name='v' value='@(((string)null).Length)' /></when></choose>",
    ),
  ]);
  for (const method of ["GET", "POST"]) {
    const bearer = token();
    const { headers } = await ask(
      "/shop/items",
      { [previewHeader]: bearer, [debugHeaders.authorization]: debugToken() },
      method,
    );
    const id = headers.get(debugHeaders.traceId) ?? "";
    await expect.poll(() => gateway.traces.get(id)).toBeDefined();
    const told = JSON.stringify(gateway.traces.get(id));
    expect(told).toContain("draft");
    expect(told.toLowerCase()).not.toContain("gatehouse-preview");
    expect(told).not.toContain(bearer.slice(-40));
  }
});

test("a draft's backend entity, its credentials and its breaker are the draft's alone", async () => {
  let failing = true;
  const other = createServer((request, response) => {
    response.writeHead(failing ? 500 : 200, { "content-type": "text/plain" });
    response.end(`other ${request.headers["x-key"]}`);
  });
  other.listen(0, "127.0.0.1");
  await once(other, "listening");
  const url = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
  const broken = (key: string) =>
    backend("other", {
      url,
      credentials: {
        header: { "x-key": [key] },
        query: {},
        authorization: null,
        managedIdentity: null,
        certificateIds: [],
        certificateThumbprints: [],
      },
      circuitBreaker: {
        rules: [
          {
            name: "r",
            failureCondition: {
              count: 1,
              percentage: null,
              interval: "PT1H",
              statusCodeRanges: [{ min: 500, max: 599 }],
              errorReasons: [],
            },
            tripDuration: "PT1H",
            acceptRetryAfter: false,
            failureResponseStatusCode: null,
          },
        ],
      },
    });
  gateway.change({
    put: [broken("live"), policy("/apis/shop", body("<base /><set-backend-service backend-id='other' />"))],
  });
  take([broken("drafted")]);
  const bearing = { [previewHeader]: token() };
  expect((await ask("/shop/items", bearing)).text).toBe("other drafted");
  expect((await ask("/shop/items", bearing)).status).toBe(503);
  failing = false;
  // What the draft broke is whole for everybody else.
  expect(await ask("/shop/items")).toMatchObject({ status: 200, text: "other live" });
  gateway.previews.end("d1");
  expect((await ask("/shop/items", bearing)).status).toBe(401);
  other.closeAllConnections();
  other.close();
});

test("what a draft stores, nobody else is given; and it is not given what others stored", async () => {
  const store =
    "<base /><cache-lookup vary-by-developer='false' vary-by-developer-groups='false' allow-private-response-caching='true' />";
  const value =
    "<cache-lookup-value key='k' variable-name='k' default-value='none' /><set-header name='x-kept'><value>@((string)context.Variables[\"k\"])</value></set-header><cache-store-value key='k' value='WHO' duration='60' />";
  const cached = (who: string) =>
    policy(
      "/apis/shop",
      body(
        `${store}<set-header name='x-from'><value>${who}</value></set-header>${value.replace("WHO", who)}`,
        "<base /><cache-store duration='60' />",
      ),
    );
  gateway.change({ put: [cached("live")] });
  take([cached("draft")]);
  const bearing = { [previewHeader]: token() };
  for (const round of [1, 2]) {
    expect([round, fromOf((await ask("/shop/items", bearing)).text)]).toEqual([round, "draft"]);
    expect([round, fromOf((await ask("/shop/items")).text)]).toEqual([round, "live"]);
  }
  const kept = (text: string) => linesNamed(JSON.parse(text) as Echoed, "x-kept")[0];
  expect(kept((await ask("/shop/items?other", bearing)).text)).toBe("draft");
  expect(kept((await ask("/shop/items?other")).text)).toBe("live");
});

test("a WebSocket opens by the draft, or not at all", async () => {
  const seen: (string | undefined)[] = [];
  const sockets = new WebSocketServer({ port: 0, host: "127.0.0.1" });
  sockets.on("connection", (socket, request) => {
    seen.push(request.headers["x-from"] as string | undefined);
    expect(request.headers["gatehouse-preview"]).toBeUndefined();
    socket.send("welcome");
  });
  await once(sockets, "listening");
  const serviceUrl = `ws://127.0.0.1:${(sockets.address() as AddressInfo).port}/`;
  gateway.change({
    put: [
      api("room", { path: "room", serviceUrl, type: "websocket", protocols: ["ws"] }),
      operation("room", "GET", "/*"),
      policy("/apis/room", body("<base /><set-header name='x-from'><value>live</value></set-header>")),
    ],
  });
  take([policy("/apis/room", body("<base /><set-header name='x-from'><value>draft</value></set-header>"))]);
  const open = async (headers: Record<string, string>) => {
    const socket = new WebSocket(`${gateway.url.replace("http", "ws")}/room/x`, { headers });
    const refused = once(socket, "unexpected-response").then(([, response]) => response.statusCode as number);
    refused.catch(() => {});
    const outcome = await Promise.race([once(socket, "message").then(() => 101), refused]);
    socket.on("error", () => {});
    socket.terminate();
    return outcome;
  };
  expect(await open({ [previewHeader]: token() })).toBe(101);
  expect(await open({})).toBe(101);
  expect(await open({ [previewHeader]: "x" })).toBe(401);
  expect(seen).toEqual(["draft", "live"]);
  sockets.close();
});

test("over TLS it is the same", async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "preview-tls-"));
  const port = await gateway.server.listen(0, "127.0.0.1", new TlsIdentities(selfMadeIdentity(folder)));
  take([drafted("")]);
  const secure = (headers: Record<string, string>) =>
    new Promise<string>((resolve, reject) => {
      const call = secureRequest(
        { host: "127.0.0.1", port, path: "/shop/items", rejectUnauthorized: false, agent: false, headers },
        (response) => {
          let text = `${response.statusCode} `;
          response.on("data", (chunk) => {
            text += chunk;
          });
          response.on("end", () => resolve(text));
        },
      );
      call.on("error", reject);
      call.end();
    });
  const answer = await secure({ [previewHeader]: token() });
  expect(answer).toContain('"draft"');
  expect(answer.toLowerCase()).not.toContain("gatehouse-preview");
  expect(await secure({ [previewHeader]: "x" })).toMatch(/^401 /);
  fs.rmSync(folder, { recursive: true });
});
