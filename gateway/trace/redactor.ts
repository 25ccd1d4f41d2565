import type { GatewayExchange } from "@/gateway/pipeline/gateway-exchange";
import type { Program } from "@/gateway/program/program";
import { formsOf } from "@/lib/secret-forms";

const mask = "••••••••";

export type Redact = (text: string) => string;

/**
 * By the values that this request could have met: whatever way they came into the trace, they do not leave in it.
 * `met`: those that came up on its way.
 */
export function redactorOf(
  exchange: Pick<GatewayExchange, "program" | "subscription">,
  met: Iterable<string> = [],
): Redact {
  const { program, subscription } = exchange;
  const secrets = new Set(program === null ? [] : configuredSecrets(program));
  for (const key of [subscription?.primaryKey, subscription?.secondaryKey, subscription?.usedKey]) {
    if (typeof key === "string") addForms(secrets, key);
  }
  for (const secret of met) addForms(secrets, secret);
  if (secrets.size === 0) return (text) => text;
  // The longest first, so that a secret that begins with another one goes whole.
  const alternatives = [...secrets].sort((one, other) => other.length - one.length).map(escaped);
  const pattern = new RegExp(alternatives.join("|"), "g");
  return (text) => text.replace(pattern, mask);
}

const known = new WeakMap<Program, ReadonlySet<string>>();

function configuredSecrets(program: Program): ReadonlySet<string> {
  const made = known.get(program);
  if (made !== undefined) return made;
  const secrets = new Set<string>();
  for (const [, document] of program.documents) {
    if (document.type === "namedValues" && document.properties.secret)
      addForms(secrets, document.properties.value ?? "");
    // Their own secrets are what is not told of them elsewhere.
    if (document.type === "backends") {
      const { credentials, proxy } = document.properties;
      for (const values of Object.values({ ...credentials?.header, ...credentials?.query })) {
        for (const value of values) addForms(secrets, resolved(program, value));
      }
      addForms(secrets, resolved(program, credentials?.authorization?.parameter ?? ""));
      addForms(secrets, resolved(program, proxy?.password ?? ""));
    }
    if (document.type === "certificates") addForms(secrets, document.properties.privateKeyPem ?? "");
    if (document.type === "loggers") {
      const { connectionString = "", instrumentationKey = "" } = document.properties.credentials;
      for (const secret of [connectionString, instrumentationKey]) addForms(secrets, resolved(program, secret));
    }
  }
  known.set(program, secrets);
  return secrets;
}

function resolved(program: Program, text: string): string {
  try {
    return program.resolveNamedValues(text);
  } catch {
    return text;
  }
}

function addForms(secrets: Set<string>, secret: string): void {
  for (const form of formsOf(secret)) secrets.add(form);
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
