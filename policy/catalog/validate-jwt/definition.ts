import { definePolicy, everyScope } from "../define";
import { failedValidation, group, requiredClaims, texts } from "../parts";
import {
  certificateProblem,
  checkDecryptionKey,
  checkSigningKey,
  decryptionKeyProblem,
  masterKeyProblem,
  rsaPartProblem,
  signingKeyProblem,
} from "./key-problem";

const text = { type: "string", expressions: true } as const;
const certificate = { type: "string", expressions: false, refersTo: { kind: "certificate" } } as const;
const rsaPart = { ...text, problem: rsaPartProblem } as const;
/** Base64, a certificate, or the modulus and exponent of an RSA key. */
const key = {
  attributes: { id: text, "certificate-id": certificate, n: rsaPart, e: rsaPart },
  text: { ...text, problem: signingKeyProblem },
  check: checkSigningKey,
} as const;
const decryptionKey = {
  attributes: { id: text, "certificate-id": certificate },
  text: { ...text, problem: decryptionKeyProblem },
  check: checkDecryptionKey,
} as const;
const zumoKey = { attributes: { id: text }, text: { ...text, required: true, problem: masterKeyProblem } } as const;
const token = { attributes: {}, text: { ...text, required: true, problem: certificateProblem } } as const;

export const definition = definePolicy({
  name: "validate-jwt",
  category: "authentication",
  purpose: "Check a JWT taken from a header, a query parameter or an expression.",
  docs: "https://learn.microsoft.com/azure/api-management/validate-jwt-policy",
  role: "step",
  sections: ["inbound"],
  scopes: everyScope,
  attributes: {
    ...failedValidation,
    "header-name": { type: "string", expressions: true, form: { control: "header-name" } },
    "require-scheme": { type: "string", expressions: true },
    "query-parameter-name": { type: "string", expressions: true },
    "token-value": { type: "string", expressions: true, form: { control: "code" } },
    "clock-skew": { type: "integer", min: 0, default: "0", expressions: true, form: { control: "seconds" } },
    "require-expiration-time": { type: "boolean", default: "true", expressions: true },
    "require-signed-tokens": { type: "boolean", default: "true", expressions: true },
    "output-token-variable-name": { type: "string", expressions: false, form: { control: "variable" } },
  },
  children: {
    order: "sequence",
    elements: [
      {
        name: "openid-config",
        min: 0,
        max: "unbounded",
        grammar: {
          attributes: {
            url: { type: "string", required: true, expressions: true, form: { control: "url" } },
            host: { type: "string", expressions: true, form: { advanced: true } },
          },
        },
      },
      group("issuer-signing-tokens", [{ name: "token", min: 0, max: "unbounded", grammar: token }]),
      group(
        "issuer-signing-keys",
        [
          { name: "key", min: 0, max: "unbounded", grammar: key },
          { name: "zumo-master-key", min: 0, max: "unbounded", grammar: zumoKey },
        ],
        { order: "choice" },
      ),
      group("decryption-keys", [{ name: "key", min: 1, max: "unbounded", grammar: decryptionKey }]),
      group("audiences", [texts("audience")]),
      group("issuers", [texts("issuer")]),
      requiredClaims(0, true),
    ],
  },
  constraints: [{ kind: "exactly-one", attributes: ["header-name", "query-parameter-name", "token-value"] }],
});
