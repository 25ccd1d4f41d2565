"use client";

import { useRef } from "react";
import { useTranslations } from "use-intl";
import { useLive } from "../../data/use-live";
import { State } from "../../ui/state";

/** Where a revision is live, a line for each gateway, as their receipts come in. */
export function GatewayReceipts({ revision }: { revision: number }) {
  const t = useTranslations("saving.published");
  const { connection, nodes } = useLive();
  const connected = nodes.filter((node) => node.connected);
  // A later change has another latency: what was first seen is this one's.
  const latencies = useRef(new Map<string, number | null>()).current;
  for (const node of connected) {
    if (node.revision >= revision && !latencies.has(node.name)) latencies.set(node.name, node.latencyMs);
  }
  const allLive = connected.length > 0 && connected.every((node) => node.revision >= revision && node.refused === null);
  return (
    <div>
      <p role="status" className="mb-2 text-muted">
        {connection !== "open"
          ? t("connecting")
          : connected.length === 0
            ? t("noGateway")
            : allLive
              ? t("allLive", { count: connected.length })
              : t("connecting")}
      </p>
      {connected.length === 0 ? null : (
        <ul aria-label={t("label")} className="divide-y divide-line rounded-control border border-line">
          {connected.map(({ name, revision: served, refused }) => (
            <li key={name} className="flex min-h-9 flex-wrap items-center gap-x-3 px-3 py-1.5 tabular-nums">
              <span className="min-w-0 flex-1 truncate font-mono text-xs">{name}</span>
              <State tone={refused !== null ? "bad" : served < revision ? "info" : "good"}>
                {refused !== null ? t("refused", { reason: refused }) : t(served < revision ? "waiting" : "live")}
              </State>
              <span className="w-16 text-right text-muted">
                {typeof latencies.get(name) === "number" ? t("ms", { ms: Number(latencies.get(name)) }) : ""}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
