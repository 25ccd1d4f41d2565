import type { BackendDocument } from "@/contract/documents";

type Member = NonNullable<BackendDocument["pool"]>["services"][number];

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

  /** null: none is available. */
  next(available: (backendId: string) => boolean): string | null {
    for (const group of this.#groups) {
      const chosen = nextOf(group, available);
      if (chosen !== null) return chosen;
    }
    return null;
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

function nextOf(group: Group, available: (backendId: string) => boolean): string | null {
  let total = 0;
  let best: Seat | null = null;
  for (const seat of group) {
    if (seat.weight === 0 || !available(seat.backendId)) continue;
    total += seat.weight;
    seat.credit += seat.weight;
    if (best === null || seat.credit > best.credit) best = seat;
  }
  if (best === null) return null;
  best.credit -= total;
  return best.backendId;
}
