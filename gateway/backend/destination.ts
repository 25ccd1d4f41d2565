import type { Target } from "@/policy/exchange";
import { Fault } from "@/policy/fault";
import { applyQueryCredentials } from "./apply-credentials";
import { type BackendEntity, shortId } from "./backend-entity";
import { type BackendUrl, joinPath, joinQuery } from "./backend-url";
import { type Backends, entityAt } from "./backends";
import type { Breakers } from "./breaker/breakers";
import { withOverrides } from "./connection-overrides";
import { type ConnectionSettings, plainConnection } from "./connection-settings";
import { PoolMembers, type Session } from "./pool-members";

/** Where one attempt goes, and as whom. */
export interface Destination {
  readonly url: BackendUrl;
  readonly entity: BackendEntity | null;
  /** Of which `entity` was chosen. */
  readonly pool: BackendEntity | null;
  readonly connection: ConnectionSettings;
  /** Path and query. */
  readonly path: string;
}

const failure = (message: string): Fault =>
  new Fault({ source: "forward-request", reason: "BackendConnectionFailure", status: 500, message });

/** Chosen anew for each attempt, so that a retry may reach another member of a pool. */
export function destinationOf(target: Target, backends: Backends, breakers: Breakers, session: Session): Destination {
  const chosen = chosenBy(target, backends, breakers, session);
  const { clientCertificate = null, proxy = null } = target;
  if (clientCertificate === null && proxy === null) return chosen;
  return { ...chosen, connection: withOverrides(chosen.connection, clientCertificate, proxy) };
}

function chosenBy(
  { backendId, baseUrl, path, query }: Target,
  backends: Backends,
  breakers: Breakers,
  session: Session,
): Destination {
  if (backendId !== null) {
    const entity = backends.entity(backendId);
    if (entity === undefined) throw failure(`The backend ${shortId(backendId)} does not exist.`);
    if (entity.members === null) return at(entity, null, null, path, query);
    return at(new PoolMembers(backends, breakers).choose(entity, session), entity, null, path, query);
  }
  if (baseUrl === null) throw failure("Neither the API nor a policy names a backend to call.");
  return destinationAt(baseUrl, path, query, backends);
}

/** An address that no policy chose by id: the entity that lies there applies. */
export function destinationAt(baseUrl: string, path: string, query: string, backends: Backends): Destination {
  const base = backends.base(baseUrl);
  if (base === null) throw failure("The backend's URL is not an http or https URL.");
  const joined = joinPath(base.url, path);
  return at(entityAt(base, joined), null, base.url, path, query, joined);
}

function at(
  entity: BackendEntity | null,
  pool: BackendEntity | null,
  baseUrl: BackendUrl | null,
  path: string,
  query: string,
  joined?: string,
): Destination {
  const url = baseUrl ?? entity?.url ?? null;
  if (url === null) throw failure(`The backend ${entity?.shortId} has no http or https URL.`);
  const whole = joinQuery(url, query);
  const joinedPath = joined ?? joinPath(url, path);
  if (entity === null) return { url, entity, pool, connection: plainConnection, path: joinedPath + whole };
  return {
    url,
    entity,
    pool,
    connection: entity.connection,
    path: joinedPath + applyQueryCredentials(whole, entity.credentials),
  };
}
