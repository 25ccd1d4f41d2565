import { createPublicKey, generateKeyPairSync, X509Certificate } from "node:crypto";
import { CompactEncrypt } from "jose";
import { expect, test } from "vitest";
import { makeCertificate } from "@/gateway/testing/certificates";
import { asker } from "@/policy/kits/jwt/testing/ask";
import { makeToken, nowSeconds } from "@/policy/kits/jwt/testing/make-token";

const tenant = "72f988bf-86f1-41af-91ab-2d7cd011db47";
const pair = generateKeyPairSync("rsa", { modulusLength: 2048 });
const keys = JSON.stringify({
  keys: [
    { ...createPublicKey(pair.publicKey.export({ type: "spki", format: "pem" })).export({ format: "jwk" }), kid: "k" },
  ],
});

function entra(endpoint: string, of: string) {
  const asked: string[] = [];
  const texts: Record<string, string> = {
    [`${endpoint}/${of}/v2.0/.well-known/openid-configuration`]: JSON.stringify({
      issuer: `https://login.microsoftonline.com/${tenant}/v2.0`,
      jwks_uri: `${endpoint}/keys`,
    }),
    [`${endpoint}/${of}/.well-known/openid-configuration`]: JSON.stringify({
      issuer: `https://sts.windows.net/${tenant}/`,
      jwks_uri: `${endpoint}/keys`,
    }),
    [`${endpoint}/keys`]: keys,
  };
  const get = (url: string) => {
    asked.push(url);
    const text = texts[url];
    if (text === undefined) throw new Error(`There is nothing at ${url}.`);
    return { text, fetchedAt: 1 };
  };
  return { asked, documents: { get } };
}
const claims = (given: object = {}) => ({
  iss: `https://login.microsoftonline.com/${tenant}/v2.0`,
  tid: tenant,
  aud: "orders",
  exp: nowSeconds() + 600,
  ...given,
});
const token = (given: object = {}) => makeToken(pair.privateKey, { alg: "RS256", kid: "k" }, claims(given));
const bearer = (text: string) => ({ headers: { Authorization: `Bearer ${text}` } });

test("the tenant is asked where Entra is, unless the policy says where else", async () => {
  const usual = entra("https://login.microsoftonline.com", tenant);
  const ask = asker(`<validate-azure-ad-token tenant-id="${tenant}" />`, usual);
  expect(await ask(bearer(token()))).toMatchObject({ reason: null });
  expect(await ask(bearer(token({ iss: `https://sts.windows.net/${tenant}/` })))).toMatchObject({ reason: null });
  expect(usual.asked[0]).toBe(`https://login.microsoftonline.com/${tenant}/v2.0/.well-known/openid-configuration`);
  const other = entra("https://login.microsoftonline.us", "contoso.example");
  const elsewhere = asker(
    '<validate-azure-ad-token tenant-id="contoso.example" authentication-endpoint="https://login.microsoftonline.us/" />',
    other,
  );
  expect(await elsewhere(bearer(token()))).toMatchObject({ reason: null });
  expect(other.asked.every((url) => url.startsWith("https://login.microsoftonline.us/"))).toBe(true);
});

test("the tenant may come from an expression, and never leads the gateway elsewhere", async () => {
  const { documents, asked } = entra("https://login.microsoftonline.com", tenant);
  const ask = asker(
    `<validate-azure-ad-token tenant-id="@(context.Request.Headers.GetValueOrDefault(&quot;X-Tenant&quot;, &quot;&quot;))" />`,
    { documents },
  );
  const from = (name: string) => ask({ headers: { Authorization: `Bearer ${token()}`, "X-Tenant": name } });
  expect(await from(tenant)).toMatchObject({ reason: null });
  const before = asked.length;
  for (const name of ["", "..", "a/../b", "evil.example/x", "a?b", "a#b", "@evil.example", "a b", "-"]) {
    const { exchange } = await from(name);
    expect([name, exchange.response?.status]).toEqual([name, 500]);
  }
  expect(asked.length).toBe(before);
  expect(await from("other.example")).toMatchObject({ reason: "TokenSignatureKeyNotFound" });
});

test("a token may stand elsewhere, without a scheme", async () => {
  const { documents } = entra("https://login.microsoftonline.com", tenant);
  const byQuery = asker(`<validate-azure-ad-token tenant-id="${tenant}" query-parameter-name="t" />`, { documents });
  expect(await byQuery({ url: `/a/x?t=${token()}` })).toMatchObject({ reason: null });
  expect(await byQuery(bearer(token()))).toMatchObject({ reason: "TokenNotPresent" });
  const byHeader = asker(`<validate-azure-ad-token tenant-id="${tenant}" header-name="X-Token" />`, { documents });
  expect(await byHeader({ headers: { "X-Token": token() } })).toMatchObject({ reason: null });
});

test("an encrypted token is opened with a certificate of the service", async () => {
  const { documents } = entra("https://login.microsoftonline.com", tenant);
  const identity = makeCertificate({ commonName: "opener" });
  const ask = asker(
    `<validate-azure-ad-token tenant-id="${tenant}"><decryption-keys><key certificate-id="opener" /></decryption-keys></validate-azure-ad-token>`,
    { documents, certificates: { opener: { id: "opener", thumbprint: "", ...identity } } },
  );
  const sealed = await new CompactEncrypt(new TextEncoder().encode(token()))
    .setProtectedHeader({ alg: "RSA-OAEP", enc: "A128CBC-HS256" })
    .encrypt(new X509Certificate(identity.certificatePem).publicKey);
  expect(await ask(bearer(sealed))).toMatchObject({ reason: null });
});

test.each([
  [{ tid: undefined }, "TokenIssuerNotAllowed"],
  [{ tid: "other" }, "TokenIssuerNotAllowed"],
  [{ iss: undefined }, "TokenIssuerNotAllowed"],
  [{ iss: "https://login.microsoftonline.com/{tenantid}/v2.0" }, "TokenIssuerNotAllowed"],
  [{ exp: undefined }, "JwtInvalid"],
  [{ azp: undefined }, "TokenClaimNotFound"],
  [{ azp: ["client"] }, "TokenClaimValueNotAllowed"],
  [{ ver: "1.0" }, "TokenClaimNotFound"],
  [{ azp: "other", appid: "client" }, "TokenClaimValueNotAllowed"],
])("%j is refused as %s", async (given, reason) => {
  const { documents } = entra("https://login.microsoftonline.com", tenant);
  const ask = asker(
    `<validate-azure-ad-token tenant-id="${tenant}"><client-application-ids><application-id>client</application-id></client-application-ids></validate-azure-ad-token>`,
    { documents },
  );
  expect(await ask(bearer(token({ azp: "client" })))).toMatchObject({ reason: null });
  expect(await ask(bearer(token({ azp: "client", ...given })))).toMatchObject({ reason });
});
