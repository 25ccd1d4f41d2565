"use client";

import { Undo2 } from "lucide-react";
import { useTranslations } from "use-intl";
import type { ChangeList } from "../data/change";
import { publishing } from "../data/publishing";
import { useEndpoint } from "../data/use-endpoint";
import { useLive } from "../data/use-live";
import { useAnnounce } from "../resources/use-announce";
import { useSaid } from "../text/use-said";
import { Button } from "../ui/button";
import { RelativeTime } from "../ui/relative-time";
import { Skeleton } from "../ui/skeleton";
import { State, type StateTone } from "../ui/state";
import { TextLink } from "../ui/text-link";
import { useMe } from "./me";

/** The last change, gateway by gateway, and the way back from it. */
export function Receipts({ onDone }: { onDone(): void }) {
  const t = useTranslations("shell.receipts");
  const said = useSaid("said");
  const { mayEdit } = useMe();
  const now = useLive();
  const { undo } = useAnnounce();
  const { data } = useEndpoint<ChangeList>("/changes", { query: { $top: 1 } });
  const last = data?.value[0];
  const connected = now.nodes.filter((node) => node.connected);
  return (
    <div>
      <div className="border-line border-b p-4">
        {last === undefined ? (
          <Skeleton className="h-10" />
        ) : (
          <div className="flex items-start gap-3">
            <div className="min-w-0 flex-1">
              <p className="break-words font-strong">{said(last.title)}</p>
              <p className="text-muted text-xs">
                {t("revision", { revision: last.revision })} · {last.actor.name} · <RelativeTime at={last.at} />
              </p>
            </div>
            {mayEdit && last.revision > 1 ? (
              <Button
                size="small"
                onClick={() => {
                  onDone();
                  void undo(last.revision);
                }}
              >
                <Undo2 size={16} aria-hidden />
                {t("undo")}
              </Button>
            ) : null}
          </div>
        )}
      </div>
      {connected.length === 0 ? (
        <p className="p-4 text-muted">{t(now.connection === "open" ? "none" : "unknown")}</p>
      ) : (
        <ul className="max-h-72 divide-y divide-line overflow-y-auto">
          {connected.map((node) => {
            const tone: StateTone = node.refused !== null ? "bad" : node.lag > 0 ? "info" : "good";
            return (
              <li key={node.name} className="flex min-h-9 flex-wrap items-center gap-x-3 px-4 py-1.5 tabular-nums">
                <span className="min-w-0 flex-1 truncate font-mono text-xs">{node.name}</span>
                <State tone={tone}>
                  {node.refused !== null
                    ? t("refused", { reason: node.refused })
                    : node.lag > 0
                      ? t("behind", { count: node.lag })
                      : t("live", { revision: node.revision })}
                </State>
                <span className="w-16 text-right text-muted">
                  {node.latencyMs === null ? "" : t("ms", { ms: node.latencyMs })}
                </span>
              </li>
            );
          })}
        </ul>
      )}
      <div className="flex justify-between border-line border-t px-4 py-2">
        <TextLink href="/activity" onClick={onDone}>
          {t("activity")}
        </TextLink>
        <TextLink href="/gateways" onClick={onDone}>
          {t("gateways", { count: publishing(now).gateways })}
        </TextLink>
      </div>
    </div>
  );
}
