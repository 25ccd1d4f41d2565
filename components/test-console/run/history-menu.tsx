"use client";

import { History, Trash2 } from "lucide-react";
import { useFormatter, useTranslations } from "use-intl";
import { Button } from "../../ui/button";
import { Menu, MenuItem, MenuLabel, MenuSeparator } from "../../ui/menu";
import type { ConsoleRun } from "./console-run";
import { runHistory, useRunHistory } from "./run-history";

/** The last runs of this browser session; one that is opened shows its request, its answer and its trace again. */
export function HistoryMenu({ onOpen }: { onOpen(run: ConsoleRun): void }) {
  const t = useTranslations("run.history");
  const format = useFormatter();
  const runs = useRunHistory();
  return (
    <Menu
      trigger={
        <Button disabled={runs.length === 0}>
          <History size={16} aria-hidden />
          {t("title")}
        </Button>
      }
    >
      <MenuLabel>{t("lead")}</MenuLabel>
      {runs.map((run) => (
        <MenuItem key={run.id} onSelect={() => onOpen(run)}>
          {t("run", {
            status: run.head === null ? t(run.state === "stopped" ? "stopped" : "failed") : String(run.head.status),
            method: run.sent?.method ?? "",
            path: pathOf(run),
            at: format.dateTime(new Date(run.sent?.startedAt ?? 0), { timeStyle: "medium" }),
          })}
        </MenuItem>
      ))}
      <MenuSeparator />
      <MenuItem icon={Trash2} onSelect={() => runHistory.clear()}>
        {t("clear")}
      </MenuItem>
    </Menu>
  );
}

const pathOf = ({ sent, request }: ConsoleRun): string =>
  sent === null ? request.operationId : sent.url.replace(/^https?:\/\/[^/]*/, "");
