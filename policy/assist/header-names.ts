/** The header fields that policies read and write most, for completion. */
export const headerNames: readonly string[] = [
  ..."Accept Accept-Charset Accept-Encoding Accept-Language Access-Control-Allow-Credentials".split(" "),
  ..."Access-Control-Allow-Headers Access-Control-Allow-Methods Access-Control-Allow-Origin".split(" "),
  ..."Access-Control-Expose-Headers Access-Control-Max-Age Access-Control-Request-Headers".split(" "),
  ..."Access-Control-Request-Method Age Allow Authorization Cache-Control Connection Content-Disposition".split(" "),
  ..."Content-Encoding Content-Language Content-Length Content-Location Content-Security-Policy Content-Type".split(
    " ",
  ),
  ..."Cookie Date ETag Expect Expires Forwarded Host If-Match If-Modified-Since If-None-Match".split(" "),
  ..."If-Unmodified-Since Last-Modified Link Location Ocp-Apim-Subscription-Key Ocp-Apim-Trace Origin".split(" "),
  ..."Pragma Prefer Range Referer Retry-After Server Set-Cookie Strict-Transport-Security Traceparent".split(" "),
  ..."Tracestate Transfer-Encoding Upgrade User-Agent Vary Via WWW-Authenticate X-Content-Type-Options".split(" "),
  ..."X-Correlation-Id X-Forwarded-For X-Forwarded-Host X-Forwarded-Proto X-Frame-Options X-Powered-By".split(" "),
  ..."X-Request-Id api-key x-ms-client-request-id x-ms-date x-ms-version".split(" "),
];
