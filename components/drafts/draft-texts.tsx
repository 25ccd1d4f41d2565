"use client";

import { type ReactNode, Suspense } from "react";
import { ofDrafts } from "@/messages/namespaces";
import { AreaTexts } from "../text/area-texts";

/** What is said only where a draft is at hand. */
export const DraftTexts = ({ waiting, children }: { waiting: ReactNode; children: ReactNode }) => (
  <Suspense fallback={waiting}>
    <AreaTexts namespaces={ofDrafts}>{children}</AreaTexts>
  </Suspense>
);
