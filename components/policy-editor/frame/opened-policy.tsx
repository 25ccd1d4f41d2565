"use client";

import { useDraftsOf } from "../../drafts/use-drafts-of";
import { PolicyWaiting } from "../../policies/policy-waiting";
import { FailurePanel } from "../../resources/failure";
import { useUrlState } from "../../table/use-url-state";
import { DraftGone } from "../drafts/draft-gone";
import type { PolicyTarget } from "../editing";
import { useFoundWork } from "./use-kept-work";
import { usePolicySource } from "./use-policy-source";
import { Workbench } from "./workbench";

/** A document of what is live, or of the draft that the address names. */
export function OpenedPolicy({ target }: { target: PolicyTarget }) {
  const draft = useUrlState()[0].get("draft");
  return <Opened key={`${target.path}?${draft ?? ""}`} target={target} draft={draft} />;
}

function Opened({ target, draft }: { target: PolicyTarget; draft: string | null }) {
  const { data, error, refetch } = usePolicySource(target, draft);
  const kept = useFoundWork(target.path, draft);
  const drafts = useDraftsOf(target.path);
  if (error !== null && data === undefined) {
    if (draft !== null && error.isAbsent) return <DraftGone />;
    return (
      <div className="p-4">
        <FailurePanel error={error} where={target.path} onRetry={() => void refetch()} />
      </div>
    );
  }
  if (data === undefined || kept === undefined || drafts === undefined) return <PolicyWaiting />;
  return <Workbench target={target} draft={draft} drafts={drafts} source={data} kept={kept} />;
}
