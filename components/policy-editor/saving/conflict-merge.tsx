"use client";

import { Undo2 } from "lucide-react";
import { useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { type MergePiece, mergedText, mergeTexts } from "@/policy/compare/merge-texts";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { Tabs } from "../../ui/tabs";
import { ConflictChoices, type Side } from "./conflict-choices";
import { MergeResult } from "./merge-result";
import { PolicyChanges } from "./policy-changes";
import type { PolicyVersion } from "./publish-policy";

/** What is live instead of what one began from. */
export interface LiveVersion {
  version: PolicyVersion | null;
  by: string | null;
  revision: number | null;
}

type Conflict = MergePiece & { kind: "conflict" };

/** Somebody else saved first: what does not touch is joined by itself, and a person chooses for the rest. */
export function ConflictMerge({
  base,
  mine,
  live,
  blank,
  words,
  onBack,
  onTake,
  onMerged,
}: {
  base: string;
  mine: string;
  live: LiveVersion;
  /** What a missing document is compared as. */
  blank: string;
  /** What is said where the merged text goes somewhere else than into a review. */
  words?: { text: string; submit: string };
  onBack(): void;
  onTake: ((merged: string) => void) | null;
  onMerged(merged: string): void;
}) {
  const t = useTranslations("saving.conflict");
  const theirs = live.version?.text ?? null;
  const pieces = useMemo(() => (theirs === null ? [] : mergeTexts(base, mine, theirs)), [base, mine, theirs]);
  const conflicts = pieces.filter((piece): piece is Conflict => piece.kind === "conflict");
  const [chosen, setChosen] = useState<ReadonlyMap<number, Side>>(new Map());
  const merged = useMemo(
    () => (theirs === null ? mine : mergedText(pieces, (piece, index) => sideOf(piece, chosen.get(index)), mine)),
    [pieces, chosen, theirs, mine],
  );
  const [edited, setEdited] = useState<string | null>(null);
  // What was merged anew is kept, should the person want it back.
  const [setAside, setSetAside] = useState<{ edited: string; chosen: ReadonlyMap<number, Side> } | null>(null);
  const mergeAnew = () => {
    if (edited !== null) {
      setSetAside({ edited, chosen });
      setEdited(null);
      setChosen(new Map());
    } else if (setAside !== null) {
      setEdited(setAside.edited);
      setChosen(setAside.chosen);
      setSetAside(null);
    }
  };
  const result = edited ?? merged;
  const open = edited === null ? conflicts.length - chosen.size : 0;
  const text =
    words !== undefined
      ? words.text
      : theirs === null
        ? t("removedText")
        : live.by === null
          ? t("text")
          : t("textBy", { name: live.by, revision: live.revision ?? 0 });
  return (
    <Dialog
      open
      width="large"
      onOpenChange={(isOpen) => (isOpen ? undefined : onBack())}
      title={t("title")}
      text={text}
      footer={
        <>
          <Button onClick={onBack}>{t("back")}</Button>
          {onTake === null || theirs === null ? null : (
            <Button disabled={open > 0} onClick={() => onTake(result)}>
              {t("take")}
            </Button>
          )}
          <Button tone="primary" disabled={open > 0} onClick={() => onMerged(result)}>
            {words?.submit ?? t(theirs === null ? "publishAnew" : "goOn")}
          </Button>
        </>
      }
    >
      {theirs === null ? null : (
        <div className="flex flex-col gap-4 pb-1">
          <p role="status" className="text-muted">
            {setAside === null || edited !== null ? "" : `${t("setAside")} `}
            {conflicts.length === 0 ? t("clean") : open > 0 ? t("open", { count: open }) : t("settled")}
          </p>
          {conflicts.length === 0 || edited !== null ? null : (
            <ConflictChoices
              conflicts={conflicts}
              lines={linesOfConflicts(pieces, chosen)}
              chosen={chosen}
              onChoose={(index, side) => setChosen((before) => new Map(before).set(index, side))}
            />
          )}
          <Tabs
            label={t("view")}
            tabs={[
              {
                id: "result",
                text: t("result"),
                content: (
                  <div className="flex flex-col gap-2">
                    <MergeResult text={result} label={t("label")} readOnly={open > 0} onEdit={setEdited} />
                    {edited === null && setAside === null ? null : (
                      <div>
                        <Button size="small" onClick={mergeAnew}>
                          {edited === null ? <Undo2 size={14} aria-hidden /> : null}
                          {t(edited === null ? "restore" : "reset")}
                        </Button>
                      </div>
                    )}
                  </div>
                ),
              },
              {
                id: "sides",
                text: t("sides"),
                content: (
                  <PolicyChanges before={theirs} after={mine} names={{ before: t("theirs"), after: t("mine") }} />
                ),
              },
              {
                id: "their-changes",
                text: t("theirChanges"),
                content: (
                  <PolicyChanges
                    before={base || blank}
                    after={theirs}
                    names={{ before: t("base"), after: t("theirs") }}
                  />
                ),
              },
              {
                id: "my-changes",
                text: t("myChanges"),
                content: (
                  <PolicyChanges before={base || blank} after={mine} names={{ before: t("base"), after: t("mine") }} />
                ),
              },
            ]}
          />
        </div>
      )}
    </Dialog>
  );
}

const sideOf = (conflict: Conflict, side: Side | undefined): readonly string[] =>
  side === "theirs" ? conflict.theirs : side === "both" ? [...conflict.theirs, ...conflict.mine] : conflict.mine;

/** The line of the result at which each conflict begins, from 1. */
function linesOfConflicts(pieces: readonly MergePiece[], chosen: ReadonlyMap<number, Side>): number[] {
  const lines: number[] = [];
  let at = 1;
  for (const piece of pieces) {
    if (piece.kind === "merged") at += piece.lines.length;
    else {
      const index = lines.length;
      lines.push(at);
      at += sideOf(piece, chosen.get(index)).length;
    }
  }
  return lines;
}
