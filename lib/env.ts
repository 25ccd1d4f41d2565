import path from "node:path";
import { z } from "zod";

const port = z.coerce
  .number({ error: "must be a port number" })
  .int("must be a whole number")
  .min(0, "must be between 0 and 65535")
  .max(65535, "must be between 0 and 65535");
const url = z.url({ error: "must be an absolute URL" });
const text = z.string().min(1);

/** Over plain http anybody on the way could answer in the provider's place. */
function isConfidential(issuer: string): boolean {
  const { protocol, hostname } = new URL(issuer);
  return protocol === "https:" || (protocol === "http:" && /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname));
}

/** Every setting, in one place. All are optional; a wrong one is named at start. */
const schema = z
  .object({
    NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
    GATEHOUSE_PORTAL_PORT: port.default(3000),
    GATEHOUSE_PORTAL_TLS_PORT: port.optional(),
    GATEHOUSE_GATEWAY_PORT: port.default(8080),
    GATEHOUSE_GATEWAY_TLS_PORT: port.optional(),
    GATEHOUSE_GATEWAY_ADMIN_PORT: port.optional(),
    GATEHOUSE_HOST: text.default("0.0.0.0"),
    GATEHOUSE_DATA_DIR: text.default(".gatehouse"),
    GATEHOUSE_PUBLIC_URL: url.optional(),
    GATEHOUSE_GATEWAY_PUBLIC_URL: url.optional(),
    GATEHOUSE_ADMIN_EMAIL: z.email({ error: "must be an email address" }).optional(),
    GATEHOUSE_ADMIN_PASSWORD: z.string().min(8, "must have at least 8 characters").optional(),
    GATEHOUSE_MANAGEMENT_TOKEN: z.string().min(16, "must have at least 16 characters").optional(),
    GATEHOUSE_SEAL_KEY: z
      .string()
      .regex(/^[0-9a-f]{64}$/i, "must be 64 hexadecimal digits (32 bytes)")
      .optional(),
    GATEHOUSE_CONTROL_URL: url.optional(),
    GATEHOUSE_NODE_TOKEN: text.optional(),
    GATEHOUSE_NODE_NAME: text.optional(),
    /** How many reverse proxies of one's own stand before the portal; so many entries of X-Forwarded-For are believed. */
    GATEHOUSE_TRUSTED_PROXIES: z.coerce
      .number({ error: "must be a whole number from 0 to 10" })
      .int("must be a whole number from 0 to 10")
      .min(0, "must be a whole number from 0 to 10")
      .max(10, "must be a whole number from 0 to 10")
      .default(0),
    GATEHOUSE_OIDC_ISSUER: url
      .refine(isConfidential, "must begin with https:// (http is for a provider on this very machine)")
      .optional(),
    GATEHOUSE_OIDC_CLIENT_ID: text.optional(),
    GATEHOUSE_OIDC_CLIENT_SECRET: text.optional(),
    GATEHOUSE_OIDC_NAME: text.default("Single sign-on"),
    GATEHOUSE_OIDC_ROLE_CLAIM: text.default("roles"),
    GATEHOUSE_OIDC_DEFAULT_ROLE: z.enum(["owner", "editor", "reader", "none"]).default("none"),
    /** Where Microsoft Entra says what its tokens are like; other clouds have an address of their own. */
    GATEHOUSE_ENTRA_AUTHORITY: url.default("https://login.microsoftonline.com"),
    /** Hosts, *.suffixes and ranges of addresses, each with or without a port, that policies may call though they lie inside. */
    GATEHOUSE_EGRESS_ALLOW: text.optional(),
    /** Where the gateway's Dapr sidecar listens on this machine; Dapr sets it itself. */
    DAPR_HTTP_PORT: port.default(3500),
    /** A collector of OpenTelemetry; the second is the whole address for metrics. */
    OTEL_EXPORTER_OTLP_ENDPOINT: url.optional(),
    OTEL_EXPORTER_OTLP_METRICS_ENDPOINT: url.optional(),
    OTEL_METRIC_EXPORT_INTERVAL: z.coerce
      .number({ error: "must be a number of milliseconds" })
      .int("must be a whole number of milliseconds")
      .min(1000, "must be at least 1000 milliseconds")
      .max(3_600_000, "must be at most 3600000 milliseconds")
      .default(60_000),
    OTEL_SERVICE_NAME: text.default("gatehouse-gateway"),
    /** How many processes take requests; "auto": as many as this machine has cores. */
    GATEHOUSE_GATEWAY_WORKERS: text
      .regex(/^(auto|[1-9]|[1-9]\d|1\d\d|2[0-4]\d|25[0-6])$/, 'must be a number from 1 to 256, or "auto"')
      .transform((value) => (value === "auto" ? value : Number(value)))
      .default(1),
    GATEHOUSE_LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
    DATABASE_URL: z
      .string()
      .regex(/^postgres(ql)?:\/\//, "must start with postgresql://")
      .optional(),
    REDIS_URL: z
      .string()
      .regex(/^rediss?:\/\//, "must start with redis:// or rediss://")
      .optional(),
    NEXTAUTH_URL: url.optional(),
    NEXTAUTH_SECRET: text.optional(),
  })
  .superRefine((env, context) => {
    if ((env.GATEHOUSE_ADMIN_EMAIL === undefined) !== (env.GATEHOUSE_ADMIN_PASSWORD === undefined)) {
      const path = [env.GATEHOUSE_ADMIN_EMAIL === undefined ? "GATEHOUSE_ADMIN_EMAIL" : "GATEHOUSE_ADMIN_PASSWORD"];
      context.addIssue({ code: "custom", path, message: "is missing: the address and the password go together" });
    }
    if (env.GATEHOUSE_OIDC_ISSUER !== undefined && env.GATEHOUSE_OIDC_CLIENT_ID === undefined) {
      const path = ["GATEHOUSE_OIDC_CLIENT_ID"];
      context.addIssue({ code: "custom", path, message: "is missing: it goes with GATEHOUSE_OIDC_ISSUER" });
    }
  });

export type Env = z.infer<typeof schema> & { dataDir: string };

export class WrongSettings extends Error {}

/** Empty strings count as absent, as compose files and CI write them. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ""));
  const parsed = schema.safeParse(present);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join(".")} ${issue.message}`);
    throw new WrongSettings(`Some settings are wrong:\n${lines.join("\n")}`);
  }
  return { ...parsed.data, dataDir: path.resolve(parsed.data.GATEHOUSE_DATA_DIR) };
}

let parsed: Env | undefined;

/** The process's settings, parsed at first use. */
export function env(): Env {
  parsed ??= parseEnv(process.env);
  return parsed;
}

/** This process's environment for a child of ours, with what the child is to know besides. */
export function childEnvironment(also: Record<string, string>): NodeJS.ProcessEnv {
  return { ...process.env, ...also };
}

/** Settings that a library reads from the environment itself; called before it is loaded. */
export function provideSettings(values: Record<string, string>): void {
  Object.assign(process.env, values);
}
