import { createHash, createHmac, createPrivateKey, X509Certificate } from "node:crypto";
import { CompactEncrypt } from "jose";
import { expect, test } from "vitest";
import { makeCertificate } from "@/gateway/testing/certificates";
import { check } from "@/policy/check";
import type { CertificateResource } from "@/policy/host/resources";
import { asker } from "@/policy/kits/jwt/testing/ask";
import { goodClaims, makeToken, part } from "@/policy/kits/jwt/testing/make-token";

const identity = makeCertificate({ commonName: "signer" });
const other = makeCertificate({ commonName: "other" });
const resource = (id: string, { certificatePem, privateKeyPem }: typeof identity): CertificateResource => ({
  id,
  certificatePem,
  privateKeyPem,
  thumbprint: "",
});
const jwt = (content: string, attributes = "") =>
  `<validate-jwt header-name="Authorization" ${attributes}>${content}</validate-jwt>`;
const bearer = (token: string) => ({ headers: { Authorization: `Bearer ${token}` } });
const signed = (alg = "RS256", kid?: string) =>
  makeToken(createPrivateKey(identity.privateKeyPem), { alg, kid }, goodClaims());

test("a certificate of the service verifies tokens, for as long as it is there", async () => {
  const certificates: Record<string, CertificateResource> = { signer: resource("signer", identity) };
  const ask = asker(jwt('<issuer-signing-keys><key certificate-id="signer" id="k" /></issuer-signing-keys>'), {
    certificates,
  });
  expect(await ask(bearer(signed("RS256", "k")))).toMatchObject({ reason: null });
  expect(await ask(bearer(signed("PS512")))).toMatchObject({ reason: null });
  expect(await ask(bearer(signed("RS256", "other")))).toMatchObject({ reason: "TokenSignatureKeyNotFound" });
  const token = signed();
  expect(await ask(bearer(token))).toMatchObject({ reason: null });
  certificates.signer = resource("signer", other);
  expect(await ask(bearer(token))).toMatchObject({ reason: "TokenSignatureInvalid" });
  delete certificates.signer;
  const lost = await ask(bearer(token));
  expect(lost.exchange.response?.status).toBe(500);
  expect(lost.message).toBe("Certificate 'signer' could not be found.");
});

test("keys and addresses may come from expressions", async () => {
  const key = Buffer.from("a key that an expression brings along");
  const ask = asker(
    jwt(
      `<issuer-signing-keys><key>@(context.Request.Headers.GetValueOrDefault("X-Key", ""))</key></issuer-signing-keys>`,
    ),
  );
  const text = `${part({ alg: "HS256" })}.${part(goodClaims())}`;
  const token = `${text}.${createHmac("sha256", key).update(text).digest("base64url")}`;
  const withKey = (value: string) => ask({ headers: { Authorization: `Bearer ${token}`, "X-Key": value } });
  expect(await withKey(key.toString("base64"))).toMatchObject({ reason: null });
  expect(await withKey(Buffer.from("some other key of some other one").toString("base64"))).toMatchObject({
    reason: "TokenSignatureInvalid",
  });
  expect(await withKey(key.toString("base64url"))).toMatchObject({ reason: null });
  for (const wrong of ["", "AAAA", "not base64!"]) {
    expect((await withKey(wrong)).exchange.response?.status).toBe(500);
  }
});

test("tokens of Mobile Services, and certificates among issuer-signing-tokens", async () => {
  const master = "a master key";
  const der = new X509Certificate(identity.certificatePem).raw.toString("base64");
  const ask = asker(
    jwt(
      `<issuer-signing-tokens><token>${der}</token></issuer-signing-tokens><issuer-signing-keys><zumo-master-key>${master}</zumo-master-key></issuer-signing-keys>`,
    ),
  );
  expect(await ask(bearer(signed()))).toMatchObject({ reason: null });
  const text = `${part({ alg: "HS256" })}.${part(goodClaims())}`;
  const sign = (key: Buffer | string) => `${text}.${createHmac("sha256", key).update(text).digest("base64url")}`;
  expect(await ask(bearer(sign(createHash("sha256").update(`${master}JWTSig`).digest())))).toMatchObject({
    reason: null,
  });
  expect(await ask(bearer(sign(master)))).toMatchObject({ reason: "TokenSignatureInvalid" });
});

test("an encrypted token is opened with the key of a certificate, and what is inside is checked like any other", async () => {
  const certificates = { opener: resource("opener", other), signer: resource("signer", identity) };
  const ask = asker(
    jwt(
      '<issuer-signing-keys><key certificate-id="signer" /></issuer-signing-keys><decryption-keys><key certificate-id="opener" /></decryption-keys>',
      'output-token-variable-name="jwt"',
    ),
    { certificates },
  );
  const seal = (content: string, alg = "RSA-OAEP-256", to = other) =>
    new CompactEncrypt(new TextEncoder().encode(content))
      .setProtectedHeader({ alg, enc: "A256GCM" })
      .encrypt(new X509Certificate(to.certificatePem).publicKey);
  const good = await seal(signed());
  expect(await ask(bearer(good))).toMatchObject({ reason: null, atOnce: false });
  const again = await ask(bearer(good));
  expect(again).toMatchObject({ reason: null, atOnce: true });
  expect(again.exchange.variables.get("jwt")).toMatchObject({ typeName: "Jwt" });
  expect(await ask(bearer(await seal(signed(), "RSA-OAEP", identity)))).toMatchObject({ reason: "JwtInvalid" });
  expect(await ask(bearer(`${good.slice(0, -2)}AA`))).toMatchObject({ reason: "JwtInvalid" });
  expect(await ask(bearer(await seal(JSON.stringify(goodClaims()))))).toMatchObject({
    reason: "TokenSignatureInvalid",
  });
  expect(await ask(bearer(await seal("hello")))).toMatchObject({ reason: "JwtInvalid" });
  expect(await ask(bearer(await seal(good)))).toMatchObject({ reason: "JwtInvalid" });
});

test("the same token is judged anew by time and by what the request brings", async () => {
  const ask = asker(
    jwt(
      `<issuer-signing-keys><key certificate-id="signer" /></issuer-signing-keys><audiences><audience>@(context.Request.Headers.GetValueOrDefault("X-Audience", ""))</audience></audiences>`,
      'clock-skew="@(int.Parse(context.Request.Headers.GetValueOrDefault(&quot;X-Skew&quot;, &quot;0&quot;)))"',
    ),
    { certificates: { signer: resource("signer", identity) } },
  );
  const key = createPrivateKey(identity.privateKeyPem);
  const ended = makeToken(key, { alg: "RS256" }, { ...goodClaims(), exp: Math.floor(Date.now() / 1000) - 100 });
  const send = (audience: string, skew: string) =>
    ask({ headers: { Authorization: `Bearer ${ended}`, "X-Audience": audience, "X-Skew": skew } });
  expect(await send("orders", "1000")).toMatchObject({ reason: null });
  expect(await send("orders", "1000")).toMatchObject({ reason: null, atOnce: true });
  expect(await send("orders", "0")).toMatchObject({ reason: "TokenExpired" });
  expect(await send("others", "1000")).toMatchObject({ reason: "TokenAudienceNotAllowed" });
});

const exists = () => true;
const problemsOf = (content: string, attributes = 'header-name="Authorization"') =>
  check(
    `<policies><inbound><base /><validate-jwt ${attributes}>${content}</validate-jwt></inbound><backend><base /></backend><outbound><base /></outbound><on-error><base /></on-error></policies>`,
    {
      kind: "policies",
      scope: "api",
      known: { namedValues: exists, backends: exists, fragments: exists, certificates: exists },
    },
  )
    .filter(({ severity }) => severity === "error")
    .map(({ message }) => message);

test("parts in another order are an error when the policy is saved", () => {
  const audiences = "<audiences><audience>a</audience></audiences>";
  const issuers = "<issuers><issuer>i</issuer></issuers>";
  expect(problemsOf(audiences + issuers)).toEqual([]);
  expect(problemsOf(issuers + audiences)).toHaveLength(1);
  expect(problemsOf(`${audiences}<openid-config url="https://a.example" />`)).toHaveLength(1);
  expect(problemsOf("", "")).toHaveLength(1);
  expect(problemsOf("", 'header-name="A" token-value="b"')).toHaveLength(1);
});

test("so is a key that cannot be one", () => {
  const keys = (content: string) => problemsOf(`<issuer-signing-keys>${content}</issuer-signing-keys>`);
  expect(keys("<key>c2l4dGVlbiBieXRlcyBsb25nIQ==</key>")).toEqual([]);
  expect(keys("<key>{{signing-key}}</key>")).toEqual([]);
  expect(keys('<key certificate-id="x" />')).toEqual([]);
  expect(keys('<key n="AQAB" e="AQAB" />')).toEqual([]);
  expect(keys("<key>not base64!</key>")).toEqual(["A symmetric key must be written in base64."]);
  expect(keys("<key>c2hvcnQ=</key>")).toEqual(["A symmetric key must have at least 128 bits."]);
  expect(keys("<key />")).toEqual(["A key is a text in base64, a 'certificate-id', or 'n' with 'e'."]);
  expect(keys('<key n="AQAB" />')).toEqual(["A key is a text in base64, a 'certificate-id', or 'n' with 'e'."]);
});

test("while the source that would announce an issuer is away, a key of the policy's own signs for no issuer", async () => {
  const certificates = { signer: resource("signer", identity) };
  const keys = '<issuer-signing-keys><key certificate-id="signer" /></issuer-signing-keys>';
  const documents = { get: () => Promise.reject(new Error("It is away.")) };
  const open = '<openid-config url="https://login.example/.well-known/openid-configuration" />';
  const token = bearer(signed());
  expect(await asker(jwt(open + keys), { certificates, documents })(token)).toMatchObject({
    reason: "TokenIssuerNotAllowed",
  });
  expect(await asker(jwt(keys), { certificates })(token)).toMatchObject({ reason: null });
});
