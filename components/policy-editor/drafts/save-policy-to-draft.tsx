"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import { DraftSaveDialog } from "../../activity/draft-save-dialog";
import { ask } from "../../data/arm-client";
import { lastSegment, type Resource } from "../../data/resource";
import { useUrlState } from "../../table/use-url-state";
import { Button } from "../../ui/button";
import type { PolicyTarget } from "../editing";
import { consoleHref } from "../frame/console-href";
import type { Work } from "../frame/use-work";

/** Saves what is on the desk to a draft, and goes on in it: in the editor, or in the console. */
export function SavePolicyToDraft({
  target,
  work,
  draft,
  testAt,
  onSettle,
  onClose,
}: {
  target: PolicyTarget;
  work: Work;
  draft: string | null;
  /** Where it is tested; null: it is only saved. */
  testAt: string | null;
  /** Reads what is stored now. */
  onSettle(): Promise<void>;
  onClose(): void;
}) {
  const t = useTranslations("editor.testing");
  const names = useTranslations("navigation.items");
  const router = useRouter();
  const [, setUrl] = useUrlState();
  const name = target.owner === "/" ? names("policy") : lastSegment(target.owner);
  const properties = async (into: string) => {
    const policy = { value: work.document.source, format: "rawxml" };
    if (target.standing.kind !== "fragment") return policy;
    // A fragment is written as a whole: what else it has stays.
    const { body } = await ask<Resource>(target.path, { query: { draft: into, format: "rawxml" } });
    const { description } = body.properties;
    return description === undefined ? policy : { ...policy, description };
  };
  return (
    <DraftSaveDialog
      name={name}
      path={target.path}
      etag={work.base?.etag ?? null}
      properties={properties}
      preferred={draft}
      {...(testAt === null ? {} : { title: t("title"), text: t("text"), submit: t("save") })}
      extra={
        testAt === null ? undefined : (
          <Button
            onClick={() => {
              onClose();
              router.push(testAt);
            }}
          >
            {t("live")}
          </Button>
        )
      }
      onClose={onClose}
      onSaved={(id) => {
        // What is in a draft is unsaved no more: the live document is as it was.
        if (id === draft) void onSettle();
        else work.discard();
        onClose();
        if (testAt !== null) router.push(consoleHref(target.owner, id));
        else setUrl({ draft: id });
      }}
    />
  );
}
