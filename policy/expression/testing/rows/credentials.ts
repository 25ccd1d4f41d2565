import type { Row } from "./row";

const token = 'context.Request.Headers.GetValueOrDefault("Authorization", "")';

/** Tokens and credentials in headers: of the exchange that context.json describes. */
export const rows: readonly Row[] = [
  [`${token}.AsJwt().Subject`, "u-1"],
  [`${token}.Split(' ').Last().AsJwt()?.Subject`, "u-1"],
  [`${token}.AsJwt().Issuer`, "https://id.contoso.com"],
  [`${token}.AsJwt().Id`, "t-9"],
  [`${token}.AsJwt().Algorithm`, "RS256"],
  [`${token}.AsJwt().Type`, "JWT"],
  [`string.Join(",", ${token}.AsJwt().Audiences)`, "orders,stock"],
  [`${token}.AsJwt().Claims["roles"].Contains("writer")`, "True"],
  [`${token}.AsJwt().Claims.GetValueOrDefault("roles", "none")`, "reader,writer"],
  [`${token}.AsJwt().Claims.GetValueOrDefault("name", new string[] { "" })[0]`, "Jules"],
  [`${token}.AsJwt().Claims.GetValueOrDefault("nope", "none")`, "none"],
  [`${token}.AsJwt().Claims["admin"][0]`, "true"],
  [`${token}.AsJwt().Claims.ContainsKey("exp")`, "True"],
  [`${token}.AsJwt().Claims["exp"][0]`, "1772600000"],
  [`${token}.AsJwt().ExpirationTime.Value.ToString("o")`, "2026-03-04T04:53:20.0000000Z"],
  [`${token}.AsJwt().ExpirationTime > ${token}.AsJwt().IssuedAt`, "True"],
  [`${token}.AsJwt().NotBefore == null`, "True"],
  ['"nonsense".AsJwt() == null', "True"],
  ['"a.b.c".AsJwt()?.Subject ?? "none"', "none"],
  ["((string)null).AsJwt() == null", "True"],
  [`{ Jwt jwt; return ${token}.TryParseJwt(out jwt) ? jwt.Subject : "no"; }`, "u-1"],
  ['{ Jwt jwt; return "x".TryParseJwt(out jwt) || jwt != null; }', "False"],
  [`{ object kept = ${token}.AsJwt(); return ((Jwt)kept).Claims["sub"].First(); }`, "u-1"],
  ['context.Request.Headers["X-Basic"][0].AsBasic().UserId', "user"],
  ['context.Request.Headers["X-Basic"][0].AsBasic().Username', "user"],
  ['context.Request.Headers["X-Basic"][0].AsBasic().Password', "pa:ss"],
  ['"Bearer x".AsBasic() == null', "True"],
  ['"Basic ???".AsBasic() == null', "True"],
  [
    '{ BasicAuthCredentials found; return "Basic YTpi".TryParseBasic(out found) ? found.UserId + found.Password : ""; }',
    "ab",
  ],
];
