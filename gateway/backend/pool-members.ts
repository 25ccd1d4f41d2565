import { Fault } from "@/policy/fault";
import type { Headers } from "@/policy/headers";
import type { BackendEntity } from "./backend-entity";
import type { Backends } from "./backends";
import type { Breakers } from "./breaker/breakers";
import { CircuitOpen } from "./breaker/circuit-open";
import type { Availability } from "./member-choice";
import { memberOfSession } from "./session-affinity";

/** Whose request it is, for pools that keep clients at one member. */
export interface Session {
  readonly request: { readonly headers: Headers };
  readonly affinitySecret: string;
}

/** Finds the member of a pool that an attempt goes to. */
export class PoolMembers implements Availability {
  readonly #backends: Backends;
  readonly #breakers: Breakers;

  constructor(backends: Backends, breakers: Breakers) {
    this.#backends = backends;
    this.#breakers = breakers;
  }

  choose(pool: BackendEntity, session: Session): BackendEntity {
    const cookie = pool.document.pool?.sessionAffinityCookie ?? null;
    if (cookie !== null) {
      const bound = memberOfSession(pool, cookie, session.request.headers, session.affinitySecret);
      const member = bound === null ? null : this.find(bound);
      if (member !== null && this.openForMs(member) === 0) return member;
    }
    const member = pool.members?.next(this) ?? null;
    if (member !== null) return member;
    const openMs = pool.members?.soonestMs(this) ?? null;
    if (openMs !== null) {
      throw new CircuitOpen(
        "forward-request",
        `Every member of the pool ${pool.shortId} has its circuit breaker open`,
        503,
        openMs,
      );
    }
    throw new Fault({
      source: "forward-request",
      reason: "BackendConnectionFailure",
      status: 503,
      message: `No member of the pool ${pool.shortId} can be called.`,
      publicMessage: "The backend is unavailable.",
    });
  }

  /** A member that is gone, or is itself a pool, cannot be called. */
  find(id: string): BackendEntity | null {
    const entity = this.#backends.entity(id);
    return entity === undefined || entity.url === null ? null : entity;
  }

  openForMs(entity: BackendEntity): number {
    return this.#breakers.openForMs(entity);
  }
}
