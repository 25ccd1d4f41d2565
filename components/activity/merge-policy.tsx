"use client";

import { Suspense } from "react";
import { ask } from "../data/arm-client";
import { belowService } from "../data/resource";
import { isObject } from "../diff/is-object";
import { policyTarget } from "../policy-editor/frame/policy-target";
import { blankPolicy } from "../policy-editor/model/blank-policy";
import { ConflictMerge } from "../policy-editor/saving/conflict-merge";
import { AreaTexts } from "../text/area-texts";
import type { DraftEntry } from "./draft";
import { policyText } from "./draft-policy";

/** Joins a drafted policy with the one that others published meanwhile. */
export function MergePolicy({
  draft,
  entry,
  text,
  submit,
  onMerge,
  onClose,
}: {
  draft: string;
  entry: DraftEntry;
  text: string;
  submit: string;
  /** Given what writes the merged text to the draft, where it differs; answers with the ETag that this left. */
  onMerge(write: () => Promise<string | null>): void;
  onClose(): void;
}) {
  const path = belowService(entry.id);
  const { standing } = policyTarget(
    path.replace(/\/policies\/policy$/i, "").replace(/^\/policyfragments/i, "/policyFragments"),
  );
  const mine = policyText(entry.after) ?? "";
  async function write(merged: string): Promise<string | null> {
    if (merged === mine) return null;
    const description = isObject(entry.after) ? entry.after.description : undefined;
    const { etag } = await ask(path, {
      method: "PUT",
      query: { draft, format: "rawxml" },
      body: { properties: { value: merged, format: "rawxml", ...(description === undefined ? {} : { description }) } },
      ifMatch: entry.etag,
    });
    return etag;
  }
  return (
    <Suspense fallback={null}>
      <AreaTexts namespaces={["saving"]}>
        <ConflictMerge
          base={policyText(entry.before) ?? ""}
          mine={mine}
          live={{
            version: { text: policyText(entry.live ?? null) ?? "", etag: "*" },
            by: null,
            revision: entry.liveRevision ?? null,
          }}
          blank={blankPolicy(standing)}
          words={{ text, submit }}
          onBack={onClose}
          onTake={null}
          onMerged={(merged) => onMerge(() => write(merged))}
        />
      </AreaTexts>
    </Suspense>
  );
}
