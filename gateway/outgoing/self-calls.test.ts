import { once } from "node:events";
import { type IncomingMessage, type Server, request as send } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import type { GatewayDocument } from "@/contract/documents";
import type { TraceEntry } from "@/contract/trace";
import { api, defaultGlobalPolicy, operation, policy } from "@/gateway/testing/documents";
import { kept } from "@/gateway/testing/kept";
import { linesNamed, startEchoingUpstream, startUpstream, type Upstream } from "@/gateway/testing/scripted-upstream";
import { type GatewayFixture, startGateway } from "@/gateway/testing/start-gateway";
import { debugService, debugToken } from "@/gateway/trace/testing/debug-service";

interface Counted extends GatewayFixture {
  /** A second listener, whose connections are counted: nobody but the gateway itself is told its port. */
  own: string;
  connections: () => number;
}

async function gateway(documents: (own: string) => GatewayDocument[]): Promise<Counted> {
  const fixture = kept(await startGateway([defaultGlobalPolicy]));
  const listener: Server = fixture.server.createListener();
  let accepted = 0;
  listener.on("connection", () => accepted++);
  listener.listen(0, "127.0.0.1");
  await once(listener, "listening");
  const own = `http://127.0.0.1:${(listener.address() as AddressInfo).port}`;
  fixture.change({ put: documents(own) });
  return { ...fixture, own, connections: () => accepted };
}

const inbound = (name: string, xml: string) =>
  policy(
    `/apis/${name}`,
    `<policies><inbound>${xml}<base /></inbound><backend><base /></backend><outbound><base /></outbound><on-error><base /></on-error></policies>`,
  );

/** An API of any method and path. */
function everythingOf(name: string, serviceUrl: string): GatewayDocument[] {
  return [api(name, { serviceUrl }), ...["GET", "POST"].map((method) => operation(name, method, "/*"))];
}

test("a forward to one's own address is handled without a connection, as a request of its own", async () => {
  const upstream = kept(await startEchoingUpstream());
  const fixture = await gateway((own) => [
    ...everythingOf("outer", `${own}/inner`),
    ...everythingOf("inner", `${upstream.url}/deep`),
    inbound(
      "inner",
      '<set-header name="X-Inner" exists-action="override"><value>@(context.Api.Name)</value></set-header>',
    ),
  ]);
  const answer = await fetch(`${fixture.url}/outer/a?x=1`, { method: "POST", body: "hello" });
  expect(answer.status).toBe(200);
  const echoed = (await answer.json()) as { method: string; url: string; body: string; lines: string[] };
  expect(echoed).toMatchObject({ method: "POST", url: "/deep/a?x=1", body: "hello" });
  expect(linesNamed(echoed, "x-inner")).toEqual(["inner"]);
  expect(linesNamed(echoed, "x-forwarded-for")).toEqual(["127.0.0.1, 127.0.0.1"]);
  expect(linesNamed(echoed, "content-length")).toEqual(["5"]);
  expect(fixture.connections()).toBe(0);
  expect(fixture.unexpected).toEqual([]);
});

test("bodies stream through it both ways, and end with whoever ends first", async () => {
  let gone: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    gone = resolve;
  });
  const upstream: Upstream = kept(
    await startUpstream((request, response) => {
      response.on("close", () => gone());
      response.writeHead(200);
      request.on("data", (chunk: Buffer) => response.write(`got ${chunk}`));
    }),
  );
  const fixture = await gateway((own) => [
    ...everythingOf("outer", `${own}/inner`),
    ...everythingOf("inner", upstream.url),
    policy(
      "/",
      '<policies><inbound /><backend><forward-request buffer-response="false" /></backend><outbound /><on-error /></policies>',
    ),
  ]);
  const request = send(`${fixture.url}/outer/x`, { method: "POST" });
  request.on("error", () => undefined);
  request.write("one");
  const [response] = (await once(request, "response")) as [IncomingMessage];
  response.on("error", () => undefined);
  expect(String((await once(response, "data"))[0])).toBe("got one");
  request.write("two");
  expect(String((await once(response, "data"))[0])).toBe("got two");
  request.destroy();
  await ended;
  await expect.poll(() => fixture.server.inFlight).toBe(0);
  expect(fixture.connections()).toBe(0);
});

test("a call of a policy to one's own address is, too", async () => {
  const upstream = kept(await startEchoingUpstream());
  const fixture = await gateway((own) => [
    ...everythingOf("outer", upstream.url),
    ...everythingOf("inner", upstream.url),
    inbound(
      "outer",
      `<send-request mode="new" response-variable-name="answer"><set-url>${own}/inner/x</set-url><set-method>POST</set-method><set-body>inside</set-body></send-request>` +
        '<return-response response-variable-name="answer" />',
    ),
  ]);
  const answer = await fetch(`${fixture.url}/outer/a`);
  expect(await answer.json()).toMatchObject({ method: "POST", url: "/x", body: "inside" });
  expect(fixture.connections()).toBe(0);
});

test.each([1, 2, 3])("a loop over %i gateways ends with 508", async (count) => {
  const ring: GatewayFixture[] = [];
  for (let index = 0; index < count; index++) ring.push(kept(await startGateway([defaultGlobalPolicy])));
  for (const [index, each] of ring.entries()) {
    each.change({ put: everythingOf("ring", `${ring[(index + 1) % count]?.url}/ring`) });
  }
  const first = ring[0] as GatewayFixture;
  for (const hops of [[], ["Gatehouse-Hops", "0"], ["Gatehouse-Hops", "-5000"], ["Gatehouse-Hops", "x"]]) {
    const answer = await ask(`${first.url}/ring/x`, hops);
    expect(answer.status).toBe(508);
    expect(JSON.parse(answer.body)).toMatchObject({
      statusCode: 508,
      message: expect.stringContaining("Loop detected"),
    });
  }
  for (const { unexpected } of ring) expect(unexpected).toEqual([]);
});

test("a traced request tells what it made of itself, with the steps inside", async () => {
  const upstream = kept(await startEchoingUpstream());
  const fixture = await gateway((own) => [
    debugService,
    ...everythingOf("outer", `${own}/inner`),
    ...everythingOf("inner", upstream.url),
    inbound("inner", '<set-variable name="x" value="y" />'),
  ]);
  const token = debugToken("/apis/outer");
  const answer = await fetch(`${fixture.url}/outer/a`, { headers: { "Apim-Debug-Authorization": token } });
  expect(answer.status).toBe(200);
  await expect.poll(() => fixture.traces.size).toBe(1);
  const [trace] = fixture.traces.values();
  const within = (entries: TraceEntry[], source: string): TraceEntry[] =>
    entries.flatMap((entry) => [...(entry.source === source ? [entry] : []), ...within(entry.entries ?? [], source)]);
  const nested = within(Object.values(trace?.traceEntries ?? {}).flat(), "forward-request").find(
    ({ data }) => (data as { message?: string } | undefined)?.message === "Handled by this gateway itself.",
  );
  expect(within(nested?.entries ?? [], "set-variable")).toHaveLength(1);
  expect(within(nested?.entries ?? [], "forward-request").length).toBeGreaterThan(0);
});

test("an answer to HEAD has the length of what a GET would bring, and nothing of it", async () => {
  const fixture = await gateway((own) => [
    ...everythingOf("outer", `${own}/inner`),
    operation("outer", "HEAD", "/*"),
    ...everythingOf("inner", own),
    operation("inner", "HEAD", "/*"),
    inbound("inner", "<return-response><set-body>hello</set-body></return-response>"),
  ]);
  const answer = await fetch(`${fixture.url}/outer/x`, { method: "HEAD" });
  expect([answer.status, answer.headers.get("content-length"), await answer.text()]).toEqual([200, "5", ""]);
  expect(await (await fetch(`${fixture.url}/outer/x`)).text()).toBe("hello");
});

test("a loop of calls ends, too", async () => {
  const fixture = await gateway((own) => [
    ...everythingOf("ring", `${own}/none`),
    inbound(
      "ring",
      `<send-request mode="copy" response-variable-name="answer"><set-url>${own}/ring/x</set-url></send-request>` +
        '<return-response response-variable-name="answer" />',
    ),
  ]);
  expect((await ask(`${fixture.url}/ring/x`)).status).toBe(508);
  expect(fixture.connections()).toBe(0);
});

test("the count is no concern of policies, and only shortens the way of who claims one", async () => {
  const upstream = kept(await startEchoingUpstream());
  const fixture = await gateway(() => [
    ...everythingOf("plain", upstream.url),
    inbound(
      "plain",
      '<set-header name="X-Seen" exists-action="override"><value>@(context.Request.Headers.ContainsKey("Gatehouse-Hops").ToString())</value></set-header>',
    ),
  ]);
  const echoed = JSON.parse((await ask(`${fixture.url}/plain/x`, ["gatehouse-hops", "4"])).body);
  expect(linesNamed(echoed, "x-seen")).toEqual(["False"]);
  expect(linesNamed(echoed, "gatehouse-hops")).toEqual(["5"]);
  expect((await ask(`${fixture.url}/plain/x`, ["Gatehouse-Hops", "11"])).status).toBe(508);
  expect((await ask(`${fixture.url}/plain/x`)).status).toBe(200);
});

async function ask(url: string, headers: readonly string[] = []): Promise<{ status: number; body: string }> {
  const { host } = new URL(url);
  const request = send(url, { headers: ["Host", host, ...headers], agent: false });
  request.end();
  const [response] = (await once(request, "response")) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return { status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() };
}

test("a filter of addresses, and whatever goes by the caller's address, sees who called, not this gateway", async () => {
  const fixture = await gateway((own) => [
    ...everythingOf("outer", `${own}/inner`),
    ...everythingOf("inner", "http://echo.gatehouse.internal"),
    inbound("inner", '<ip-filter action="allow"><address>127.0.0.1</address></ip-filter>'),
    inbound(
      "outer",
      `<send-request response-variable-name="r"><set-url>${own}/inner/x</set-url><set-method>GET</set-method></send-request>
       <set-header name="X-Inner"><value>@(((IResponse)context.Variables["r"]).StatusCode.ToString())</value></set-header>`,
    ),
  ]);
  const from = async (localAddress: string) => {
    const [answer] = (await once(send(`${fixture.url}/outer/x`, { localAddress }).end(), "response")) as [
      IncomingMessage,
    ];
    answer.resume();
    return answer.statusCode;
  };
  expect(await from("127.0.0.1")).toBe(200);
  expect(await from("127.0.0.9")).toBe(403);
  expect(fixture.connections()).toBe(0);
});
