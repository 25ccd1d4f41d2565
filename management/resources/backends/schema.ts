import { z } from "zod";
import { httpToken } from "@/lib/http-token";
import { absoluteUrl, listOf, text, thumbprint, timeSpan, wholeNumber } from "../member";

/**
 * The backend contract, with the members that newer versions added. Which of them go together is said in rules.ts,
 * in Azure's words.
 */

// Anything but what would end the line: a header's value cannot carry another header in.
const headerValue = z
  .string()
  .max(8192)
  .regex(/^[^\r\n\0]*$/, "Must not contain line breaks.");

const x509Name = z.strictObject({
  name: text(1, 256).optional(),
  issuerCertificateThumbprint: text(1, 256).optional(),
});

const credentials = z.strictObject({
  certificateIds: listOf(text(1, 2000), 32).optional(),
  certificate: listOf(text(1, 256), 32).optional(),
  query: z.record(text(1, 256), listOf(z.string().max(8192), 32)).optional(),
  header: z.record(text(1, 256).regex(httpToken, "Must be a legal header name."), listOf(headerValue, 32)).optional(),
  authorization: z
    .strictObject({
      scheme: text(1, 100).regex(/^[^\r\n\0]*$/, "Must not contain line breaks."),
      parameter: text(1, 300).regex(/^[^\r\n\0]*$/, "Must not contain line breaks."),
    })
    .optional(),
  managedIdentity: z.strictObject({ resource: text(1, 2000), clientId: text(1, 256).optional() }).optional(),
});

const proxy = z.strictObject({
  url: absoluteUrl(1, 2000),
  username: text(0, 256).optional(),
  password: text(0, 1024).optional(),
});

const tls = z.strictObject({
  validateCertificateChain: z.boolean().optional(),
  validateCertificateName: z.boolean().optional(),
  serverCertificateThumbprints: listOf(thumbprint, 32).optional(),
  serverX509Names: listOf(x509Name, 32).optional(),
});

const statusCodeRange = z.strictObject({
  min: wholeNumber(200, 599).optional(),
  max: wholeNumber(200, 599).optional(),
});

const circuitBreakerRule = z.strictObject({
  name: text(1, 256).optional(),
  failureCondition: z
    .strictObject({
      count: wholeNumber(1, 10_000).optional(),
      percentage: wholeNumber(1, 100).optional(),
      interval: timeSpan.optional(),
      statusCodeRanges: listOf(statusCodeRange, 10).optional(),
      errorReasons: listOf(text(1, 200), 10).optional(),
    })
    .optional(),
  tripDuration: timeSpan.optional(),
  acceptRetryAfter: z.boolean().optional(),
  failureResponse: z.strictObject({ statusCode: wholeNumber(100, 599).optional() }).optional(),
});

const pool = z.strictObject({
  services: listOf(
    z.strictObject({
      id: text(1, 2000),
      weight: wholeNumber(0, 100).nullable().optional(),
      priority: wholeNumber(0, 100).nullable().optional(),
    }),
    30,
    1,
  ).optional(),
  sessionAffinity: z
    .strictObject({
      sessionId: z
        .strictObject({
          source: z.literal("cookie"),
          name: text(1, 256).regex(httpToken, "Must be a legal cookie name."),
        })
        .optional(),
    })
    .optional(),
});

const serviceFabricCluster = z.strictObject({
  managementEndpoints: listOf(absoluteUrl(1, 2000), 32, 1),
  clientCertificateId: text(1, 2000).optional(),
  // The contract spells it so.
  clientCertificatethumbprint: text(1, 256).optional(),
  maxPartitionResolutionRetries: wholeNumber(0, 10).optional(),
  serverCertificateThumbprints: listOf(text(1, 256), 32).optional(),
  serverX509Names: listOf(x509Name, 32).optional(),
});

const members = {
  title: text(1, 300).optional(),
  description: text(1, 2000).optional(),
  resourceId: text(1, 2000).optional(),
  url: absoluteUrl(1, 2000, ["http", "https", "ws", "wss", "fabric"]).optional(),
  protocol: z.enum(["http", "soap"]).optional(),
  credentials: credentials.optional(),
  proxy: proxy.optional(),
  tls: tls.optional(),
  circuitBreaker: z.strictObject({ rules: listOf(circuitBreakerRule, 15).optional() }).optional(),
  pool: pool.optional(),
  properties: z.strictObject({ serviceFabricCluster: serviceFabricCluster.optional() }).optional(),
};

const type = z.enum(["Single", "Pool"]);

export const createBackend = z.strictObject({ ...members, type: type.default("Single") });
/** A PATCH names parts; what they make together is checked as a PUT is. */
export const updateBackend = z.strictObject({
  ...members,
  type: type.optional(),
  credentials: credentials.partial().optional(),
  proxy: proxy.partial().optional(),
  properties: z.strictObject({ serviceFabricCluster: serviceFabricCluster.partial().optional() }).optional(),
});
