"use client";

import { useFormatter, useTranslations } from "use-intl";
import { publishing } from "../data/publishing";
import { useLive } from "../data/use-live";
import { Card } from "../ui/card";
import { State, type StateTone } from "../ui/state";
import { TextLink } from "../ui/text-link";

const tones = {
  connecting: "idle",
  lost: "warn",
  none: "warn",
  refused: "bad",
  behind: "info",
  live: "good",
} as const satisfies Record<string, StateTone>;

/** Whether what is configured is what is served. */
export function LiveNow() {
  const t = useTranslations("overview.live");
  const format = useFormatter();
  const live = useLive();
  const now = publishing(live);
  return (
    <Card>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-4 lg:grid-cols-4">
        <Figure name={t("state")}>
          <State tone={tones[now.state]}>{t(`states.${now.state}`)}</State>
        </Figure>
        <Figure name={t("gateways")}>
          {live.connection === "connecting" ? (
            "—"
          ) : (
            <TextLink href="/gateways">{t("gatewayCount", { count: now.gateways })}</TextLink>
          )}
        </Figure>
        <Figure name={t("revision")}>{live.revision === null ? "—" : format.number(live.revision)}</Figure>
        <Figure name={t("latency")}>{now.latencyMs === null ? "—" : t("ms", { ms: now.latencyMs })}</Figure>
      </dl>
    </Card>
  );
}

const Figure = ({ name, children }: { name: string; children: React.ReactNode }) => (
  <div className="min-w-0">
    <dt className="text-muted text-xs">{name}</dt>
    <dd className="mt-0.5 text-lg tabular-nums">{children}</dd>
  </div>
);
