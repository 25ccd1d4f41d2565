"use client";

import { useRef } from "react";
import { useTranslations } from "use-intl";
import { useLive } from "../data/use-live";

/** Where a revision is live already, gateway by gateway, as the receipts come in. */
export function ReceiptLine({ revision }: { revision: number }) {
  const t = useTranslations("publish");
  const nodes = useLive().nodes.filter((node) => node.connected);
  // A later change has another latency: what was first seen is this one's.
  const latencies = useRef(new Map<string, number>()).current;
  for (const { name, revision: served, latencyMs } of nodes)
    if (served >= revision && !latencies.has(name)) latencies.set(name, latencyMs ?? 0);
  return (
    <span className="tabular-nums">
      {t("revision", { revision })}
      {nodes.length === 0 ? ` · ${t("noGateway")}` : null}
      {nodes.map((node) => (
        <span key={node.name}>
          {" · "}
          {node.name}{" "}
          {node.refused !== null
            ? t("refused")
            : node.revision < revision
              ? t("waiting")
              : t("milliseconds", { ms: latencies.get(node.name) ?? 0 })}
        </span>
      ))}
    </span>
  );
}
