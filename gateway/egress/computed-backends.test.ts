import { expect, test } from "vitest";
import { api, backend, operation, policy } from "@/gateway/testing/documents";
import { kept } from "@/gateway/testing/kept";
import { startEchoingUpstream, startUpstream, type Upstream } from "@/gateway/testing/scripted-upstream";
import { type GatewayFixture, startGateway } from "@/gateway/testing/start-gateway";

/** Something on this machine that is nobody's backend. */
async function canary(): Promise<Upstream & { hits: () => number }> {
  let hits = 0;
  const upstream = await startUpstream((_, response) => {
    hits++;
    response.end("secret");
  });
  return kept({ ...upstream, hits: () => hits });
}

async function gatewayWith(
  inbound: string,
  { serviceUrl = null as string | null, more = [] as Parameters<typeof startGateway>[0], allow = [] as string[] } = {},
): Promise<GatewayFixture> {
  const documents = [
    api("a", { serviceUrl }),
    operation("a", "GET", "/*"),
    policy(
      "/apis/a",
      `<policies><inbound>${inbound}</inbound><backend><forward-request follow-redirects="true" /></backend><outbound /><on-error><return-response><set-status code="500" /><set-body>@(context.LastError.Message)</set-body></return-response></on-error></policies>`,
    ),
    ...more,
  ];
  return kept(await startGateway(documents, { egress: { allow } }));
}

const byClient = `<set-backend-service base-url='@(context.Request.Headers.GetValueOrDefault("X-To", ""))' />`;
const ask = async (gateway: GatewayFixture, to: string) => {
  const answer = await fetch(`${gateway.url}/a/x`, { headers: { "X-To": to } });
  return { status: answer.status, text: await answer.text() };
};

test("a backend that an expression makes of what a client wrote is none on this machine", async () => {
  const { port, hits } = await canary();
  const gateway = await gatewayWith(byClient);
  for (const host of ["127.0.0.1", "localhost", "[::1]", "2130706433", "0.0.0.0", "[::ffff:7f00:1]", "127.1"]) {
    const { status, text } = await ask(gateway, `http://${host}:${port}`);
    expect([status, text], host).toEqual([500, expect.stringContaining("not allowed from here")]);
  }
  const link = await ask(gateway, "http://169.254.169.254/latest/meta-data");
  expect(link.text).toContain("not allowed from here");
  expect(hits()).toBe(0);
});

test("it is one that an operator has entered as a backend, or allows; one that is written out is, too", async () => {
  const upstream = kept(await startEchoingUpstream());
  const entered = await gatewayWith(byClient, { more: [backend("b", { url: upstream.url })] });
  expect((await ask(entered, upstream.url)).status).toBe(200);
  const allowed = await gatewayWith(byClient, { allow: [`127.0.0.1:${upstream.port}`] });
  expect((await ask(allowed, upstream.url)).status).toBe(200);
  const written = await gatewayWith(`${byClient}<set-backend-service base-url="${upstream.url}" />`);
  expect((await ask(written, "http://127.0.0.1:1")).status).toBe(200);
});

test("a backend does not lead to what else listens on its machine", async () => {
  const { url, hits } = await canary();
  const leading = kept(await startUpstream((_, response) => response.writeHead(302, { Location: `${url}/x` }).end()));
  const gateway = await gatewayWith("", { serviceUrl: leading.url });
  expect((await ask(gateway, "")).text).toContain("not allowed from here");
  expect(hits()).toBe(0);
  const around = kept(
    await startUpstream((request, response) => {
      if (request.url === "/x") response.writeHead(302, { Location: "/there" }).end();
      else response.end("there");
    }),
  );
  expect(await ask(await gatewayWith("", { serviceUrl: around.url }), "")).toEqual({ status: 200, text: "there" });
});
