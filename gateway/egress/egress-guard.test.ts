import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, isIP } from "node:net";
import { networkInterfaces } from "node:os";
import { afterAll, beforeAll, expect, test } from "vitest";
import { UpstreamClients } from "@/gateway/backend/upstream-clients";
import { noBackends } from "@/gateway/outgoing/no-backends";
import { OutgoingCalls } from "@/gateway/outgoing/outgoing-calls";
import type { SelfCalls } from "@/gateway/outgoing/self-calls";
import { defaultLimits } from "@/gateway/wire/limits";
import { TimerWheel } from "@/gateway/wire/timer-wheel";
import { classOf } from "./address-class";
import { EgressGuard, type EgressGuardOptions, type Reach, type ResolvedAddress } from "./egress-guard";

/** Listens on every address of this machine; nobody may ever reach it. */
let hits = 0;
const canary = createServer((_, response) => {
  hits++;
  response.end("secret");
});
/** What a call may reach: it sends on to wherever it is told. */
const redirecting = createServer((request, response) => {
  const to = new URL(request.url ?? "", "http://x").searchParams.get("to") ?? "";
  response.writeHead(302, { Location: Buffer.from(to).toString("latin1") }).end();
});
let port = 0;
let redirectingPort = 0;
const ownAddresses = Object.values(networkInterfaces()).flatMap((each) => each?.map(({ address }) => address) ?? []);

beforeAll(async () => {
  canary.listen(0, "::");
  redirecting.listen(0, "127.0.0.1");
  await Promise.all([once(canary, "listening"), once(redirecting, "listening")]);
  port = (canary.address() as AddressInfo).port;
  redirectingPort = (redirecting.address() as AddressInfo).port;
});
afterAll(() => {
  for (const server of [canary, redirecting]) {
    server.closeAllConnections();
    server.close();
  }
});

/** Names that say an address, as public services resolve them, and others that somebody has set up. */
const zone: Record<string, string[]> = {
  "evil.example": ["127.0.0.1"],
  "evil6.example": ["::1"],
  "mapped.example": ["::ffff:127.0.0.1"],
  "mixed.example": ["::1", "127.0.0.1", "0.0.0.0"],
  "any.example": ["0.0.0.0"],
  "meta.example": ["169.254.169.254"],
  "wire.example": ["168.63.129.16"],
  "meta6.example": ["fd00:ec2::254"],
  "link.example": ["fe80::1%lo"],
  "nat64.example": ["64:ff9b::7f00:1"],
  "6to4.example": ["2002:7f00:1::1"],
  "teredo.example": ["2001:0:1:2:3:4:80ff:fffe"],
  localhost: ["127.0.0.1", "::1"],
  "localhost.": ["::1", "127.0.0.1"],
};
async function resolve(host: string): Promise<ResolvedAddress[]> {
  const dashed = /(?:^|\.)(\d+)[.-](\d+)[.-](\d+)[.-](\d+)\.(?:nip|sslip)\.io\.?$/.exec(host);
  const known = zone[host] ?? zone[host.replace(/\.$/, "")] ?? (dashed === null ? [] : [dashed.slice(1).join(".")]);
  if (known.length > 0) return known.map((address) => ({ address, family: isIP(address.split("%")[0] as string) }));
  // As the system's resolver reads it, which knows the octal and hexadecimal ways.
  const { lookup } = await import("node:dns/promises");
  return lookup(host, { all: true });
}

const wheel = new TimerWheel();
function calls(options: EgressGuardOptions = {}) {
  const guard = new EgressGuard({ resolve, ...options });
  const clients = new UpstreamClients({ connectTimeoutMs: 2_000, trustedAuthorities: [], guard });
  const selfCalls = { wayTo: () => null } as unknown as SelfCalls;
  const identity = () => {
    throw new Error("none");
  };
  const outgoing = new OutgoingCalls({ clients, wheel, limits: defaultLimits, guard, selfCalls, identity });
  const get = async (url: string, followRedirects = true, through: string | null = null): Promise<number | string> => {
    const proxy = through === null ? null : { url: through, username: null, password: null };
    const call = { url, method: "GET", lines: [], body: null, clientCertificate: null, proxy };
    const sent = outgoing.send(
      call,
      { timeoutMs: 3_000, followRedirects, source: "send-request" },
      { program: noBackends, exchange: null },
    );
    return sent.then(
      ({ status }) => status,
      (error: Error) => error.message,
    );
  };
  return { get, close: () => clients.close() };
}

/** The spellings of the one address that programs have taken for others. */
function spellings(): string[] {
  const found = new Set<string>();
  const loopbacks = [
    [127, 0, 0, 1],
    [127, 0, 0, 2],
    [127, 1, 2, 3],
    [127, 255, 255, 254],
    [0, 0, 0, 0],
  ] as const;
  for (const parts of loopbacks) {
    const [a, b, c, d] = parts;
    const whole = ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
    const octal = (part: number, zeros = 1) => "0".repeat(zeros) + part.toString(8);
    const hex = (part: number, digits = 1) => `0x${part.toString(16).padStart(digits, "0")}`;
    const ways = [
      (part: number) => String(part),
      (part: number) => octal(part),
      (part: number) => octal(part, 4),
      (part: number) => hex(part),
      (part: number) => hex(part, 8),
      (part: number) => hex(part).toUpperCase(),
    ];
    found.add(String(whole)).add(octal(whole)).add(hex(whole)).add(hex(whole).toUpperCase());
    for (const one of ways) {
      found.add(parts.map(one).join("."));
      found.add(`${one(a)}.${one((b << 16) | (c << 8) | d)}`);
      found.add(`${one(a)}.${one(b)}.${one((c << 8) | d)}`);
      for (const other of ways) found.add(`${one(a)}.${other(b)}.${other(c)}.${one(d)}`);
    }
    const dotted = parts.join(".");
    const groups = [(a << 8) | b, (c << 8) | d].map((group) => group.toString(16));
    const [high, low] = groups as [string, string];
    for (const v6 of [
      `::ffff:${dotted}`,
      `::FFFF:${dotted}`,
      `0:0:0:0:0:ffff:${dotted}`,
      `::ffff:${high}:${low}`,
      `0000:0000:0000:0000:0000:ffff:${high}:${low}`,
      `::${dotted}`,
      `::${high}:${low}`,
      `::ffff:0:${dotted}`,
      `64:ff9b::${dotted}`,
      `64:ff9b::${high}:${low}`,
      `64:ff9b:1::${dotted}`,
      `2002:${high}:${low}::`,
      `2002:${high}:${low}::1`,
      `fe80::5efe:${dotted}`,
      `2001:db8::200:5efe:${dotted}`,
    ]) {
      found.add(`[${v6}]`);
    }
    for (const name of [`${dotted}.nip.io`, `a.b.${dotted}.nip.io`, `${parts.join("-")}.sslip.io`]) found.add(name);
    found.add(
      [...dotted].map((char) => (char === "." ? "。" : String.fromCharCode(char.charCodeAt(0) + 0xfee0))).join(""),
    );
    found.add([...dotted].map((char) => (char === "." ? "．" : char)).join(""));
    found.add([...dotted].map((char) => `%${char.charCodeAt(0).toString(16)}`).join(""));
    found.add(dotted.replaceAll(".", "%2e"));
    found.add(
      [...dotted].map((char) => (/[1-9]/.test(char) ? String.fromCharCode(0x2460 + Number(char) - 1) : char)).join(""),
    );
  }
  for (const name of ["[::1]", "[::]", "[0:0:0:0:0:0:0:1]", "[0000::0001]", "[::1%25lo]", "[::1%lo]", "[fe80::1%25lo]"])
    found.add(name);
  for (const name of [
    "localhost",
    "LOCALHOST",
    "LocalHost",
    "ｌｏｃａｌｈｏｓｔ",
    "ⓛⓞⓒⓐⓛⓗⓞⓢⓣ",
    "%6cocalhost",
    "localhost%2e",
  ])
    found.add(name);
  for (const name of Object.keys(zone)) found.add(name).add(name.toUpperCase());
  for (const meta of [
    "169.254.169.254",
    "2852039166",
    "0xA9FEA9FE",
    "0251.0376.0251.0376",
    "169.254.170.2",
    "[::ffff:169.254.169.254]",
    "[fd00:ec2::254]",
    "[fe80::1]",
    "168.63.129.16",
    "100.100.100.200",
    "169.254.169.254.nip.io",
    "224.0.0.1",
    "255.255.255.255",
    "[ff02::1]",
  ]) {
    found.add(meta);
  }
  for (const address of ownAddresses) {
    if (isIP(address) === 4) found.add(address);
  }
  return [...found];
}

/** Around a host: what a parser may take for another one. */
const around = [
  (host: string) => `http://${host}:${port}/`,
  (host: string) => `http://${host}.:${port}/`,
  (host: string) => `http://good.example@${host}:${port}/`,
  (host: string) => `http://good.example:80@${host}:${port}/?x#@good.example`,
  (host: string) => `HTTP:\\\\${host}:${port}\\`,
  (host: string) => ` http://${host}\t:${port}/ `,
];

test("no spelling of a forbidden address reaches the canary, by itself or by a redirect", async () => {
  const hosts = spellings();
  expect(hosts.length * around.length).toBeGreaterThan(500);
  const { get, close } = calls({ allow: [`127.0.0.1:${redirectingPort}`], ownPorts: () => [port] });
  const urls = hosts.flatMap((host) => around.map((url) => url(host)));
  const answers = new Map<string, number | string>();
  const queue = [
    ...urls,
    ...hosts.map((host) => `http://127.0.0.1:${redirectingPort}/?to=${encodeURIComponent(around[0]?.(host) ?? "")}`),
  ];
  await Promise.all(
    Array.from({ length: 16 }, async () => {
      for (let url = queue.pop(); url !== undefined; url = queue.pop()) answers.set(url, await get(url));
    }),
  );
  expect([...answers].filter(([, answer]) => answer === 200)).toEqual([]);
  expect(hits).toBe(0);
  // The guard is what kept them out: the plain ways are refused in its words, and open when they are allowed.
  for (const host of ["127.0.0.1", "2130706433", "[::1]", "localhost", "evil.example", "127.0.0.1.nip.io"]) {
    expect(answers.get(`http://${host}:${port}/`)).toContain("are not allowed from here");
  }
  expect(
    answers.get(`http://127.0.0.1:${redirectingPort}/?to=${encodeURIComponent(`http://127.0.0.1:${port}/`)}`),
  ).toContain("are not allowed from here");
  await close();
}, 120_000);

test("the same canary answers whoever an operator lets through", async () => {
  const before = hits;
  const { get, close } = calls({ allow: [`127.0.0.0/8:${port}`, "*.nip.io", "localhost", "[::1]"] });
  expect(await get(`http://2130706433:${port}/`)).toBe(200);
  expect(await get(`http://127.0.0.1.nip.io:${port}/`)).toBe(200);
  expect(await get(`http://localhost:${port}/`)).toBe(200);
  expect(await get(`http://[::1]:${port}/`)).toBe(200);
  expect(await get(`http://[::ffff:127.0.0.1]:${port}/`)).toBe(200);
  expect(await get(`http://evil6.example:${port}/`)).toBe(200);
  expect(hits).toBe(before + 6);
  await close();
});

test("a name that is answered differently the second time is connected to as it was looked at", async () => {
  const before = hits;
  let asked = 0;
  const rebinding = async (): Promise<ResolvedAddress[]> => {
    asked++;
    return [asked % 2 === 1 ? { address: "192.0.2.1", family: 4 } : { address: "127.0.0.1", family: 4 }];
  };
  const guard = new EgressGuard({ resolve: rebinding });
  expect(await guard.addresses("rebind.example", port, "call")).toEqual([{ address: "192.0.2.1", family: 4 }]);
  await expect(guard.addresses("rebind.example", port, "call")).rejects.toThrow("are not allowed from here");
  // Each connection asks once, and gets what was looked at: a first, allowed answer is never followed by a second one.
  asked = 1;
  const { get, close } = calls({ resolve: rebinding });
  expect(await get(`http://rebind.example:${port}/`)).toContain("are not allowed from here");
  expect(asked).toBe(2);
  asked = 0;
  const lookup = guard.lookup(port, "call");
  const seen = await new Promise((resolve) => lookup("rebind.example", { all: true }, (_, found) => resolve(found)));
  expect(seen).toEqual([{ address: "192.0.2.1", family: 4 }]);
  expect(asked).toBe(1);
  expect(hits).toBe(before);
  await close();
});

test("a proxy is no way around it: neither to where it stands nor to where it would go", async () => {
  const before = hits;
  const canaryUrl = `http://127.0.0.1:${port}`;
  const closed = calls();
  expect(await closed.get("http://public.example/", true, canaryUrl)).toContain("are not allowed from here");
  expect(await closed.get("https://public.example/", true, canaryUrl)).toContain("are not allowed from here");
  expect(await closed.get("http://public.example/", true, `http://evil.example:${port}`)).toContain("are not allowed");
  expect(await closed.get("https://public.example/", true, `http://evil.example:${port}`)).toContain("are not allowed");
  await closed.close();
  const open = calls({ allow: [`127.0.0.1:${redirectingPort}`] });
  const proxy = `http://127.0.0.1:${redirectingPort}`;
  for (const url of [canaryUrl, `http://evil.example:${port}/`, "https://169.254.169.254/", "http://meta.example/"]) {
    expect(await open.get(url, true, proxy)).toContain("are not allowed from here");
  }
  // A name that only the proxy knows is its business.
  expect(await open.get("http://known-to-the-proxy.invalid/", false, proxy)).toBe(302);
  expect(hits).toBe(before);
  await open.close();
});

test("of a name with several addresses only the open ones are used", async () => {
  const several = async () =>
    ["127.0.0.1", "10.1.2.3", "fe80::1", "::1"].map((address) => ({ address, family: isIP(address) }));
  expect(await new EgressGuard({ resolve: several }).addresses("x.example", 80, "call")).toEqual([
    { address: "10.1.2.3", family: 4 },
  ]);
});

test.each<[string, number, Reach, boolean]>([
  ["10.0.0.1", 80, "call", true],
  ["172.16.0.1", 80, "call", true],
  ["192.168.1.1", 80, "call", true],
  ["100.64.0.1", 80, "call", true],
  ["fd12::1", 80, "call", true],
  ["203.0.113.7", 80, "call", true],
  ["2606:4700::1111", 443, "call", true],
  ["127.0.0.1", 80, "call", false],
  ["127.0.0.1", 80, "backend", true],
  ["::1", 80, "backend", true],
  ["0.0.0.0", 80, "call", false],
  ["169.254.169.254", 80, "call", false],
  ["169.254.169.254", 80, "backend", false],
  ["fe80::1", 80, "backend", false],
  ["fd00:ec2::254", 80, "backend", false],
  ["168.63.129.16", 80, "backend", false],
  ["::ffff:169.254.169.254", 80, "backend", false],
  ["10.9.9.9", 3000, "call", false],
  ["10.9.9.9", 3001, "call", true],
  ["10.9.9.9", 3000, "backend", true],
])("%s:%i as a %s: %s", async (host, at, reach, open) => {
  const guard = new EgressGuard({ portalUrl: "http://10.9.9.9:3000" });
  const reached = guard.addresses(host, at, reach).then(
    () => true,
    () => false,
  );
  expect(await reached).toBe(open);
});

test("the installation's own ports are opened only by an entry that names the port", async () => {
  const [own = "127.0.0.1"] = ownAddresses.filter((address) => isIP(address) === 4 && address !== "127.0.0.1");
  const reaches = (allow: string[], at: number) =>
    new EgressGuard({ allow, ownPorts: () => [3000] }).addresses(own, at, "call").then(
      () => true,
      () => false,
    );
  expect(await reaches([], 3000)).toBe(false);
  expect(await reaches([own], 3000)).toBe(false);
  expect(await reaches([`${own}:3000`], 3000)).toBe(true);
  expect(await reaches([own], 3001)).toBe(true);
});

test("an entry that cannot be read is named", () => {
  for (const entry of ["http://x", "a b", "*", "x:0", "x:99999", "10.0.0.0/99", "[::1", "*x.example"]) {
    expect(() => new EgressGuard({ allow: [entry] }), entry).toThrow(`'${entry}'`);
  }
  for (const entry of [
    "x",
    "X.Example.:80",
    "*.corp.local",
    "10.0.0.0/8:81",
    "::1",
    "fd00::/8",
    "[fd00::/8]:1",
    "[::1]:9",
  ]) {
    expect(() => new EgressGuard({ allow: [entry] }), entry).not.toThrow();
  }
});

test("addresses inside of others count as what they carry", () => {
  expect(classOf("2002:a9fe:a9fe::")).toBe("link");
  expect(classOf("64:ff9b::10.0.0.1")).toBe("private");
  expect(classOf("2001:0:1:2:3:4:5601:5601")).toBe("link");
  expect(classOf("::ffff:8.8.8.8")).toBe("public");
  expect(classOf("x")).toBeNull();
});
