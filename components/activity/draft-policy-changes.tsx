"use client";

import { Suspense } from "react";
import { PolicyChanges } from "../policy-editor/saving/policy-changes";
import { AreaTexts } from "../text/area-texts";
import { Skeleton } from "../ui/skeleton";

/** What a draft changes in a policy document: in words, and as text. */
export const DraftPolicyChanges = ({ before, after }: { before: string | null; after: string | null }) => (
  <Suspense fallback={<Skeleton className="h-24" />}>
    <AreaTexts namespaces={["saving"]}>
      <PolicyChanges before={before} after={after} />
    </AreaTexts>
  </Suspense>
);
