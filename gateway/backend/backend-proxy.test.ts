import { once } from "node:events";
import { createServer, request as httpRequest } from "node:http";
import { createServer as createTlsServer } from "node:https";
import net, { type AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import { makeCertificate } from "@/gateway/testing/certificates";
import { type Echoed, linesNamed, startEchoingUpstream } from "@/gateway/testing/scripted-upstream";
import { startWire } from "@/gateway/testing/start-wire";

const seen: { line: string; authorization: string | undefined }[] = [];
const expected = `Basic ${Buffer.from("user:pä$$").toString("base64")}`;

/** An ordinary forward proxy that wants to know who asks. */
const proxy = createServer((request, response) => {
  seen.push({ line: `${request.method} ${request.url}`, authorization: request.headers["proxy-authorization"] });
  if (request.headers["proxy-authorization"] !== expected) return void response.writeHead(407).end();
  const { "proxy-authorization": _mine, ...headers } = request.headers;
  const onward = httpRequest(request.url ?? "", { method: request.method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 500, answer.headers);
    answer.pipe(response);
  });
  request.pipe(onward);
});
proxy.on("connect", (request, socket) => {
  seen.push({ line: `CONNECT ${request.url}`, authorization: request.headers["proxy-authorization"] });
  socket.on("error", () => socket.destroy());
  if (request.headers["proxy-authorization"] !== expected) {
    return void socket.end("HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n");
  }
  const port = Number(request.url?.split(":")[1]);
  const onward = net.connect(port, "127.0.0.1", () => {
    socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
    socket.pipe(onward).pipe(socket);
  });
  onward.on("error", () => socket.destroy());
  socket.on("close", () => onward.destroy());
});

const authority = makeCertificate({ commonName: "Test authority", authority: true });
const identity = makeCertificate({ commonName: "s", dnsNames: ["secure.example"], issuer: authority });
const secure = createTlsServer({ cert: identity.certificatePem, key: identity.privateKeyPem }, (request, response) => {
  response.end(JSON.stringify({ url: request.url, lines: request.rawHeaders }));
});

let upstream: Awaited<ReturnType<typeof startEchoingUpstream>>;
let proxyUrl: string;
beforeAll(async () => {
  upstream = await startEchoingUpstream();
  for (const server of [proxy, secure]) {
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
  }
  proxyUrl = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
});
afterAll(async () => {
  for (const server of [proxy, secure]) {
    server.closeAllConnections();
    server.close();
  }
  await upstream.close();
});
beforeEach(() => void seen.splice(0));

async function startBehind(url: string, password = "{{proxy-password}}") {
  return startWire({
    target: { backendId: "/backends/b" },
    backends: { "/backends/b": { url, proxy: { url: proxyUrl, username: "user", password } } },
    namedValues: { "proxy-password": "pä$$" },
    trustedAuthorities: [authority.certificatePem],
  });
}

test("a plain backend is asked for through the proxy by its whole URL", async () => {
  const wire = await startBehind(`${upstream.url}/v1`);
  const answer = (await (
    await fetch(`http://127.0.0.1:${wire.port}/x?y`, { method: "POST", body: "hi" })
  ).json()) as Echoed;
  expect(answer).toMatchObject({ url: "/v1/x?y", body: "hi" });
  expect(linesNamed(answer, "host")).toEqual([new URL(upstream.url).host]);
  expect(linesNamed(answer, "proxy-authorization")).toEqual([]);
  expect(seen).toEqual([{ line: `POST ${upstream.url}/v1/x?y`, authorization: expected }]);
  await wire.close();
});

test("a backend with TLS is reached through a tunnel, checked by its own name", async () => {
  const { port } = secure.address() as AddressInfo;
  const wire = await startBehind(`https://secure.example:${port}`);
  const answer = await fetch(`http://127.0.0.1:${wire.port}/x`);
  expect(answer.status).toBe(200);
  const echoed = (await answer.json()) as Echoed;
  expect(linesNamed(echoed, "host")).toEqual([`secure.example:${port}`]);
  expect(linesNamed(echoed, "proxy-authorization")).toEqual([]);
  expect(seen).toEqual([{ line: `CONNECT secure.example:${port}`, authorization: expected }]);
  await wire.close();
  const wrong = await startBehind(`https://other.example:${port}`);
  expect((await fetch(`http://127.0.0.1:${wrong.port}/x`)).status).toBe(500);
  await wrong.close();
});

test("a proxy that refuses is a fault, and its password is in no message", async () => {
  const { port } = secure.address() as AddressInfo;
  for (const url of [`https://secure.example:${port}`, upstream.url]) {
    const wire = await startBehind(url, "wr0ng-one");
    const answer = await fetch(`http://127.0.0.1:${wire.port}/x`);
    expect(answer.status).toBe(500);
    const text = await answer.text();
    expect(JSON.parse(text)).toMatchObject({ reason: "BackendConnectionFailure" });
    expect(text).not.toContain("wr0ng");
    await wire.close();
  }
});

test("a WebSocket goes through a tunnel", async () => {
  const server = createServer();
  const sockets = new WebSocketServer({ server });
  sockets.on("connection", (socket) => socket.send("hello"));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const wire = await startBehind(`ws://127.0.0.1:${port}`);
  const client = new WebSocket(`ws://127.0.0.1:${wire.port}/`);
  const [data] = await once(client, "message");
  expect(data.toString()).toBe("hello");
  expect(seen).toEqual([{ line: `CONNECT 127.0.0.1:${port}`, authorization: expected }]);
  client.close();
  await once(client, "close");
  await wire.close();
  server.close();
});
