"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { ask } from "../data/arm-client";
import { ArmError } from "../data/arm-error";
import { queryKeys } from "../data/query-keys";
import { isObject } from "../diff/is-object";
import type { Side } from "../diff/merge";
import { fieldTexts } from "../form/field-texts";
import { ConflictDialog } from "../resources/conflict-dialog";
import { useFailureToast } from "../resources/failure";
import { readableId } from "../resources/portal-path";
import { useLooseText } from "../text/use-loose-text";
import { Button } from "../ui/button";
import { toasts } from "../ui/toasts";
import { type DraftEntry, draftPath } from "./draft";
import { isPolicy } from "./draft-policy";
import { MergePolicy } from "./merge-policy";

/** The way on for a drafted document that others changed: its live version becomes what the draft is made from. */
export function SettleEntry({ draft, entry }: { draft: string; entry: DraftEntry }) {
  const t = useTranslations("activity.drafts");
  const words = useTranslations("conflict.rebase");
  const text = useLooseText();
  const client = useQueryClient();
  const fail = useFailureToast();
  const [busy, setBusy] = useState(false);
  const [merging, setMerging] = useState(false);
  const document = readableId(entry.id);
  const path = draftPath(draft);

  async function run(work: () => Promise<unknown>, done: string) {
    setBusy(true);
    try {
      await work();
      setMerging(false);
      toasts.show({ tone: "good", title: done });
    } catch (error) {
      // Where it was chosen from what is old by now, it is chosen anew; else nothing that was chosen is lost.
      if (error instanceof ArmError && error.isConflict) setMerging(false);
      fail(error);
    }
    await client.invalidateQueries({ queryKey: queryKeys.everything });
    setBusy(false);
  }
  const rebase = (take: Record<string, "draft" | "live"> = {}, etag = entry.etag) =>
    ask(`${path}/rebase`, {
      method: "POST",
      query: { id: entry.id },
      body: { take, revision: entry.liveRevision ?? 0 },
      ...(entry.after === null ? {} : { ifMatch: etag }),
    });
  const settle = (sides: ReadonlyMap<string, Side>) =>
    run(
      () => rebase(Object.fromEntries([...sides].map(([at, side]) => [at, side === "mine" ? "draft" : "live"]))),
      t("settled", { document }),
    );
  const takeOut = () =>
    run(() => ask(`${path}/documents`, { method: "DELETE", query: { id: entry.id } }), t("takenOut", { document }));

  if (entry.after === null || entry.live === null || !isObject(entry.after) || !isObject(entry.live)) {
    return (
      <Button size="small" busy={busy} onClick={() => void run(() => rebase(), t("settled", { document }))}>
        {t(entry.after === null ? "deleteAsIs" : "makeAnew")}
      </Button>
    );
  }
  return (
    <>
      <Button size="small" onClick={() => setMerging(true)}>
        {t("merge")}
      </Button>
      {!merging ? null : isPolicy(entry) ? (
        <MergePolicy
          draft={draft}
          entry={entry}
          text={words("text")}
          submit={words("publish")}
          onMerge={(write) =>
            void run(async () => rebase({}, (await write()) ?? undefined), t("settled", { document }))
          }
          onClose={() => setMerging(false)}
        />
      ) : (
        <ConflictDialog
          texts={{
            title: words("title", { document }),
            text: words("text"),
            theirs: words("theirs"),
            mine: words("mine"),
            publish: words("publish"),
            useTheirs: words("useTheirs"),
          }}
          base={isObject(entry.before) ? entry.before : {}}
          mine={entry.after}
          theirs={{ revision: entry.liveRevision ?? null, resource: { properties: entry.live } }}
          changedBy={null}
          labelOf={fieldTexts(text, entry.type.split("/").at(-1) ?? entry.type).full}
          busy={busy}
          onPublish={(_, sides) => void settle(sides)}
          onTakeTheirs={() => void takeOut()}
          onClose={() => setMerging(false)}
        />
      )}
    </>
  );
}
