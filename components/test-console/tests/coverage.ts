import type { CoveredBranch, DocumentCoverage } from "@/contract/console-run";

export interface UnreachedBranch extends CoveredBranch {
  documentId: string;
}

/** Branches that no test reached, those inside of others that were not reached left out. */
export function unreached(coverage: readonly DocumentCoverage[]): UnreachedBranch[] {
  return coverage.flatMap(({ documentId, branches }) => {
    const missed = branches.filter(({ reached }) => !reached);
    return missed
      .filter(({ path }) => !missed.some((other) => path.startsWith(`${other.path}/`)))
      .map((branch) => ({ ...branch, documentId }));
  });
}

export const counted = (coverage: readonly DocumentCoverage[]): { reached: number; of: number } => {
  const branches = coverage.flatMap((document) => document.branches);
  return { reached: branches.filter(({ reached }) => reached).length, of: branches.length };
};
