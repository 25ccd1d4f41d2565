import { removeNamed } from "@/gateway/wire/response-lines";
import type { PolicyHost } from "@/policy/exchange";
import { Fault } from "@/policy/fault";
import type { TraceSink } from "@/policy/host/trace-sink";
import type { BackendEntity } from "./backend-entity";

/** The token of the managed identity that an entity asks for, in the place of every other Authorization. */
export async function addIdentity(
  lines: string[],
  entity: BackendEntity,
  { managedIdentity }: Pick<PolicyHost, "managedIdentity">,
  trace: TraceSink | null,
): Promise<void> {
  const { identity } = entity.credentials;
  if (identity === null) return;
  let token: string;
  try {
    token = await managedIdentity.token(identity.resource, identity.clientId);
  } catch (cause) {
    throw new Fault({
      source: "forward-request",
      reason: "ManagedIdentityFailure",
      status: 500,
      message: `No token of a managed identity could be had for the backend ${entity.shortId}.`,
      cause,
    });
  }
  trace?.guard(token);
  removeNamed(lines, ["authorization"]);
  lines.push("Authorization", `Bearer ${token}`);
}
