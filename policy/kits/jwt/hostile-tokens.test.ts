import { createHmac, createSecretKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import { describe, expect, test } from "vitest";
import { algorithms } from "./algorithms";
import { asker } from "./testing/ask";
import { goodClaims, makeToken, nowSeconds, part } from "./testing/make-token";

const secret = createSecretKey(Buffer.from("an HMAC key of the tests, long enough for SHA-512, which takes 64 bytes"));
const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 });
const otherRsa = generateKeyPairSync("rsa", { modulusLength: 2048 });
const ec = generateKeyPairSync("ec", { namedCurve: "P-256" });
const ec384 = generateKeyPairSync("ec", { namedCurve: "P-384" });
const ec521 = generateKeyPairSync("ec", { namedCurve: "P-521" });

const jwk = ({ publicKey }: { publicKey: KeyObject }, more: object = {}) => ({
  ...publicKey.export({ format: "jwk" }),
  ...more,
});
const url = "https://issuer.example/.well-known/openid-configuration";
const texts: Record<string, string> = {
  [url]: JSON.stringify({ issuer: "https://issuer.example", jwks_uri: "https://issuer.example/keys" }),
  "https://issuer.example/keys": JSON.stringify({
    keys: [
      jwk(rsa, { kid: "rsa", use: "sig" }),
      jwk(ec, { kid: "ec" }),
      jwk(ec384, { kid: "ec384" }),
      jwk(ec521, { kid: "ec521" }),
      jwk(otherRsa, { kid: "pinned", alg: "PS256" }),
      jwk(otherRsa, { kid: "encryption", use: "enc" }),
      { kty: "oct", kid: "published", k: secret.export().toString("base64url") },
    ],
  }),
};
const documents = { get: (at: string) => ({ text: texts[at] as string, fetchedAt: 1 }) };

const checks = "<audiences><audience>orders</audience></audiences>";
const open = '<validate-jwt header-name="Authorization" require-scheme="Bearer">';
const byKeySet = asker(`${open}<openid-config url="${url}" />${checks}</validate-jwt>`, { documents });
const bySecret = asker(
  `${open}<issuer-signing-keys><key>${secret.export().toString("base64")}</key></issuer-signing-keys>${checks}<issuers><issuer>https://issuer.example</issuer></issuers></validate-jwt>`,
);
const ask = (way: typeof byKeySet, token: string) => way({ headers: { Authorization: `Bearer ${token}` } });

const signers: Record<string, [KeyObject, string | undefined, typeof byKeySet]> = {
  HS: [secret, undefined, bySecret],
  RS: [rsa.privateKey, "rsa", byKeySet],
  PS: [rsa.privateKey, "rsa", byKeySet],
  ES256: [ec.privateKey, "ec", byKeySet],
  ES384: [ec384.privateKey, "ec384", byKeySet],
  ES512: [ec521.privateKey, "ec521", byKeySet],
};
const signerFor = (alg: string) => (signers[alg] ?? signers[alg.slice(0, 2)]) as (typeof signers)[string];

test.each([...algorithms.keys()])("%s: a good token passes, with and without kid", async (alg) => {
  const [key, kid, way] = signerFor(alg);
  for (const header of [{ alg }, { alg, typ: "JWT", ...(kid && { kid }) }]) {
    expect(await ask(way, makeToken(key, header, goodClaims()))).toMatchObject({ reason: null });
  }
});
test("a key that is pinned passes for its own algorithm", async () => {
  const header = { alg: "PS256", kid: "pinned" };
  expect(await ask(byKeySet, makeToken(otherRsa.privateKey, header, goodClaims()))).toMatchObject({ reason: null });
});

interface Hostile {
  readonly name: string;
  readonly way: typeof byKeySet;
  readonly token: string;
}
const hostile: Hostile[] = [];
const add = (name: string, token: string, way = byKeySet) => hostile.push({ name, way, token });
const both = (name: string, token: string) => {
  add(`${name}, key set`, token);
  add(`${name}, secret`, token, bySecret);
};
const claims = goodClaims();
const pem = (key: KeyObject, type: "spki" | "pkcs1") => key.export({ type, format: "pem" }).toString();

// No signature at all.
for (const alg of [
  "none",
  "None",
  "NONE",
  "nOnE",
  "",
  "null",
  "none ",
  "HS0",
  "HS1",
  "RS1",
  "ES256K",
  "EdDSA",
  "dir",
  "constructor",
  "__proto__",
]) {
  both(`alg '${alg}' unsigned`, `${part({ alg })}.${part(claims)}.`);
  both(`alg '${alg}' with some signature`, `${part({ alg })}.${part(claims)}.${part("signature")}`);
}
for (const alg of [null, 1, true, [], ["RS256"], {}])
  both(`alg ${JSON.stringify(alg)}`, `${part({ alg })}.${part(claims)}.AAAA`);
both("no alg", `${part({ typ: "JWT" })}.${part(claims)}.`);
for (const alg of algorithms.keys()) {
  both(`${alg} without a signature`, `${part({ alg })}.${part(claims)}.`);
  both(
    `${alg} with zeros`,
    `${part({ alg })}.${part(claims)}.${Buffer.alloc(algorithms.get(alg)?.signatureBytes ?? 256).toString("base64url")}`,
  );
}

// Public keys taken for secrets.
const publicForms = [
  pem(rsa.publicKey, "spki"),
  pem(rsa.publicKey, "spki").trim(),
  pem(rsa.publicKey, "pkcs1"),
  rsa.publicKey.export({ type: "spki", format: "der" }),
  String(rsa.publicKey.export({ format: "jwk" }).n),
  JSON.stringify(jwk(rsa)),
  pem(ec.publicKey, "spki"),
  "",
];
for (const [index, form] of publicForms.entries()) {
  for (const alg of ["HS256", "HS384", "HS512"]) {
    for (const kid of [undefined, "rsa"]) {
      const signed = `${part({ alg, kid })}.${part(claims)}`;
      const hash = (algorithms.get(alg) as { hash: string }).hash;
      add(
        `${alg} with public key, form ${index}, kid ${kid}`,
        `${signed}.${createHmac(hash, form).update(signed).digest("base64url")}`,
      );
    }
  }
}
add("the published secret", makeToken(secret, { alg: "HS256", kid: "published" }, claims));

// The right key with another name on it.
for (const alg of algorithms.keys()) {
  const [key, kid, way] = signerFor(alg);
  for (const claimed of algorithms.keys()) {
    if (claimed !== alg) add(`${alg} that says ${claimed}`, makeToken(key, { alg: claimed, kid }, claims, alg), way);
  }
}
for (const alg of ["RS256", "PS384", "PS512"])
  add(`${alg} by a key for PS256`, makeToken(otherRsa.privateKey, { alg, kid: "pinned" }, claims));
add("a key for encryption", makeToken(otherRsa.privateKey, { alg: "RS256", kid: "encryption" }, claims));
add("another key under a known kid", makeToken(otherRsa.privateKey, { alg: "RS256", kid: "rsa" }, claims));

// What a token brings along is not believed.
const own = jwk(otherRsa);
for (const more of [
  { jwk: own },
  { jku: "https://evil.example/keys" },
  { x5u: "https://evil.example/c" },
  { x5c: ["AAAA"] },
  { jwk: own, kid: "rsa" },
]) {
  add(`brings ${Object.keys(more)}`, makeToken(otherRsa.privateKey, { alg: "RS256", ...more }, claims));
}
for (const kid of ["", "../rsa", "rsa\u0000", "RSA", " rsa", "rsa ", "' or 1=1", "/dev/null", "__proto__", "ec"]) {
  add(`kid '${kid}'`, makeToken(rsa.privateKey, { alg: "RS256", kid }, claims));
}
for (const kid of [1, null, ["rsa"], {}, true])
  add(`kid ${JSON.stringify(kid)}`, makeToken(rsa.privateKey, { alg: "RS256", kid }, claims));
for (const more of [
  { crit: [] },
  { crit: ["exp"] },
  { crit: ["b64"], b64: false },
  { b64: false },
  { b64: true },
  { crit: "x" },
]) {
  add(`extension ${JSON.stringify(more)}`, makeToken(rsa.privateKey, { alg: "RS256", ...more }, claims));
}

// A good token, bent.
for (const [name, good, way] of [
  ["RS256", makeToken(rsa.privateKey, { alg: "RS256", kid: "rsa" }, claims), byKeySet],
  ["ES256", makeToken(ec.privateKey, { alg: "ES256", kid: "ec" }, claims), byKeySet],
  ["HS256", makeToken(secret, { alg: "HS256" }, claims), bySecret],
] as const) {
  const [header = "", payload = "", signature = ""] = good.split(".");
  const bent = (what: string, token: string) => add(`${name} ${what}`, token, way);
  const bytes = Buffer.from(signature, "base64url");
  bent("without its last character", good.slice(0, -1));
  bent("with one character more", `${good}A`);
  bent("without its signature", `${header}.${payload}.`);
  bent("without its second dot", `${header}.${payload}`);
  bent("with a fourth part", `${good}.x`);
  bent("with four dots", `${good}..`);
  bent("with five dots", `${good}...`);
  bent("padded", `${good}=`);
  bent("padded twice", `${good}==`);
  bent("padded in its payload", `${header}.${payload}=.${signature}`);
  bent("padded in its header", `${header}=.${payload}.${signature}`);
  bent("with white space inside", `${header}. ${payload}.${signature}`);
  bent("with a line break inside", `${header}.${payload}.${signature.slice(0, 10)}\n${signature.slice(10)}`);
  bent(
    "in the other alphabet",
    `${header}.${payload}.${Buffer.concat([Buffer.from([251, 255]), bytes]).toString("base64")}`,
  );
  bent(
    "with bits left over",
    `${header}.${payload}.${signature.slice(0, -1)}${signature.endsWith("A") ? "B" : String.fromCharCode(signature.charCodeAt(signature.length - 1) + 1)}`,
  );
  bent("with another payload", `${header}.${part({ ...claims, sub: "you" })}.${signature}`);
  bent("with another header", `${part({ alg: name, kid: "rsa", x: 1 })}.${payload}.${signature}`);
  bent(
    "with a bit turned",
    `${header}.${payload}.${Buffer.from(bytes.map((byte, at) => (at === 5 ? byte ^ 1 : byte))).toString("base64url")}`,
  );
  bent("with a shorter signature", `${header}.${payload}.${bytes.subarray(1).toString("base64url")}`);
  bent(
    "with a longer signature",
    `${header}.${payload}.${Buffer.concat([bytes, Buffer.alloc(1)]).toString("base64url")}`,
  );
  bent(
    "with zeros before its signature",
    `${header}.${payload}.${Buffer.concat([Buffer.alloc(1), bytes]).toString("base64url")}`,
  );
  bent("with its parts exchanged", `${payload}.${header}.${signature}`);
  bent("as JSON", JSON.stringify({ payload, protected: header, signature }));
  bent("with a dot before", `.${good}`);
  bent("too long", `${header}.${part({ ...claims, x: "x".repeat(300_000) })}.${signature}`);
}
const der = Buffer.from("3006020100020100", "hex").toString("base64url");
add("ES256 with zeros in DER", `${part({ alg: "ES256", kid: "ec" })}.${part(claims)}.${der}`);

// Signed well, and not what a token is.
const rs = (header: unknown, content: unknown) => makeToken(rsa.privateKey, header, content, "RS256");
const header = { alg: "RS256", kid: "rsa" };
const json = JSON.stringify(claims);
const contents: [string, unknown][] = [
  ["no JSON", "claims"],
  ["empty", ""],
  ["an array", [claims]],
  ["a text", '"claims"'],
  ["null", "null"],
  ["a number", "7"],
  ["cut off", json.slice(0, -1)],
  ["more after it", `${json}{}`],
  ["a member twice", `{"sub":"you",${json.slice(1)}`],
  ["a member twice in another spelling", `{"\\u0073ub":"you",${json.slice(1)}`],
  ["a member twice inside", `{"x":{"a":1,"a":2},${json.slice(1)}`],
  ["a comment", `/* */${json}`],
  ["a mark of byte order", `\ufeff${json}`],
  ["deeply nested", `{"x":${"[".repeat(200)}${"]".repeat(200)},${json.slice(1)}`],
  ["exp as a text", { ...claims, exp: String(claims.exp) }],
  ["exp null", { ...claims, exp: null }],
  ["exp as a list", { ...claims, exp: [claims.exp] }],
  ["exp true", { ...claims, exp: true }],
  ["exp beyond numbers", json.replace(/"exp":\d+/, '"exp":1e999')],
  ["exp absent", { ...claims, exp: undefined }],
  ["exp now", { ...claims, exp: nowSeconds() }],
  ["exp long ago", { ...claims, exp: 1 }],
  ["exp negative", { ...claims, exp: -1 }],
  ["exp zero", { ...claims, exp: 0 }],
  ["nbf ahead", { ...claims, nbf: nowSeconds() + 100 }],
  ["nbf as a text", { ...claims, nbf: "0" }],
  ["nbf after exp", { ...claims, nbf: claims.exp + 1 }],
  ["nbf null", { ...claims, nbf: null }],
  ["another audience", { ...claims, aud: "others" }],
  ["no audience", { ...claims, aud: undefined }],
  ["an audience in another case", { ...claims, aud: "Orders" }],
  ["an audience that begins so", { ...claims, aud: "orders2" }],
  ["audiences inside audiences", { ...claims, aud: [["orders"]] }],
  ["audience as an object", { ...claims, aud: { orders: true } }],
  ["audience as a number", { ...claims, aud: 1 }],
  ["audiences in one text", { ...claims, aud: "others orders" }],
  ["another issuer", { ...claims, iss: "https://evil.example" }],
  ["no issuer", { ...claims, iss: undefined }],
  ["issuer as a list", { ...claims, iss: ["https://issuer.example"] }],
  ["issuer with a slash", { ...claims, iss: "https://issuer.example/" }],
  ["claims by way of __proto__", `{"__proto__":${json}}`],
];
for (const [name, content] of contents) add(`payload: ${name}`, rs(header, content));
const headers: [string, string][] = [
  ["alg twice", '{"alg":"none","alg":"RS256"}'],
  ["alg twice in another spelling", '{"alg":"RS256","\\u0061lg":"RS256"}'],
  ["kid twice", '{"alg":"RS256","kid":"ec","kid":"rsa"}'],
  ["an array", '[{"alg":"RS256"}]'],
  ["no JSON", "RS256"],
  ["empty", ""],
  ["alg by way of __proto__", '{"__proto__":{"alg":"RS256"}}'],
  ["alg in another case", '{"ALG":"RS256"}'],
  ["alg in small letters", '{"alg":"rs256"}'],
];
for (const [name, text] of headers) add(`header: ${name}`, rs(text, claims));
for (const text of [
  ".",
  "..",
  "...",
  "....",
  "a.b.c",
  "null",
  "{}",
  "a",
  "%00",
  `${part(header)}`,
  "e30.e30.e30",
  "\u00e9.\u00e9.\u00e9",
])
  both(`'${text}'`, text);

// Encrypted, where nothing can decrypt.
both("five parts", `${part({ alg: "dir", enc: "A128GCM" })}..AAAA.AAAA.AAAA`);
both(
  "five parts of passwords",
  `${part({ alg: "PBES2-HS256+A128KW", enc: "A128GCM", p2c: 1e9, p2s: "AAAA" })}.AAAA.AAAA.AAAA.AAAA`,
);

describe("tokens that must not pass", () => {
  test("there are many of them, all different", () => {
    expect(new Set(hostile.map(({ name }) => name)).size).toBe(hostile.length);
    expect(hostile.length).toBeGreaterThan(300);
  });
  test("none passes, and each is refused for a reason", async () => {
    const passed: string[] = [];
    for (const { name, way, token } of hostile) {
      // Twice: what was said once is not forgotten.
      for (const _ of [1, 2]) {
        const { reason, exchange } = await ask(way, token);
        if (reason === null || exchange.response?.status !== 401) passed.push(`${name}: ${reason}`);
      }
    }
    expect(passed).toEqual([]);
  });
  test("and a good one still does", async () => {
    expect(await ask(byKeySet, makeToken(rsa.privateKey, header, claims))).toMatchObject({
      reason: null,
      atOnce: false,
    });
    expect(await ask(byKeySet, makeToken(rsa.privateKey, header, claims))).toMatchObject({
      reason: null,
      atOnce: true,
    });
  });
});
