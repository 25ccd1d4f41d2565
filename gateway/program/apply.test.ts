import { expect, test } from "vitest";
import type { GatewayDocument } from "@/contract/documents";
import { Random } from "@/policy/testing/random";
import { apply } from "./apply";
import { build } from "./build";
import { ChangeRefused, type Program, type ProgramChange } from "./program";
import { observe } from "./testing/observe";
import { randomChange } from "./testing/random-change";

const shuffled = (random: Random, documents: GatewayDocument[]): GatewayDocument[] => {
  for (let at = documents.length - 1; at > 0; at--) {
    const other = random.below(at + 1);
    [documents[at], documents[other]] = [documents[other] as GatewayDocument, documents[at] as GatewayDocument];
  }
  return documents;
};

test.each([1, 2, 3, 4, 5, 6])(
  "changes one after the other end where a build from scratch does (seed %i)",
  async (seed) => {
    const random = new Random(seed);
    let program: Program = build([], 0);
    const expected = new Map<string, GatewayDocument>();
    const unexpected: unknown[] = [];
    let refused = 0;
    const statuses = new Set<unknown>();
    for (let revision = 1; revision <= 300; revision++) {
      const change = randomChange(random, revision);
      const next = applied(program, change);
      if (next === null) refused++;
      else {
        program = next;
        for (const id of change.remove) expected.delete(id);
        for (const document of change.put) expected.set(document.id, document);
        expect(program.revision).toBe(revision);
      }
      if (revision % 15 !== 0) continue;
      const scratch = build(shuffled(random, [...expected.values()]), revision);
      const seen = await observe(program, unexpected);
      expect(seen).toEqual(await observe(scratch, unexpected));
      expect(new Map(program.documents)).toEqual(expected);
      for (const each of seen) statuses.add((each as { status: number }).status);
    }
    expect(unexpected).toEqual([]);
    // The world is one in which things happen.
    expect(refused).toBeGreaterThan(0);
    for (const status of [200, 401, 404, 500]) expect(statuses).toContain(status);
  },
);

/** null: refused, and the program before it answers as it did. */
function applied(program: Program, change: ProgramChange): Program | null {
  const before = { ...program };
  try {
    return apply(program, change);
  } catch (error) {
    if (!(error instanceof ChangeRefused)) throw error;
    expect({ ...program }).toEqual(before);
    return null;
  }
}
