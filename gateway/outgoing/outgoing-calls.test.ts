import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { linesNamed, startEchoingUpstream, startUpstream, type Upstream } from "@/gateway/testing/scripted-upstream";
import { startWire } from "@/gateway/testing/start-wire";
import type { WireExchange } from "@/gateway/wire/wire-exchange";
import { BytesBody, emptyBody } from "@/policy/body";
import type { ResponseMessage } from "@/policy/exchange";
import { Fault } from "@/policy/fault";
import { Headers } from "@/policy/headers";
import type { CallOptions, OutgoingCall } from "@/policy/host/outgoing-call";
import { newResponse } from "@/policy/message";

let echoing: Upstream;
let other: Upstream;
let asked = 0;
/** How the second server answers. */
let answer: (response: import("node:http").ServerResponse) => void;

beforeAll(async () => {
  echoing = await startEchoingUpstream();
  other = await startUpstream((request, response) => {
    asked++;
    request.resume();
    answer(response);
  });
});
afterAll(async () => {
  await echoing.close();
  await other.close();
});
beforeEach(() => {
  asked = 0;
});

type Send = (call: Partial<OutgoingCall>, options?: Partial<CallOptions>) => Promise<ResponseMessage>;

/** Sends calls while a real request is being served. */
async function sending(
  run: (send: Send, exchange: WireExchange) => Promise<void>,
  allow = ["127.0.0.1"],
): Promise<void> {
  let failure: unknown = null;
  const wire = await startWire({
    egress: { allow },
    limits: { maxBufferedBytes: 100_000 },
    handle: async (exchange) => {
      const send: Send = (call, options = {}) =>
        exchange.host.send(
          exchange,
          {
            method: "GET",
            url: "",
            headers: new Headers(),
            body: emptyBody,
            clientCertificate: null,
            proxy: null,
            ...call,
          },
          { timeoutMs: 5_000, followRedirects: true, source: "send-request", ...options },
        );
      await run(send, exchange).catch((error) => {
        failure = error;
      });
      exchange.response = newResponse();
    },
  });
  await fetch(`http://127.0.0.1:${wire.port}/`);
  await wire.close();
  if (failure !== null) throw failure;
  expect(wire.unexpected).toEqual([]);
}

const echoedIn = async (response: ResponseMessage) => JSON.parse(Buffer.from(await response.body.bytes()).toString());

const faultOf = async (sent: Promise<unknown>): Promise<Fault> => {
  const error = await sent.then(
    () => null,
    (reason) => reason,
  );
  expect(error).toBeInstanceOf(Fault);
  return error;
};

test("a call is sent as it stands: without fields of a connection, and with the server's own Host", () =>
  sending(async (send) => {
    const headers = new Headers([
      "X-A",
      "1",
      "Connection",
      "X-Hop",
      "X-Hop",
      "2",
      "Content-Length",
      "99",
      "X-A",
      "3",
      "TE",
      "x",
    ]);
    const body = new BytesBody(Buffer.from("hello"));
    const echoed = await echoedIn(await send({ url: `${echoing.url}/p?q=%20#f`, method: "PUT", headers, body }));
    expect(echoed).toMatchObject({ method: "PUT", url: "/p?q=%20", body: "hello" });
    expect(linesNamed(echoed, "x-a")).toEqual(["1", "3"]);
    expect(linesNamed(echoed, "x-hop")).toEqual([]);
    expect(linesNamed(echoed, "te")).toEqual([]);
    expect(linesNamed(echoed, "content-length")).toEqual(["5"]);
    expect(linesNamed(echoed, "host")).toEqual([new URL(echoing.url).host]);
    const own = await echoedIn(await send({ url: echoing.url, headers: new Headers(["Host", "own.example"]) }));
    expect(linesNamed(own, "host")).toEqual(["own.example"]);
  }));

test.each([
  [301, "POST", "GET", ""],
  [302, "POST", "GET", ""],
  [303, "PUT", "GET", ""],
  [307, "POST", "POST", "hello"],
  [308, "PUT", "PUT", "hello"],
])("a redirect of status %i of %s is followed as %s, without what proves who asks", (status, method, becomes, sent) =>
  sending(async (send) => {
    answer = (response) => response.writeHead(status, { Location: `${echoing.url}/new` }).end();
    const headers = new Headers(["Authorization", "Bearer x", "Cookie", "a=b", "X-Kept", "yes"]);
    const call = { url: `${other.url}/old`, method, headers, body: new BytesBody(Buffer.from("hello")) };
    const echoed = await echoedIn(await send(call));
    expect(echoed).toMatchObject({ method: becomes, url: "/new", body: sent });
    expect([linesNamed(echoed, "authorization"), linesNamed(echoed, "cookie")]).toEqual([[], []]);
    expect(linesNamed(echoed, "x-kept")).toEqual(["yes"]);
    expect((await send(call, { followRedirects: false })).status).toBe(status);
  }),
);

test("redirects that never end are an answer after ten", () =>
  sending(async (send) => {
    answer = (response) => response.writeHead(302, { Location: "/again" }).end();
    expect((await send({ url: other.url })).status).toBe(302);
    expect(asked).toBe(11);
  }));

test("a redirect to where calls may not go is a fault", () =>
  sending(
    async (send) => {
      answer = (response) => response.writeHead(302, { Location: "http://169.254.169.254/latest" }).end();
      const fault = await faultOf(send({ url: other.url }));
      expect(fault).toMatchObject({ source: "send-request", reason: "BackendConnectionFailure", status: 500 });
      expect(fault.message).toContain("169.254.169.254:80 are not allowed");
      answer = (response) => response.writeHead(302, { Location: echoing.url }).end();
      expect((await faultOf(send({ url: other.url }))).message).toContain("are not allowed");
    },
    [`127.0.0.1:${other.port}`],
  ));

test("an answer is whole, or the call fails", () =>
  sending(async (send) => {
    answer = (response) => response.end("x".repeat(100_000));
    expect((await send({ url: other.url })).body.length).toBe(100_000);
    answer = (response) => response.end("x".repeat(100_001));
    expect(await faultOf(send({ url: other.url }))).toMatchObject({ reason: "ResponseBodyTooLarge" });
    answer = (response) => {
      response.write("x".repeat(60_000));
      response.end("x".repeat(60_000));
    };
    expect(await faultOf(send({ url: other.url }))).toMatchObject({ reason: "ResponseBodyTooLarge" });
    expect(await faultOf(send({ url: other.url }, { maxBytes: 10 }))).toMatchObject({ reason: "ResponseBodyTooLarge" });
    answer = (response) => {
      response.writeHead(200, { "Content-Length": "10" });
      response.write("half");
      setImmediate(() => response.destroy());
    };
    expect(await faultOf(send({ url: other.url }))).toMatchObject({ reason: "BackendConnectionFailure" });
    answer = (response) => {
      response.writeHead(200, { "Content-Length": "10" });
      response.write("half");
    };
    const late = await faultOf(send({ url: other.url }, { timeoutMs: 100, source: "invoke" }));
    expect(late).toMatchObject({ source: "invoke", reason: "Timeout", message: "No answer came within 100 ms." });
  }));

test("a call that is given up ends, before it is sent and after", () =>
  sending(async (send, exchange) => {
    answer = () => undefined;
    const given = new AbortController();
    const waiting = faultOf(send({ url: other.url }, { signal: given.signal }));
    await expect.poll(() => asked).toBe(1);
    given.abort();
    expect(await waiting).toMatchObject({ source: "send-request", reason: "Cancelled" });
    expect(await faultOf(send({ url: other.url }, { signal: given.signal }))).toMatchObject({ reason: "Cancelled" });
    // That of a branch around it counts, too.
    exchange.signal = AbortSignal.abort();
    expect(await faultOf(send({ url: other.url }))).toMatchObject({ reason: "Cancelled" });
    exchange.signal = null;
    expect(asked).toBe(1);
  }));

test.each(["", "/path", "ftp://x/", "javascript:alert(1)", "http://", "http://[::1%25lo]/", "ws://127.0.0.1/"])(
  "'%s' is not a URL to call",
  (url) =>
    sending(async (send) => {
      expect(await faultOf(send({ url }))).toMatchObject({
        reason: "BackendConnectionFailure",
        message: "The URL to call is not an absolute URL of http or https.",
      });
    }),
);
