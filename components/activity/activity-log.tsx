"use client";

import { History } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { HistoryList } from "../resources/history-list";
import { useUrlState } from "../table/use-url-state";
import { Button } from "../ui/button";
import { Checkbox } from "../ui/checkbox";
import { EmptyState } from "../ui/empty-state";
import { ActivityFilter } from "./activity-filter";
import { ActivityFrame } from "./activity-frame";
import { ChosenRevisions } from "./chosen-revisions";
import { readChosen, toggleChosen } from "./comparison";

/** The log: every change, who made it, what it did, and the way back. What is looked at is in the address. */
export function ActivityLog() {
  const t = useTranslations("activity");
  const [url, setUrl] = useUrlState();
  const document = url.get("document") ?? "";
  const below = url.get("below") !== "false";
  const actor = url.get("actor") ?? "";
  // The address follows a moment later; a box must answer at once.
  const [chosen, setChosen] = useState<readonly number[]>(() => readChosen(url.get("chosen")));
  const choose = (revisions: readonly number[]) => {
    setChosen(revisions);
    setUrl({ chosen: revisions.join(",") });
  };
  const query =
    document === "" && actor === ""
      ? {}
      : {
          document: document || undefined,
          below: document === "" ? undefined : String(below),
          actor: actor || undefined,
        };
  const clear = () => setUrl({ document: null, below: null, actor: null });
  return (
    <ActivityFrame lead={t("lead")}>
      <ActivityFilter document={document} below={below} actor={actor} onChange={setUrl} />
      <ChosenRevisions chosen={chosen} document={document || null} below={below} onClear={() => choose([])} />
      <HistoryList
        key={JSON.stringify(query)}
        path="/changes"
        query={query}
        before={({ revision }) => (
          <Checkbox
            aria-label={t("choose", { revision })}
            checked={chosen.includes(revision)}
            onChange={() => choose(toggleChosen(chosen, revision))}
          />
        )}
        empty={
          document === "" && actor === "" ? undefined : (
            <EmptyState
              icon={History}
              title={t("filter.noMatch.title")}
              text={t("filter.noMatch.text")}
              actions={<Button onClick={clear}>{t("filter.noMatch.clear")}</Button>}
            />
          )
        }
      />
    </ActivityFrame>
  );
}
