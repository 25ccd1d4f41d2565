"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useContext, useEffect, useMemo, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { comparePolicies } from "@/policy/compare/compare-policies";
import type { Answer } from "../../data/arm-client";
import { ArmError } from "../../data/arm-error";
import { queryKeys } from "../../data/query-keys";
import type { Resource } from "../../data/resource";
import { FailurePanel } from "../../resources/failure";
import { useAnnounce } from "../../resources/use-announce";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { Skeleton } from "../../ui/skeleton";
import { toasts } from "../../ui/toasts";
import { EditingContext, type PolicyTarget } from "../editing";
import { blankPolicy } from "../model/blank-policy";
import { ConflictMerge, type LiveVersion } from "./conflict-merge";
import { isConflict, type PolicyVersion, type Publication, publishPolicy, readLive } from "./publish-policy";
import { PublishedPanel } from "./published-panel";
import { ReviewPanel } from "./review-panel";
import { useDefaultTitle } from "./use-default-title";
import { useOwnerText } from "./use-owner-text";
import { useProblems } from "./use-problems";

export interface PolicyReviewProps {
  open: boolean;
  onOpenChange(open: boolean): void;
  target: PolicyTarget;
  base: PolicyVersion | null;
  text: string;
  draft: string | null;
  /** Another version is known to be stored: both are joined first. */
  moved?: boolean;
  /** What was merged goes back into the editor, to be saved over this version. */
  onTaken?(version: PolicyVersion | null, merged: string): void;
  onSaved(answer: Answer<Resource>, published: string): void;
}

/** Everything between a changed text and a change that is live: what differs, whom it reaches, what is wrong, receipts. */
export function PolicyReviewDialog(props: PolicyReviewProps) {
  // Each opening begins anew.
  const [openings, setOpenings] = useState(0);
  const was = useRef(props.open);
  useEffect(() => {
    if (props.open && !was.current) setOpenings((count) => count + 1);
    was.current = props.open;
  }, [props.open]);
  return props.open ? <Review key={openings} {...props} /> : null;
}

function Review({ onOpenChange, target, base, text, draft, moved = false, onTaken, onSaved }: PolicyReviewProps) {
  const t = useTranslations("saving");
  const ownerText = useOwnerText();
  const defaultTitle = useDefaultTitle();
  const editing = useContext(EditingContext);
  const client = useQueryClient();
  const { announce, undo } = useAnnounce();
  // What is looked at stays what it was while it is saved, and after.
  const [shown, setShown] = useState<{ base: PolicyVersion | null; text: string; merged: boolean }>({
    base,
    text,
    merged: false,
  });
  const [title, setTitle] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [undoing, setUndoing] = useState(false);
  const [error, setError] = useState<ArmError | null>(null);
  const [conflict, setConflict] = useState<LiveVersion | null>(null);
  const [done, setDone] = useState<(Publication & { title: string }) | null>(null);
  const problems = useProblems(target, shown.text, draft, done === null);
  const blank = blankPolicy(target.standing);
  const changes = useMemo(() => comparePolicies(shown.base?.text ?? blank, shown.text), [shown, blank]);
  const named = title?.trim() || defaultTitle(target, changes);
  const isSame = shown.base !== null && shown.base.text === shown.text;
  const isBlocked = problems?.some(({ severity }) => severity === "error") ?? false;

  async function publish() {
    setBusy(true);
    setError(null);
    const etag = shown.base?.etag ?? null;
    try {
      const published = await publishPolicy(target, { text: shown.text, etag, title: named, draft });
      setDone({ ...published, title: named });
      // The editor begins from it before it hears of it as somebody's newer version.
      onSaved(published.answer, shown.text);
      // All else is read anew behind the dialog, which can be closed meanwhile.
      void client.invalidateQueries({ queryKey: queryKeys.everything });
    } catch (refusal) {
      if (isConflict(refusal)) await meet();
      else setError(refusal instanceof ArmError ? refusal : null);
      if (!(refusal instanceof ArmError)) throw refusal;
    } finally {
      setBusy(false);
    }
  }

  const meet = useCallback(async () => {
    try {
      setConflict(await readLive(target, draft));
    } catch (refusal) {
      setError(refusal instanceof ArmError ? refusal : null);
    }
  }, [target, draft]);
  const [meeting, setMeeting] = useState(moved);
  const first = useRef(moved);
  useEffect(() => {
    if (first.current) void meet().finally(() => setMeeting(false));
    first.current = false;
  }, [meet]);

  function close() {
    if (busy) return;
    onOpenChange(false);
    if (done === null) return;
    if (draft === null) announce(done.title, done.revision);
    else toasts.show({ tone: "good", title: t("published.draftTitle"), text: t("published.draftText") });
  }

  const goTo =
    editing === null || shown.merged
      ? null
      : (line: number, column: number) => {
          onOpenChange(false);
          const { document } = editing;
          const at = document.state.doc.line(Math.min(line, document.state.doc.lines));
          // The dialog gives the focus back first.
          setTimeout(() => editing.reveal(Math.min(at.from + column - 1, at.to)), 50);
        };

  if (conflict !== null) {
    return (
      <ConflictMerge
        base={shown.base?.text ?? ""}
        mine={shown.text}
        live={conflict}
        blank={blank}
        onBack={() => onOpenChange(false)}
        onTake={
          onTaken === undefined
            ? null
            : (merged) => {
                onTaken(conflict.version, merged);
                onOpenChange(false);
              }
        }
        onMerged={(merged) => {
          setShown({ base: conflict.version, text: merged, merged: true });
          setConflict(null);
        }}
      />
    );
  }
  const lead =
    done !== null ? undefined : t(shown.merged ? "review.merged" : draft === null ? "review.toLive" : "review.toDraft");
  return (
    <Dialog
      open
      width="large"
      onOpenChange={(open) => (open ? undefined : close())}
      title={
        done === null
          ? t("review.title", { owner: ownerText(target) })
          : t(draft === null ? "published.title" : "published.draftTitle")
      }
      text={lead}
      footer={
        done === null ? (
          <>
            <Button onClick={close}>{t("review.back")}</Button>
            <Button
              tone="primary"
              busy={busy}
              disabled={isSame || isBlocked || problems === null || meeting}
              onClick={() => void publish()}
            >
              {busy
                ? t(draft === null ? "review.publishing" : "review.savingDraft")
                : t(draft === null ? "review.publish" : "review.saveDraft")}
            </Button>
          </>
        ) : (
          <Button tone="primary" autoFocus onClick={close}>
            {t("review.done")}
          </Button>
        )
      }
    >
      {meeting ? (
        <Skeleton className="h-96" />
      ) : done === null ? (
        <ReviewPanel
          target={target}
          draft={draft}
          before={shown.base?.text ?? null}
          after={shown.text}
          problems={problems}
          refusal={error === null ? null : { error, panel: <FailurePanel error={error} where={target.path} /> }}
          onGo={goTo}
          title={
            draft === null ? { value: title ?? "", placeholder: defaultTitle(target, changes), set: setTitle } : null
          }
        />
      ) : (
        <PublishedPanel
          title={done.title}
          revision={done.revision}
          inDraft={draft !== null}
          undoing={undoing}
          onUndo={() => {
            if (done.revision === null) return;
            setUndoing(true);
            void undo(done.revision).then(() => onOpenChange(false));
          }}
        />
      )}
    </Dialog>
  );
}
