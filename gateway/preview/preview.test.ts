import { generateKeyPairSync, sign } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import { canonicalJson } from "@/contract/canonical-json";
import type { GatewayDocument } from "@/contract/documents";
import { previewHeader, previewTokenText } from "@/contract/preview";
import type { PreviewFrame } from "@/contract/stream";
import { debugTokenText } from "@/contract/trace";
import { api, operation, policy } from "@/gateway/testing/documents";
import { type Echoed, linesNamed, startEchoingUpstream, type Upstream } from "@/gateway/testing/scripted-upstream";
import { type GatewayFixture, startGateway } from "@/gateway/testing/start-gateway";

const { publicKey, privateKey } = generateKeyPairSync("ed25519");
const stranger = generateKeyPairSync("ed25519").privateKey;
const digest = "a".repeat(43);
const soon = () => Date.now() + 60_000;

let upstream: Upstream;
let gateway: GatewayFixture;
beforeEach(async () => {
  upstream = await startEchoingUpstream();
  gateway = await startGateway(liveDocuments());
});
afterEach(async () => {
  await gateway.close();
  await upstream.close();
});

const service = (): GatewayDocument => ({
  id: "/",
  name: "gatehouse",
  type: "service",
  properties: { hostnames: [], debugPublicKey: publicKey.export({ format: "pem", type: "spki" }).toString() },
});
const body = (inbound: string) =>
  `<policies><inbound>${inbound}</inbound><backend><forward-request /></backend><outbound /><on-error /></policies>`;
const liveDocuments = () => [
  service(),
  policy("/", body("<rate-limit-by-key calls='3' renewal-period='300' counter-key='all' />")),
  api("shop", { path: "shop", serviceUrl: upstream.url }),
  operation("shop", "GET", "/items"),
  operation("shop", "GET", "/old"),
  policy("/apis/shop", body("<base /><set-header name='x-from'><value>live</value></set-header>")),
];

function frame(change: Partial<Omit<PreviewFrame, "signature">>, key = privateKey): PreviewFrame {
  const signed: Omit<PreviewFrame, "signature"> = {
    kind: "preview",
    draftId: "d1",
    digest,
    expiresAt: soon(),
    put: [],
    remove: [],
    ...change,
  };
  return { ...signed, signature: sign(null, Buffer.from(canonicalJson(signed)), key).toString("base64url") };
}
function token(grant: Partial<Parameters<typeof previewTokenText>[0]> = {}, key = privateKey): string {
  const text = previewTokenText({ draftId: "d1", digest, expiresAt: soon(), ...grant });
  return `${text}&sn=${sign(null, Buffer.from(text), key).toString("base64url")}`;
}
const drafted = (value: string) => [
  policy("/apis/shop", body(`<base /><set-header name='x-from'><value>${value}</value></set-header>`)),
];
const take = (change: Partial<PreviewFrame>, key = privateKey) =>
  gateway.previews.take(frame(change, key), gateway.program);

async function get(
  path: string,
  preview?: string,
): Promise<{ status: number; text: string; from: string | undefined }> {
  const headers: Record<string, string> = preview === undefined ? {} : { [previewHeader]: preview };
  const response = await fetch(`${gateway.url}${path}`, { headers });
  const text = await response.text();
  const echoed = response.status === 200 ? (JSON.parse(text) as Echoed) : null;
  if (echoed !== null) expect(linesNamed(echoed, previewHeader)).toEqual([]);
  return { status: response.status, text, from: echoed === null ? undefined : linesNamed(echoed, "x-from")[0] };
}

test("who bears the token runs the draft, and nobody else does", async () => {
  expect(take({ put: drafted("draft"), remove: ["/apis/shop/operations/get-old"] })).toBeNull();
  expect((await get("/shop/items")).from).toBe("live");
  expect((await get("/shop/items", token())).from).toBe("draft");
  expect((await get("/shop/old", token())).status).toBe(404);
  expect((await get("/shop/old")).status).toBe(200);
});

test("a token that does not hold is refused, and nothing runs in its place", async () => {
  take({ put: drafted("draft") });
  take({ draftId: "d2", digest: "b".repeat(43), put: drafted("other") });
  const debugText = debugTokenText({ apiId: "/apis/shop", expiresAt: soon() });
  const asDebug = `${debugText}&sn=${sign(null, Buffer.from(debugText), privateKey).toString("base64url")}`;
  const good = token();
  const tokens = [
    "",
    "nonsense",
    asDebug,
    token({}, stranger),
    token({ expiresAt: Date.now() - 1 }),
    token({ draftId: "d3" }),
    token({ draftId: "d2" }),
    token({ digest: "c".repeat(43) }),
    good.replace("did=d1", "did=d2"),
    good.replace(/sn=./, (found) => (found === "sn=A" ? "sn=B" : "sn=A")),
    `${good}, ${good}`,
  ];
  for (const wrong of tokens) {
    const { status, text } = await get("/shop/items", wrong);
    expect([wrong, status]).toEqual([wrong, 401]);
    expect(JSON.parse(text)).toEqual({ statusCode: 401, message: expect.stringMatching(/preview|draft/i) });
  }
  expect((await get("/shop/items", good)).from).toBe("draft");
});

test("a frame that the portal did not sign, or that was altered, is not taken", async () => {
  expect(take({ put: drafted("draft") }, stranger)).toContain("not signed");
  const altered = { ...frame({ put: drafted("draft") }), put: drafted("altered") };
  expect(gateway.previews.take(altered, gateway.program)).toContain("not signed");
  expect((await get("/shop/items", token())).status).toBe(401);
});

test("a draft that cannot be run says why, in the words of the check", () => {
  const why = take({ put: [policy("/apis/shop", body("<nonsense />"))] });
  expect(why).toContain("nonsense");
  expect(take({ put: drafted("draft") })).toBeNull();
});

test("it follows what is published meanwhile, and ends when it is discarded or over", async () => {
  take({ put: [operation("shop", "GET", "/new")] });
  expect((await get("/shop/new", token())).from).toBe("live");
  gateway.change({ put: drafted("published") });
  expect((await get("/shop/new", token())).from).toBe("published");
  gateway.previews.end("d1");
  expect((await get("/shop/new", token())).status).toBe(401);
  take({ put: [operation("shop", "GET", "/new")], expiresAt: Date.now() - 1 });
  expect((await get("/shop/new", token())).status).toBe(401);
});

test("only so many are kept; those used last stay", async () => {
  for (let count = 1; count <= 20; count++) take({ draftId: `many-${count}`, put: drafted(`${count}`) });
  expect((await get("/shop/items", token({ draftId: "many-1" }))).from).toBe("1");
  take({ draftId: "one-more", put: drafted("more") });
  expect((await get("/shop/items", token({ draftId: "many-2" }))).status).toBe(401);
  expect((await get("/shop/items", token({ draftId: "many-1" }))).from).toBe("1");
});

test("limits of previews are counted apart from what is live", async () => {
  take({ put: drafted("draft") });
  const statuses = async (count: number, preview?: string) => {
    const all: number[] = [];
    for (let index = 0; index < count; index++) all.push((await get("/shop/items", preview)).status);
    return all;
  };
  expect(await statuses(4, token())).toEqual([200, 200, 200, 429]);
  expect(await statuses(4)).toEqual([200, 200, 200, 429]);
  // Another state of the draft begins anew.
  take({ digest: "b".repeat(43), put: drafted("draft") });
  expect(await statuses(1, token({ digest: "b".repeat(43) }))).toEqual([200]);
});

test("a request that a previewed policy sends to this gateway itself runs by the draft, too", async () => {
  const calls =
    '<base /><send-request mode=\'new\' response-variable-name=\'inner\'><set-url>@(context.Request.OriginalUrl.Scheme + "://" + context.Request.OriginalUrl.Host + ":" + context.Request.OriginalUrl.Port + "/shop/items")</set-url><set-method>GET</set-method></send-request><set-header name=\'x-from\'><value>@(((IResponse)context.Variables["inner"]).Body.As<string>().Contains("draft") ? "inner draft" : "inner live")</value></set-header>';
  take({
    put: [
      ...drafted("draft"),
      operation("shop", "GET", "/outer"),
      policy("/apis/shop/operations/get-outer", body(calls)),
    ],
  });
  expect((await get("/shop/outer", token())).from).toBe("inner draft");
});

test("live traffic is not touched while many previews run", async () => {
  gateway.change({ put: [policy("/", body(""))] });
  for (let count = 1; count <= 10; count++) take({ draftId: `p${count}`, put: drafted(`draft-${count}`) });
  const asked = Array.from({ length: 100 }, (_, index) => {
    const draftId = `p${(index % 10) + 1}`;
    return index % 2 === 0
      ? get("/shop/items").then(({ from }) => expect(from).toBe("live"))
      : get("/shop/items", token({ draftId })).then(({ from }) => expect(from).toBe(`draft-${(index % 10) + 1}`));
  });
  await Promise.all(asked);
  expect(gateway.unexpected).toEqual([]);
});
