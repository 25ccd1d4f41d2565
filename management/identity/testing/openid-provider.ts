import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export const clientId = "gatehouse";
export const clientSecret = "a client secret: 100 % plain";

interface Grant {
  redirectUri: string;
  challenge: string;
  nonce: string;
}

/** Who signs in next, and what the provider does wrong. */
export interface Wishes {
  claims: Record<string, unknown>;
  /** Claims of the ID token that override the right ones. */
  lies: Record<string, unknown>;
  discoveredIssuer: string | null;
  signWith: "own key" | "foreign key" | "none";
}

/** An OpenID provider: discovery, keys, and the authorization code flow with PKCE, as OpenID Connect Core 1.0 says. */
export class OpenIdProvider {
  readonly #keys = generateKeyPairSync("rsa", { modulusLength: 2048 });
  readonly #foreign = generateKeyPairSync("rsa", { modulusLength: 2048 });
  readonly #grants = new Map<string, Grant>();
  readonly #server = createServer((request, response) => void this.#answer(request, response));
  readonly wishes: Wishes = { claims: { sub: "ada" }, lies: {}, discoveredIssuer: null, signWith: "own key" };
  issuer = "";

  async start(): Promise<this> {
    this.#server.listen(0, "127.0.0.1");
    await once(this.#server, "listening");
    this.issuer = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
    return this;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", this.issuer);
    const routes: Record<string, () => Promise<void> | void> = {
      "GET /.well-known/openid-configuration": () => json(response, 200, this.#discovery()),
      "GET /keys": () =>
        json(response, 200, {
          keys: [{ ...this.#keys.publicKey.export({ format: "jwk" }), kid: "1", use: "sig", alg: "RS256" }],
        }),
      "GET /authorize": () => this.#authorize(url.searchParams, response),
      "POST /token": () => this.#token(request, response),
    };
    await (routes[`${request.method} ${url.pathname}`] ?? (() => json(response, 404, {})))();
  }

  #discovery() {
    return {
      issuer: this.wishes.discoveredIssuer ?? this.issuer,
      authorization_endpoint: `${this.issuer}/authorize`,
      token_endpoint: `${this.issuer}/token`,
      jwks_uri: `${this.issuer}/keys`,
      response_types_supported: ["code"],
      subject_types_supported: ["public"],
      id_token_signing_alg_values_supported: ["RS256"],
      code_challenge_methods_supported: ["S256"],
      authorization_response_iss_parameter_supported: true,
    };
  }

  #authorize(query: URLSearchParams, response: ServerResponse): void {
    const asked = Object.fromEntries(query);
    const wellFormed =
      asked.client_id === clientId &&
      asked.response_type === "code" &&
      asked.scope?.split(" ").includes("openid") === true &&
      asked.code_challenge_method === "S256" &&
      (asked.code_challenge?.length ?? 0) >= 43;
    const { redirect_uri: redirectUri, state, nonce, code_challenge: challenge } = asked;
    if (!wellFormed || !redirectUri || !state || !nonce || !challenge) {
      json(response, 400, { error: "invalid_request" });
      return;
    }
    const code = randomBytes(16).toString("base64url");
    this.#grants.set(code, { redirectUri, challenge, nonce });
    const back = new URL(redirectUri);
    for (const [name, value] of Object.entries({ code, state, iss: this.wishes.discoveredIssuer ?? this.issuer }))
      back.searchParams.set(name, value);
    response.writeHead(302, { location: back.href }).end();
  }

  async #token(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const form = Object.fromEntries(new URLSearchParams(Buffer.concat(parts).toString()));
    const basic = Buffer.from((request.headers.authorization ?? "").replace(/^Basic /, ""), "base64").toString();
    const [id, secret] = basic.split(":").map((part) => decodeURIComponent(part.replaceAll("+", " ")));
    if (id !== clientId || secret !== clientSecret) return json(response, 401, { error: "invalid_client" });
    const grant = this.#grants.get(form.code ?? "");
    // A code is good for one use (RFC 6749, 4.1.2).
    this.#grants.delete(form.code ?? "");
    const challenge = createHash("sha256")
      .update(form.code_verifier ?? "")
      .digest("base64url");
    const good =
      form.grant_type === "authorization_code" &&
      grant?.redirectUri === form.redirect_uri &&
      grant?.challenge === challenge;
    if (grant === undefined || !good) return json(response, 400, { error: "invalid_grant" });
    json(response, 200, {
      access_token: randomBytes(16).toString("hex"),
      token_type: "Bearer",
      expires_in: 300,
      id_token: this.#idToken(grant),
    });
  }

  #idToken({ nonce }: Grant): string {
    const now = Math.floor(Date.now() / 1000);
    const { claims, lies, signWith } = this.wishes;
    const payload = { iss: this.issuer, aud: clientId, iat: now, exp: now + 300, nonce, ...claims, ...lies };
    const signed = [{ alg: signWith === "none" ? "none" : "RS256", kid: "1" }, payload].map(encoded).join(".");
    if (signWith === "none") return `${signed}.`;
    return `${signed}.${sign(signed, signWith === "own key" ? this.#keys.privateKey : this.#foreign.privateKey)}`;
  }
}

const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
const sign = (text: string, key: KeyObject) => createSign("RSA-SHA256").update(text).sign(key, "base64url");

function json(response: ServerResponse, status: number, body: object): void {
  response
    .writeHead(status, { "content-type": "application/json", "cache-control": "no-store" })
    .end(JSON.stringify(body));
}
