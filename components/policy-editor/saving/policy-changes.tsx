"use client";

import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { comparePolicies } from "@/policy/compare/compare-policies";
import type { Standing } from "@/policy/knowledge";
import { Tabs } from "../../ui/tabs";
import { blankPolicy } from "../model/blank-policy";
import { ChangeList } from "./change-list";
import { TextDiff } from "./text-diff";

/** How a policy document differs from what it was: in words, and as text. null stands for no document. */
export function PolicyChanges({
  before,
  after,
  standing,
  names,
}: {
  before: string | null;
  after: string | null;
  /** Tells what it means that there is no document. */
  standing?: Standing;
  /** What the two texts are called; "Live now" and "After the change" where nothing is said. */
  names?: { before: string; after: string };
}) {
  const t = useTranslations("saving.changes");
  const kind = (before ?? after ?? "").trimStart().startsWith("<fragment") ? "fragment" : "policies";
  const blank = blankPolicy(standing ?? { kind, scope: "any" });
  const changes = useMemo(() => comparePolicies(before ?? blank, after ?? blank), [before, after, blank]);
  if (before === after) return <p className="text-muted">{t("none")}</p>;
  const note = before === null ? t("first") : after === null ? t("last") : null;
  const text = (
    <TextDiff
      before={before ?? ""}
      after={after ?? ""}
      names={names ?? { before: t("oldText"), after: t("newText") }}
    />
  );
  return (
    <Tabs
      label={t("label")}
      tabs={[
        {
          id: "meaning",
          text: t("meaning", { count: changes?.length ?? 0 }),
          content: (
            <div className="flex flex-col gap-3">
              {note === null ? null : <p className="text-muted">{note}</p>}
              {changes === null ? (
                <>
                  <p className="text-muted">{t("textOnly")}</p>
                  {text}
                </>
              ) : changes.length === 0 ? (
                <p className="text-muted">{t("layoutOnly")}</p>
              ) : (
                <ChangeList changes={changes} />
              )}
            </div>
          ),
        },
        { id: "text", text: t("text"), content: text },
      ]}
    />
  );
}
