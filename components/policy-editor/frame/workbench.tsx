"use client";

import dynamic from "next/dynamic";
import { useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import type { DraftOf } from "../../drafts/use-drafts-of";
import { UnsavedGuard } from "../../form/unsaved-guard";
import { useMe } from "../../shell/me";
import { ChangingDraftsNotice } from "../drafts/changing-drafts-notice";
import { DraftBanner } from "../drafts/draft-banner";
import { SavePolicyToDraft } from "../drafts/save-policy-to-draft";
import { EditingContext, type PolicyTarget } from "../editing";
import { useDiagnostics } from "../language/use-diagnostics";
import { useLocalise } from "../language/use-localise";
import { consoleHref } from "./console-href";
import { EditorToolbar } from "./editor-toolbar";
import type { KeptWork } from "./kept-work";
import { PolicyViews } from "./policy-views";
import { ProblemList } from "./problem-list";
import { useCommands } from "./use-commands";
import { useEditorActions } from "./use-editor-actions";
import { useKnowledge } from "./use-knowledge";
import { type PolicySource, useNoteSource, useReadSource } from "./use-policy-source";
import { useRemovePolicy } from "./use-remove-policy";
import { useReveal } from "./use-reveal";
import { useSelection } from "./use-selection";
import { useView } from "./use-view";
import { useWork } from "./use-work";
import { WorkNotices } from "./work-notices";

const PolicyReviewDialog = dynamic(
  () => import("../saving/review-dialog").then((module) => module.PolicyReviewDialog),
  { ssr: false },
);

type Asked = "review" | "draft" | "test";

/** One policy document on the desk. */
export function Workbench({
  target,
  draft,
  drafts,
  source,
  kept,
}: {
  target: PolicyTarget;
  draft: string | null;
  /** Those that change the document. */
  drafts: readonly DraftOf[];
  source: PolicySource;
  kept: KeptWork | null;
}) {
  const t = useTranslations("editor.leave");
  const readOnly = !useMe().mayEdit;
  const work = useWork(target, draft, source, readOnly ? null : kept);
  const { document } = work;
  const hasEffective = target.standing.kind === "policies" && target.owner !== "/";
  const { view, mode, show } = useView(hasEffective);
  const { selected, select } = useSelection(document, source?.text ?? document.source);
  const reveal = useReveal(document, { view, mode, show }, { selected, select });
  const knowledge = useKnowledge(draft);
  const diagnostics = useDiagnostics(document, target.standing, knowledge, useLocalise());
  const [asked, setAsked] = useState<Asked | null>(null);
  const [problemsOpen, setProblemsOpen] = useState(false);
  const readSource = useReadSource(target, draft);
  const noteSource = useNoteSource(target, draft);
  const settle = async () => work.settle(await readSource());
  const remove = useRemovePolicy(target, draft, settle);
  const consoleAt = consoleHref(target.owner, draft);
  const commands = useCommands({
    ...{ document, work, view, mode, show, consoleAt, remove },
    standing: target.standing,
    onAsk: setAsked,
  });
  useEditorActions({
    ...{ commands, readOnly, hasEffective, problems: diagnostics },
    onProblems: () => setProblemsOpen(true),
    onReveal: ({ span }) => reveal(span.start),
  });
  const editing = useMemo(
    () => ({
      ...{ target, document, readOnly, knowledge, diagnostics, selected, select, mode, reveal },
      setMode: show,
    }),
    [target, document, readOnly, knowledge, diagnostics, selected, select, mode, reveal, show],
  );
  return (
    <EditingContext value={editing}>
      <div className="flex min-h-0 flex-1 flex-col">
        <EditorToolbar
          {...{ view, commands, hasEffective, dirty: work.dirty }}
          mayRemove={!readOnly && target.standing.kind === "policies" && work.base !== null}
          problems={
            <ProblemList
              problems={diagnostics}
              open={problemsOpen}
              onOpenChange={setProblemsOpen}
              onReveal={({ span }) => {
                setProblemsOpen(false);
                reveal(span.start);
              }}
            />
          }
        />
        {draft === null ? (
          <ChangingDraftsNotice drafts={drafts} owner={target.owner} />
        ) : (
          <DraftBanner draft={draft} owner={target.owner} dirty={work.dirty} />
        )}
        <WorkNotices {...{ target, work, readOnly }} onReview={() => setAsked("review")} onDiscard={commands.discard} />
        <PolicyViews view={view} />
      </div>
      <UnsavedGuard
        active={work.dirty && !readOnly}
        within={(link) => link.pathname === window.location.pathname && link.searchParams.get("draft") === draft}
        kept={{ title: t("title"), text: t("text"), leave: t("leave") }}
      />
      {asked === "review" ? (
        <PolicyReviewDialog
          open
          onOpenChange={(open) => (open ? undefined : setAsked(null))}
          target={target}
          base={work.base}
          text={document.source}
          draft={draft}
          moved={work.moved}
          onTaken={work.rebase}
          onSaved={({ body, etag }, published) => {
            const { value } = body.properties;
            const stored = { text: typeof value === "string" ? value : published, etag: etag ?? "*" };
            noteSource(stored);
            work.settle(stored);
          }}
        />
      ) : null}
      {asked === "draft" || asked === "test" ? (
        <SavePolicyToDraft
          {...{ target, work, draft }}
          onSettle={settle}
          testAt={asked === "test" ? consoleAt : null}
          onClose={() => setAsked(null)}
        />
      ) : null}
    </EditingContext>
  );
}
