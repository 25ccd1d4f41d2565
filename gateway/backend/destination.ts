import type { Target } from "@/policy/exchange";
import { Fault } from "@/policy/fault";
import { applyQueryCredentials } from "./apply-credentials";
import type { BackendEntity } from "./backend-entity";
import { type BackendUrl, joinPath, joinQuery } from "./backend-url";
import { type Backends, entityAt } from "./backends";
import { type ConnectionSettings, plainConnection } from "./connection-settings";

/** Where one attempt goes, and as whom. */
export interface Destination {
  readonly url: BackendUrl;
  readonly entity: BackendEntity | null;
  readonly connection: ConnectionSettings;
  /** Path and query. */
  readonly path: string;
}

const source = "forward-request";
const failure = (message: string): Fault =>
  new Fault({ source, reason: "BackendConnectionFailure", status: 500, message });

/** Chosen anew for each attempt, so that a retry may reach another member of a pool. */
export function destinationOf(target: Target, backends: Backends): Destination {
  if (target.backendId !== null) {
    const entity = backends.entity(target.backendId);
    if (entity === undefined) throw failure(`The backend ${shortId(target.backendId)} does not exist.`);
    return at(memberOf(entity, backends), null, target.path, target.query);
  }
  if (target.baseUrl === null) throw failure("Neither the API nor a policy names a backend to call.");
  return destinationAt(target.baseUrl, target.path, target.query, backends);
}

/** An address that no policy chose by id: the entity that lies there applies. */
export function destinationAt(baseUrl: string, path: string, query: string, backends: Backends): Destination {
  const base = backends.base(baseUrl);
  if (base === null) throw failure("The backend's URL is not an http or https URL.");
  const joined = joinPath(base.url, path);
  return at(entityAt(base, joined), base.url, path, query, joined);
}

function at(
  entity: BackendEntity | null,
  baseUrl: BackendUrl | null,
  path: string,
  query: string,
  joined?: string,
): Destination {
  const url = baseUrl ?? entity?.url ?? null;
  if (url === null) throw failure(`The backend ${shortId(entity?.id ?? "")} has no http or https URL.`);
  const whole = joinQuery(url, query);
  if (entity === null)
    return { url, entity, connection: plainConnection, path: (joined ?? joinPath(url, path)) + whole };
  return {
    url,
    entity,
    connection: entity.connection,
    path: (joined ?? joinPath(url, path)) + applyQueryCredentials(whole, entity.credentials),
  };
}

function memberOf(entity: BackendEntity, backends: Backends): BackendEntity {
  if (entity.members === null) return entity;
  const chosen = entity.members.next((id) => isCallable(backends.entity(id)));
  const member = chosen === null ? undefined : backends.entity(chosen);
  if (member === undefined) {
    const message = `No member of the pool ${shortId(entity.id)} can be called.`;
    throw new Fault({ source, reason: "BackendConnectionFailure", status: 503, message });
  }
  return member;
}

/** A pool's member that is itself a pool, or is gone, cannot be called. */
function isCallable(member: BackendEntity | undefined): boolean {
  return member !== undefined && member.url !== null;
}

const shortId = (id: string): string => id.replace("/backends/", "");
