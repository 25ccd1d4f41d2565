import { BackendEntity } from "./backend-entity";
import type { BackendSources } from "./backend-sources";
import { type BackendUrl, isBelow, parseBackendUrl } from "./backend-url";

/** A base URL that requests are sent to, with the entities that lie at or around it. */
export interface KnownBase {
  readonly url: BackendUrl;
  /** Applies to every call to this base: the entity with the longest path at or above it. */
  readonly around: BackendEntity | null;
  /** Apply to calls that go far enough below it; longest path first. */
  readonly below: readonly BackendEntity[];
}

/** URLs come from documents, but policies may compute them, so their number is bounded. */
const maxKnownBases = 10_000;

/** The backend entities of one program, by id and by address. */
export class Backends {
  readonly #entities = new Map<string, BackendEntity>();
  readonly #byOrigin = new Map<string, BackendEntity[]>();
  readonly #bases = new Map<string, KnownBase | null>();

  constructor(sources: BackendSources) {
    for (const [id, document] of sources.backends) {
      const entity = new BackendEntity(id, document, sources);
      this.#entities.set(id, entity);
      if (entity.url === null) continue;
      const there = this.#byOrigin.get(entity.url.origin);
      if (there === undefined) this.#byOrigin.set(entity.url.origin, [entity]);
      else there.push(entity);
    }
    for (const there of this.#byOrigin.values()) there.sort(byPathThenId);
  }

  entity(id: string): BackendEntity | undefined {
    return this.#entities.get(id);
  }

  get all(): Iterable<BackendEntity> {
    return this.#entities.values();
  }

  /** null: not an http or https URL. */
  base(text: string): KnownBase | null {
    const known = this.#bases.get(text);
    if (known !== undefined) return known;
    const url = parseBackendUrl(text);
    const base = url === null ? null : this.#look(url);
    if (this.#bases.size >= maxKnownBases) this.#bases.clear();
    this.#bases.set(text, base);
    return base;
  }

  #look(url: BackendUrl): KnownBase {
    const there = this.#byOrigin.get(url.origin) ?? [];
    return {
      url,
      around: there.find((entity) => isBelow(url.path, pathOf(entity))) ?? null,
      below: there.filter((entity) => pathOf(entity) !== url.path && isBelow(pathOf(entity), url.path)),
    };
  }
}

/** The entity whose address the URL about to be called lies at; `path` is the joined one. */
export function entityAt(base: KnownBase, path: string): BackendEntity | null {
  for (const entity of base.below) {
    if (isBelow(path, pathOf(entity))) return entity;
  }
  return base.around;
}

const pathOf = (entity: BackendEntity): string => entity.url?.path ?? "";

/** Of several entities at one address the first by id applies, so that the choice does not depend on history. */
function byPathThenId(one: BackendEntity, other: BackendEntity): number {
  const longer = pathOf(other).length - pathOf(one).length;
  if (longer !== 0) return longer;
  return one.id < other.id ? -1 : 1;
}

let last: { sources: BackendSources; backends: Backends } | null = null;
const made = new WeakMap<BackendSources, Backends>();

/** The table of a program; made anew only when something that it was made of has changed. */
export function backendsOf(sources: BackendSources): Backends {
  if (last?.sources === sources) return last.backends;
  let backends = made.get(sources);
  if (backends === undefined) {
    backends = last !== null && sameSources(last.sources, sources) ? last.backends : new Backends(sources);
    made.set(sources, backends);
  }
  last = { sources, backends };
  return backends;
}

function sameSources(one: BackendSources, other: BackendSources): boolean {
  return (
    one.backends === other.backends &&
    one.certificates === other.certificates &&
    one.resolveNamedValues === other.resolveNamedValues
  );
}
