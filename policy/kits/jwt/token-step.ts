import { type CompileContext, fixed, read, readOptional, type Value } from "@/policy/catalog/compile";
import { type Exchange, type Flow, proceed, type Step } from "@/policy/exchange";
import { Fault } from "@/policy/fault";
import { Jwt } from "@/policy/kits/message/jwt";
import type { PolicyNode } from "@/policy/policy-node";
import type { ClaimRule } from "./check-claims";
import { checkTimes } from "./check-times";
import { decryptToken } from "./decrypt-token";
import { findToken, type TokenPlace } from "./find-token";
import type { KeyRing, KeySet } from "./key-ring";
import { maxTokenLength, readToken, type SignedToken } from "./read-token";
import { denied, invalid, TokenRefused } from "./token-refused";
import { UnusableKey } from "./verification-key";
import type { VerifiedToken } from "./verified-tokens";
import { verifySignature } from "./verify-signature";

export interface TokenRules {
  readonly place: TokenPlace;
  readonly ring: KeyRing;
  readonly requiresSignature: Value<boolean>;
  readonly requiresExpiration: Value<boolean>;
  readonly skewSeconds: Value<number>;
  readonly claims: readonly ClaimRule[];
  /** Of whom a token may be, given whom its key signs for. */
  readonly issuer: { readonly isFixed: boolean; check(token: VerifiedToken, keys: KeySet, exchange: Exchange): void };
}

/** What the policies that check a token have in common: it answers at once where the token is known and the keys are at hand. */
export function tokenStep(node: PolicyNode, context: CompileContext, rules: TokenRules): Step {
  const check = new TokenCheck(node.name, rules);
  const status = context.integer(node, "failed-validation-httpcode") ?? { fixed: 401 };
  const message = context.text(node, "failed-validation-error-message");
  const variable = context.text(node, "output-token-variable-name");
  const variableName = variable === null ? null : fixed(node, variable);
  const failure = (exchange: Exchange, error: unknown): unknown => {
    if (error instanceof UnusableKey) {
      return new Fault({ source: node.name, reason: null, message: error.message, status: 500 });
    }
    if (!(error instanceof TokenRefused)) return error;
    exchange.trace?.note(node.name, { refused: error.reason, message: error.message });
    const publicMessage = readOptional(message, exchange) ?? error.message;
    return new Fault({
      source: node.name,
      reason: error.reason,
      message: error.message,
      status: read(status, exchange),
      publicMessage,
    });
  };
  const done = (exchange: Exchange, { jwt }: VerifiedToken): Flow => {
    if (variableName !== null && variableName !== "") exchange.variables.set(variableName, jwt);
    return proceed;
  };
  return (exchange) => {
    try {
      const token = check.run(exchange);
      if (!(token instanceof Promise)) return done(exchange, token);
      return token.then(
        (verified) => done(exchange, verified),
        (error) => {
          throw failure(exchange, error);
        },
      );
    } catch (error) {
      throw failure(exchange, error);
    }
  };
}

class TokenCheck {
  constructor(
    readonly source: string,
    readonly rules: TokenRules,
  ) {}

  run(exchange: Exchange): VerifiedToken | Promise<VerifiedToken> {
    const text = findToken(exchange, this.rules.place);
    const keys = this.rules.ring.keys(exchange);
    if (keys instanceof Promise) return keys.then((come) => this.verifyWith(exchange, text, come));
    const known = keys.verified.get(text);
    return known === undefined ? this.verifyWith(exchange, text, keys) : this.accept(exchange, known, keys);
  }

  async verifyWith(exchange: Exchange, text: string, keys: KeySet): Promise<VerifiedToken> {
    if (text.length > maxTokenLength) throw invalid("The token is too long.");
    let current = keys;
    let token = current.verified.get(text);
    if (token === undefined) {
      const inner = isEncrypted(text) ? asToken(await decryptToken(text, keys.decryptionKeys)) : text;
      const signed = readToken(inner);
      try {
        token = await this.verify(exchange, inner, signed, current);
      } catch (error) {
        if (!mayHaveNewKey(error, signed)) throw error;
        current = await this.rules.ring.refetched(exchange);
        if (current === keys) throw this.lost(exchange, error, current);
        token = await this.verify(exchange, inner, signed, current);
      }
      current.verified.set(text, token);
    }
    return this.accept(exchange, token, current);
  }

  async verify(exchange: Exchange, inner: string, signed: SignedToken, { keys }: KeySet): Promise<VerifiedToken> {
    const { claims, algorithm, signature } = signed;
    const jwt = Jwt.parse(inner);
    if (jwt === null) throw invalid("The token cannot be read.");
    const isUnsigned = algorithm === "none" && signature.length === 0;
    if (isUnsigned && !read(this.rules.requiresSignature, exchange)) {
      return { jwt, claims, isSigned: false, issuers: null, isSettled: false };
    }
    if (isUnsigned) throw unsigned();
    const { issuers } = await verifySignature(signed, keys);
    return { jwt, claims, isSigned: true, issuers, isSettled: false };
  }

  /** What was read of a token may be known; whether it passes now is asked each time. */
  accept(exchange: Exchange, token: VerifiedToken, keys: KeySet): VerifiedToken {
    const { requiresSignature, requiresExpiration, skewSeconds, claims, issuer } = this.rules;
    if (!token.isSigned && read(requiresSignature, exchange)) throw unsigned();
    checkTimes(token.claims, read(requiresExpiration, exchange), read(skewSeconds, exchange), Date.now());
    const { isSettled } = token;
    if (!isSettled || !issuer.isFixed) issuer.check(token, keys, exchange);
    for (const rule of claims) if (!isSettled || !rule.isFixed) rule.check(token.claims, exchange);
    token.isSettled = true;
    return token;
  }

  lost(exchange: Exchange, error: unknown, { failures }: KeySet): unknown {
    if (failures.length === 0) return error;
    exchange.trace?.note(this.source, { unavailable: failures });
    return denied("TokenSignatureKeyNotFound", "The keys that tokens are signed with could not be fetched.");
  }
}

const unsigned = (): TokenRefused => denied("TokenSignatureInvalid", "The token is not signed.");

const isEncrypted = (text: string): boolean => text.split(".", 6).length === 5;

/** Inside an encrypted token stands a signed one, or claims that nobody has signed. */
const asToken = (content: string): string =>
  content.startsWith("{") ? `${unsignedHeader}.${Buffer.from(content).toString("base64url")}.` : content;
const unsignedHeader = Buffer.from('{"alg":"none"}').toString("base64url");

/** A source may have changed its keys since it was asked. */
const mayHaveNewKey = (error: unknown, { keyId, algorithm }: SignedToken): boolean =>
  error instanceof TokenRefused &&
  algorithm !== "none" &&
  (error.reason === "TokenSignatureKeyNotFound" || (error.reason === "TokenSignatureInvalid" && keyId === null));
