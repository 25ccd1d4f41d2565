"use client";

import { Suspense, useMemo } from "react";
import { ofPolicyPage } from "@/messages/namespaces";
import { PolicyWaiting } from "../policies/policy-waiting";
import { AreaTexts } from "../text/area-texts";
import { OpenedPolicy } from "./frame/opened-policy";
import { policyTarget } from "./frame/policy-target";
import { prepareView } from "./frame/prepare-view";

if (typeof window !== "undefined") prepareView();

/** The editor of the policy that belongs to an owner: "/", "/apis/orders", "/policyFragments/auth". */
export function PolicyEditor({ owner, urlTemplate }: { owner: string; urlTemplate?: string }) {
  const target = useMemo(() => policyTarget(owner, urlTemplate), [owner, urlTemplate]);
  return (
    <Suspense fallback={<PolicyWaiting />}>
      <AreaTexts namespaces={ofPolicyPage}>
        <OpenedPolicy target={target} />
      </AreaTexts>
    </Suspense>
  );
}
