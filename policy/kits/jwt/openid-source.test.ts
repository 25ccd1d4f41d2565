import { generateKeyPairSync } from "node:crypto";
import { expect, test } from "vitest";
import type { Documents, FetchedDocument } from "@/policy/host/documents";
import { OpenidSource } from "./openid-source";
import { asker } from "./testing/ask";
import { goodClaims, makeToken } from "./testing/make-token";

const pairs = [0, 1].map(() => generateKeyPairSync("rsa", { modulusLength: 2048 }));
const keySet = (...numbers: number[]) =>
  JSON.stringify({
    keys: numbers.map((number) => ({ ...pairs[number]?.publicKey.export({ format: "jwk" }), kid: `k${number}` })),
  });
const url = "https://issuer.example/c";
const configuration = JSON.stringify({ issuer: "https://issuer.example", jwks_uri: "https://issuer.example/keys" });
const token = (number: number, kid = `k${number}`) =>
  makeToken((pairs[number] as (typeof pairs)[number]).privateKey, { alg: "RS256", kid }, goodClaims());

/** As the gateway keeps them, with a clock of the test. */
class Source implements Documents {
  texts: Record<string, string | Error> = { [url]: configuration, "https://issuer.example/keys": keySet(0) };
  now = 0;
  fetched: string[] = [];
  readonly #kept = new Map<string, FetchedDocument>();

  get(at: string, { maxAgeMs }: { maxAgeMs: number }): FetchedDocument | Promise<FetchedDocument> {
    const kept = this.#kept.get(at);
    if (kept !== undefined && this.now - kept.fetchedAt < maxAgeMs) return kept;
    this.fetched.push(at.replace("https://issuer.example", ""));
    return Promise.resolve().then(() => {
      const text = this.texts[at];
      if (typeof text !== "string") {
        if (kept !== undefined) return kept;
        throw text;
      }
      const made = { text, fetchedAt: this.now };
      this.#kept.set(at, made);
      return made;
    });
  }
}
const minutes = 60_000;
const policyText = `<validate-jwt header-name="Authorization"><openid-config url="${url}" /></validate-jwt>`;
const with_ = (text: string) => ({ headers: { Authorization: `Bearer ${text}` } });

test("keys that are at hand are given at once, and stay the same object; after an hour they are fetched anew", async () => {
  const documents = new Source();
  const source = new OpenidSource(documents, url, "validate-jwt", () => documents.now);
  const first = await source.keys();
  expect(first).toMatchObject({ issuer: "https://issuer.example", failure: null });
  expect(source.keys()).toBe(first);
  documents.now = 59 * minutes;
  expect(source.keys()).toBe(first);
  documents.now = 61 * minutes;
  expect(await source.keys()).toBe(first);
  expect(documents.fetched).toEqual(["/c", "/keys", "/c", "/keys"]);
  documents.texts["https://issuer.example/keys"] = keySet(0, 1);
  documents.now = 122 * minutes;
  expect((await source.keys()).keys.map(({ id }) => id)).toEqual(["k0", "k1"]);
});

test("asked again, it is fetched once for all who wait, and not again for five minutes", async () => {
  const documents = new Source();
  const source = new OpenidSource(documents, url, "validate-jwt", () => documents.now);
  await source.keys();
  documents.texts["https://issuer.example/keys"] = keySet(1);
  documents.now = 1000;
  const all = await Promise.all([source.refetched(), source.refetched(), source.refetched()]);
  expect(new Set(all).size).toBe(1);
  expect(all[0]?.keys.map(({ id }) => id)).toEqual(["k1"]);
  expect(documents.fetched).toHaveLength(4);
  documents.now = 4 * minutes;
  await source.refetched();
  expect(documents.fetched).toHaveLength(4);
  documents.now = 6 * minutes;
  await source.refetched();
  expect(documents.fetched).toHaveLength(6);
});

test("what was good serves while the source is away or talks nonsense", async () => {
  const documents = new Source();
  const source = new OpenidSource(documents, url, "validate-jwt", () => documents.now);
  const first = await source.keys();
  for (const nonsense of [new Error("away"), "<html>", "{}", '{"keys":7}', "null"]) {
    documents.texts["https://issuer.example/keys"] = nonsense;
    documents.texts[url] = nonsense;
    documents.now += 61 * minutes;
    expect(await source.keys()).toBe(first);
  }
  documents.texts[url] = configuration;
  documents.texts["https://issuer.example/keys"] = '{"keys":[]}';
  documents.now += 61 * minutes;
  expect((await source.keys()).keys).toEqual([]);
});

test("a source that was never there has no keys, and says why", async () => {
  const documents = new Source();
  documents.texts[url] = new Error("away");
  const source = new OpenidSource(documents, url, "validate-jwt", () => documents.now);
  const first = await source.keys();
  expect(first).toEqual({ keys: [], issuer: null, failure: "away" });
  expect(await source.keys()).toBe(first);
  documents.texts[url] = configuration;
  expect((await source.keys()).keys).toHaveLength(1);
});

test("keys are not fetched without https where the configuration is", async () => {
  const documents = new Source();
  documents.texts[url] = JSON.stringify({ issuer: "x", jwks_uri: "http://issuer.example/keys" });
  const source = new OpenidSource(documents, url, "validate-jwt", () => documents.now);
  expect(await source.keys()).toMatchObject({ keys: [], failure: "Its keys are not at an address of https." });
});

test("a key that comes into use passes with its first token, and one that is withdrawn passes no more", async () => {
  const documents = new Source();
  const ask = asker(policyText, { documents });
  const old = token(0);
  expect(await ask(with_(old))).toMatchObject({ reason: null });
  expect(await ask(with_(old))).toMatchObject({ reason: null, atOnce: true });
  documents.texts["https://issuer.example/keys"] = keySet(1);
  const answers = await Promise.all([token(1), token(1), token(1)].map((each) => ask(with_(each))));
  expect(answers.map(({ reason }) => reason)).toEqual([null, null, null]);
  expect(documents.fetched).toEqual(["/c", "/keys", "/c", "/keys"]);
  // It was verified with keys that are no more.
  expect(await ask(with_(old))).toMatchObject({ reason: "TokenSignatureKeyNotFound" });
});

test("tokens with ever new kids do not make the gateway ask again and again", async () => {
  const documents = new Source();
  const ask = asker(policyText, { documents });
  for (let number = 0; number < 50; number++) {
    expect(await ask(with_(token(0, `other-${number}`)))).toMatchObject({ reason: "TokenSignatureKeyNotFound" });
  }
  expect(documents.fetched).toEqual(["/c", "/keys", "/c", "/keys"]);
});
