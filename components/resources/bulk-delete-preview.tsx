"use client";

import { useQueries } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { ask } from "../data/arm-client";
import { queryKeys } from "../data/query-keys";
import { useLooseText } from "../text/use-loose-text";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { State } from "../ui/state";
import { useFailureToast } from "./failure";
import { type KindView, pathOf } from "./kind-view";
import { readableId } from "./portal-path";
import { useAnnounce } from "./use-announce";
import { useRemove } from "./use-remove";
import type { Use } from "./used-by";

/** Which of the chosen ones can go, and who uses the others. */
export function BulkDeletePreview({
  view,
  names,
  onClose,
  onDone,
}: {
  view: KindView;
  names: readonly string[];
  onClose(): void;
  onDone(): void;
}) {
  const t = useTranslations("remove");
  const text = useLooseText();
  const remove = useRemove();
  const fail = useFailureToast();
  const { announce } = useAnnounce();
  const [busy, setBusy] = useState(false);
  const uses = useQueries({
    queries: names.map((name) => ({
      queryKey: [...queryKeys.endpoint(`${pathOf(view, name)}/usedBy`), {}],
      queryFn: async () => (await ask<{ value: Use[] }>(`${pathOf(view, name)}/usedBy`)).body,
    })),
  });
  const usersOf = (at: number): Use[] | undefined => uses[at]?.data?.value;
  const free = names.filter((name, at) => usersOf(at)?.length === 0 && !view.permanent?.(name));
  const isReady = uses.every((use) => use.data !== undefined || use.isError);
  const act = async () => {
    setBusy(true);
    try {
      const title = t("changeTitle", { count: free.length, kind: text(`kinds.${view.texts}.many`) });
      const revision = await remove(
        free.map((name) => pathOf(view, name)),
        title,
      );
      onClose();
      onDone();
      announce(t("deletedMany", { count: free.length }), revision);
    } catch (error) {
      fail(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      width="medium"
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={t("manyTitle", { count: names.length, kind: text(`kinds.${view.texts}.many`) })}
      text={
        isReady && free.length < names.length ? t("someInUse", { count: names.length - free.length }) : t("canBeUndone")
      }
      footer={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button tone="danger" busy={busy} disabled={!isReady || free.length === 0} onClick={() => void act()}>
            {t("deleteCount", { count: free.length })}
          </Button>
        </>
      }
    >
      <ul className="divide-y divide-line rounded-control border border-line">
        {names.map((name, at) => {
          const users = usersOf(at);
          return (
            <li key={name} className="flex min-h-9 flex-wrap items-center justify-between gap-x-3 px-3 py-1.5">
              <span className="min-w-0 break-all font-strong">{name}</span>
              {users === undefined ? (
                <span className="text-faint">{t("checking")}</span>
              ) : view.permanent?.(name) ? (
                <State tone="warn">{t("permanent")}</State>
              ) : users.length === 0 ? (
                <State tone="idle">{t("notUsed")}</State>
              ) : (
                <State tone="warn">
                  {t("usedBy", { first: readableId(users[0]?.from ?? ""), more: users.length - 1 })}
                </State>
              )}
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}
