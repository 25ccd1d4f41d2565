import { request as send } from "node:http";
import { connect } from "node:net";
import { describe, expect, test } from "vitest";
import { api, operation, policy } from "@/gateway/testing/documents";
import { kept } from "@/gateway/testing/kept";
import { startUpstream } from "@/gateway/testing/scripted-upstream";
import { type GatewayFixture, startGateway } from "@/gateway/testing/start-gateway";

/** A gateway whose backend numbers its answers. */
async function serving(inbound: string, outbound = ""): Promise<GatewayFixture> {
  let count = 0;
  const backend = kept(
    await startUpstream((request, response) => {
      request.resume();
      response
        .writeHead(200, { "Set-Cookie": `session=${++count}`, "Content-Type": "text/plain" })
        .end(`answer ${count}`);
    }),
  );
  const gateway = await startGateway([
    api("a", { serviceUrl: backend.url }),
    operation("a", "GET", "/*"),
    policy(
      "/apis/a",
      `<policies><inbound>${inbound}</inbound><backend><forward-request /></backend><outbound>${outbound}</outbound><on-error /></policies>`,
    ),
  ]);
  return kept(gateway);
}

/** All that comes back, byte for byte. */
function raw(port: number, target: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = "";
    const socket = connect(port, "127.0.0.1", () =>
      socket.write(`GET ${target} HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n`),
    );
    socket.setEncoding("latin1");
    socket.on("data", (chunk) => {
      text += chunk;
    });
    socket.on("error", reject);
    socket.on("close", () => resolve(text));
  });
}

const q = `@(context.Request.Url.Query.GetValueOrDefault("q", ""))`;
const sinks: [string, string, string?][] = [
  ["a header's value", "", `<set-header name="X-A"><value>${q}</value></set-header>`],
  ["a header's name", "", `<set-header name='${q}'><value>v</value></set-header>`],
  [
    "the header of what remains",
    `<rate-limit-by-key calls="9" renewal-period="60" counter-key="k" remaining-calls-header-name='${q}' />`,
  ],
  [
    "the header of when to come again",
    `<rate-limit-by-key calls="0" renewal-period="60" counter-key="k" retry-after-header-name='${q}' />`,
  ],
  ["a status line", `<return-response><set-status code="200" reason='${q}' /></return-response>`],
  [
    "a content type",
    `<return-response><set-header name="Content-Type"><value>${q}</value></set-header></return-response>`,
  ],
];
const splits = [
  "%0d%0aX-Injected:%201",
  "x:%201%0d%0a%0d%0aX-Injected",
  "%0aX-Injected:%201",
  "%e4%bc%8d%e4%bc%8aX-Injected:%201",
  "%00X-Injected",
];

test.each(sinks)("%s that a client makes up splits no response", async (_, inbound, outbound = "") => {
  const gateway = await serving(inbound, outbound);
  // Another API in front of it, which gets the answers without a connection.
  const around = "<policies><inbound /><backend><forward-request /></backend><outbound /><on-error /></policies>";
  const inner = { serviceUrl: `${gateway.url}/a` };
  gateway.change({ put: [api("b", inner), operation("b", "GET", "/*"), policy("/apis/b", around)] });
  for (const name of ["a", "b"]) {
    expect(await raw(gateway.port, `/${name}/x?q=X-Fine`)).toMatch(/^HTTP\/1\.1 (200|429) /);
  }
  for (const target of splits.flatMap((split) => [`/a/x?q=${split}`, `/b/x?q=${split}`])) {
    const text = await raw(gateway.port, target);
    const [head = ""] = text.split("\r\n\r\n", 1);
    expect(text).toMatch(/^HTTP\/1\.1 \d{3} /);
    expect(head).not.toMatch(/^X-Injected/im);
    expect(text.match(/HTTP\/1\.1 \d{3}/g)).toHaveLength(1);
  }
});

describe("a cache of responses", () => {
  const store = '<cache-store duration="60" />';
  const ask = (gateway: GatewayFixture, target: string, headers: Record<string, string> = {}) =>
    new Promise<{ text: string; cookies: string[] | undefined }>((resolve, reject) => {
      send({ port: gateway.port, host: "127.0.0.1", path: target, headers }, (response) => {
        let text = "";
        response.setEncoding("utf8").on("data", (chunk) => {
          text += chunk;
        });
        response.on("end", () => resolve({ text, cookies: response.headers["set-cookie"] }));
      })
        .on("error", reject)
        .end();
    });

  test("takes no request for another one, however it is written", async () => {
    const vary = "<vary-by-header>X-V</vary-by-header><vary-by-header>X-W</vary-by-header>";
    const gateway = await serving(
      `<cache-lookup vary-by-developer="false" vary-by-developer-groups="false">${vary}</cache-lookup>`,
      store,
    );
    const asked: [string, Record<string, string>][] = [
      ["/a/x", {}],
      ["/a/X", {}],
      ["/a/x/", {}],
      ["/a/%78", {}],
      ["/a/x?a=1&b=2", {}],
      ["/a/x?a=1%26b=2", {}],
      ["/a/x?a=1;b=2", {}],
      ["/a/x?a=&b", {}],
      ["/a/x?a=1&a=2", {}],
      ["/a/x?a=2&a=1", {}],
      ["/a/x?a=1,2", {}],
      ["/a/x", { "X-V": "1" }],
      ["/a/x", { "X-W": "1" }],
      ["/a/x", { "X-V": '1","X-W":["2' }],
      ["/a/x", { "X-V": "1", "X-W": "2" }],
      ["/a/x", { "X-V": "1|2" }],
      ["/a/x", { Host: "other.example" }],
    ];
    const texts = [];
    for (const [target, headers] of asked) texts.push((await ask(gateway, target, headers)).text);
    expect(new Set(texts).size).toBe(asked.length);
    expect((await ask(gateway, "/a/x")).text).toBe(texts[0]);
  });

  test("is neither led by headers that claim another origin, nor tells cookies, nor what was for one who proved himself", async () => {
    const gateway = await serving('<cache-lookup vary-by-developer="false" vary-by-developer-groups="false" />', store);
    const own = await ask(gateway, "/a/x", { Authorization: "Bearer one" });
    const first = await ask(gateway, "/a/x", { "X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "https" });
    expect(first.text).not.toBe(own.text);
    const second = await ask(gateway, "/a/x");
    expect(second).toEqual({ text: first.text, cookies: undefined });
    expect((await ask(gateway, "/a/x", { Authorization: "Bearer two" })).text).not.toBe(first.text);
  });
});
