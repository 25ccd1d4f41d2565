/** Why a token does not pass, in the words of validate-jwt's errors. */
export class TokenRefused extends Error {
  readonly reason: TokenReason;

  constructor(reason: TokenReason, message: string) {
    super(message);
    this.reason = reason;
  }
}

export type TokenReason =
  | "TokenNotPresent"
  | "TokenSignatureInvalid"
  | "TokenAudienceNotAllowed"
  | "TokenIssuerNotAllowed"
  | "TokenExpired"
  | "TokenSignatureKeyNotFound"
  | "TokenClaimNotFound"
  | "TokenClaimValueNotAllowed"
  | "JwtInvalid";

export const denied = (reason: TokenReason, message: string): TokenRefused =>
  new TokenRefused(reason, `${message} Access denied.`);

/** What is no token at all, and what no other reason fits. */
export const invalid = (message: string): TokenRefused => new TokenRefused("JwtInvalid", message);
