import type { Json, JsonObject } from "@/lib/json";
import { Refusal, resourceNotFound } from "../../refusals";
import type { Reader } from "../../resources/behaviour";
import { canonicalId } from "../../resources/canonical";
import { openProperties } from "../../resources/secret-fields";
import type { Store } from "../../store/store";

/** Names and values that requests are filled in with. */
export interface Environment {
  displayName: string;
  values: ReadonlyMap<string, string>;
  /** Names of those that are not to be shown. */
  secret: ReadonlySet<string>;
}

/** By its name or its id. */
export async function openEnvironment(
  written: string,
  read: Pick<Reader, "read">,
  store: Pick<Store, "openSecrets">,
): Promise<Environment> {
  const id = canonicalId(written);
  const document = await read.read(id.startsWith("/environments/") ? id : `/environments${id}`);
  if (document === null || document.type !== "environments") throw resourceNotFound("Environment");
  const properties = await openProperties(document.properties, (ids) => store.openSecrets(ids));
  const variables = (properties.variables ?? []) as { name: string; value: string; secret?: boolean }[];
  return {
    displayName: String(properties.displayName),
    values: new Map(variables.map(({ name, value }) => [name, value])),
    secret: new Set(variables.filter(({ secret }) => secret === true).map(({ name }) => name)),
  };
}

const placeholder = /\{\{\s*([\w.-]{1,256})\s*\}\}/g;
const filled = ["path", "parameters", "headers", "body"] as const;
/** More than a request may have. */
const maxFilled = 8_000_000;

/**
 * A request with every {{name}} filled in; what is missing is told by the member that wants it, and `secrets` are what
 * was filled in and is not to be shown.
 */
export function fillIn(
  request: JsonObject,
  environment: Environment | null,
): { request: JsonObject; missing: { target: string; message: string }[]; secrets: string[] } {
  const missing: { target: string; message: string }[] = [];
  const secrets = new Set<string>();
  let length = 0;
  const lack = (name: string) =>
    environment === null
      ? `{{${name}}} needs an environment.`
      : `The environment ${environment.displayName} has no variable '${name}'.`;
  const fill = (value: Json, target: string): Json => {
    if (typeof value === "string") {
      return value.replace(placeholder, (whole, name: string) => {
        const found = environment?.values.get(name);
        if (found === undefined) missing.push({ target, message: lack(name) });
        else if (environment?.secret.has(name)) secrets.add(found);
        length += found?.length ?? 0;
        if (length > maxFilled) throw new Refusal(400, "RequestTooLarge", "Filled in, the request is too large.");
        return found ?? whole;
      });
    }
    if (Array.isArray(value)) return value.map((each, index) => fill(each, `${target}[${index}]`));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, each]) => [name, fill(each as Json, `${target}.${name}`)]),
    );
  };
  const copy: JsonObject = { ...request };
  for (const name of filled) {
    // Base64 is nobody's text.
    if (name === "body" && request.bodyEncoding === "base64") continue;
    const value = request[name];
    if (value !== undefined) copy[name] = fill(value, name);
  }
  return { request: copy, missing, secrets: [...secrets] };
}
