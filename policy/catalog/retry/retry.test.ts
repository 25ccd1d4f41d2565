import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import { document, run, world } from "@/gateway/pipeline/testing/run-request";
import { api, defaultGlobalPolicy, operation, policy } from "@/gateway/testing/documents";
import { startUpstream, type Upstream } from "@/gateway/testing/scripted-upstream";
import { type GatewayFixture, startGateway } from "@/gateway/testing/start-gateway";

let gateway: GatewayFixture | null = null;
let upstream: Upstream | null = null;
afterEach(async () => {
  await gateway?.close();
  await upstream?.close();
  [gateway, upstream] = [null, null];
});

/** Asks, and goes away once the backend has been asked that often. */
async function askAndLeave(port: number, path: string, calls: () => number): Promise<void> {
  const socket = connect(port, "127.0.0.1");
  socket.on("error", () => {});
  socket.write(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`);
  for (let turn = 0; turn < 400 && calls() === 0; turn++) await sleep(5);
  expect(calls()).toBe(1);
  socket.destroy();
}

test("no attempt follows for a client that has gone, and what the retry held is free", async () => {
  let calls = 0;
  upstream = await startUpstream((_, response) => {
    calls++;
    response.writeHead(503).end();
  });
  const retry =
    '<retry condition="@(context.Response.StatusCode == 503)" count="50" interval="3600"><forward-request /></retry>';
  gateway = await startGateway([
    defaultGlobalPolicy,
    api("a", { serviceUrl: upstream.url }),
    operation("a", "GET", "/retried"),
    operation("a", "GET", "/plain"),
    policy(
      "/apis/a",
      `<policies><inbound><base /></inbound><backend><limit-concurrency key="one" max-count="1"><choose>
        <when condition="@(context.Operation.UrlTemplate == &quot;/plain&quot;)"><forward-request /></when>
        <otherwise>${retry}</otherwise></choose></limit-concurrency></backend><outbound /><on-error /></policies>`,
    ),
  ]);
  const { port, url } = gateway;
  await askAndLeave(port, "/a/retried", () => calls);
  let status = 429;
  for (let turn = 0; turn < 400 && status === 429; turn++) {
    ({ status } = await fetch(`${url}/a/plain`));
    if (status === 429) await sleep(5);
  }
  expect(status).toBe(503);
  expect(gateway.unexpected).toEqual([]);
});

const again = (content: string, more = 'condition="true" count="3" interval="0"') =>
  `<retry ${more}>${content}</retry>`;
const appended = (text: string) =>
  `<set-header name="X-Trace" exists-action="append"><value>${text}</value></set-header>`;

test("without an interval nothing waits: the request is done when the handler returns", async () => {
  const inbound = again(again(appended("x"), 'condition="true" count="1" interval="0"'));
  const { atOnce, sent } = await run(world(policy("/", document({ inbound }))));
  expect([atOnce, sent]).toEqual([true, "x,x,x,x,x,x,x,x"]);
});

test("in on-error the condition sees the failure of the attempt, and what comes after it the first one", async () => {
  const failing = '<return-response id="inner" response-variable-name="none" />';
  const seen = '<set-header name="X-Id"><value>@(context.LastError.PolicyId)</value></set-header>';
  const onError = `${again(
    `<choose><when condition="@(context.Variables.ContainsKey(&quot;tried&quot;))">${appended("again")}</when></choose>
     <set-variable name="tried" value="1" />
     <choose><when condition="@(context.LastError.PolicyId == &quot;outer&quot; &amp;&amp; !context.Response.Headers.ContainsKey(&quot;X-Trace&quot;))">${failing}</when></choose>`,
    'condition="@(context.LastError.PolicyId == &quot;inner&quot;)" count="3" interval="0"',
  )}${seen}`;
  const inbound = '<return-response id="outer" response-variable-name="none" />';
  const { exchange, received } = await run(world(policy("/", document({ inbound, "on-error": onError }))));
  expect(received).toBe("again");
  expect(exchange.response?.headers.get("X-Id")).toBe("outer");
  expect(exchange.lastError?.policyId).toBe("outer");
});
