import type { BackendDocument } from "@/contract/documents";
import type { BackendEntity } from "./backend-entity";

type Member = NonNullable<BackendDocument["pool"]>["services"][number];

/** What decides whether a member can be called now. */
export interface Availability {
  /** null: there is no such backend, or it cannot be called. */
  find(backendId: string): BackendEntity | null;
  /** 0: its breakers are closed. */
  openForMs(entity: BackendEntity): number;
}

/**
 * Chooses among a pool's members: the best priority (lowest number) that has one available, and within it by weight,
 * evenly spread (smooth weighted round robin, as in nginx). Without weights that is plain round robin.
 */
export class MemberChoice {
  readonly #groups: Group[];

  constructor(members: readonly Member[]) {
    const priorities = [...new Set(members.map(priorityOf))].sort((one, other) => one - other);
    this.#groups = priorities.map((priority) => newGroup(members.filter((one) => priorityOf(one) === priority)));
  }

  get ids(): string[] {
    return this.#groups.flatMap((group) => group.map(({ backendId }) => backendId));
  }

  /** null: none is available. */
  next(available: Availability): BackendEntity | null {
    for (const group of this.#groups) {
      const chosen = nextOf(group, available);
      if (chosen !== null) return chosen;
    }
    return null;
  }

  /** When all are open: how long until the first of them closes. null: none of them can be called at all. */
  soonestMs(available: Availability): number | null {
    let soonest: number | null = null;
    for (const group of this.#groups) {
      for (const { backendId, weight } of group) {
        const entity = weight === 0 ? null : available.find(backendId);
        if (entity === null) continue;
        const openMs = available.openForMs(entity);
        if (soonest === null || openMs < soonest) soonest = openMs;
      }
    }
    return soonest;
  }
}

interface Seat {
  readonly backendId: string;
  readonly weight: number;
  credit: number;
}
type Group = Seat[];

const priorityOf = (member: Member): number => member.priority ?? 0;

function newGroup(members: readonly Member[]): Group {
  // A member without a weight among others that have one counts as the lightest; all at nought count alike.
  const allZero = members.every((member) => (member.weight ?? 0) === 0);
  return members.map(({ backendId, weight }) => ({ backendId, weight: allZero ? 1 : (weight ?? 1), credit: 0 }));
}

function nextOf(group: Group, available: Availability): BackendEntity | null {
  let total = 0;
  let best: Seat | null = null;
  let chosen: BackendEntity | null = null;
  for (const seat of group) {
    const entity = seat.weight === 0 ? null : available.find(seat.backendId);
    if (entity === null || available.openForMs(entity) > 0) continue;
    total += seat.weight;
    seat.credit += seat.weight;
    if (best !== null && seat.credit <= best.credit) continue;
    best = seat;
    chosen = entity;
  }
  if (best !== null) best.credit -= total;
  return chosen;
}
