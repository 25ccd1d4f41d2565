"use client";

import { CircleAlert, CircleCheck, CircleDashed, LoaderCircle, type LucideIcon, Unplug } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { type Publishing, publishing } from "../data/publishing";
import { useLive, useRefreshOnChange } from "../data/use-live";
import { classNames } from "../ui/class-names";
import { later } from "../ui/later";
import { Popover } from "../ui/popover";

const Receipts = later(() => import("./receipts").then((module) => module.Receipts));

const looks: Record<Publishing["state"], { icon: LucideIcon; colour: string; spin?: boolean }> = {
  connecting: { icon: CircleDashed, colour: "text-faint" },
  lost: { icon: Unplug, colour: "text-warn" },
  none: { icon: CircleAlert, colour: "text-warn" },
  refused: { icon: CircleAlert, colour: "text-bad" },
  behind: { icon: LoaderCircle, colour: "text-info", spin: true },
  live: { icon: CircleCheck, colour: "text-good" },
};

/** The heart of the portal: how many gateways follow, what is live on all of them, how long that took. */
export function PublishStatus() {
  const t = useTranslations("shell.status");
  const [open, setOpen] = useState(false);
  useRefreshOnChange();
  const now = publishing(useLive());
  const { icon: Icon, colour, spin } = looks[now.state];
  const parts = [
    now.state === "connecting" || now.state === "lost" ? t(now.state) : t("gateways", { count: now.gateways }),
    now.state === "refused" || now.state === "behind" || now.state === "live"
      ? t(now.state, { revision: now.revision ?? 0 })
      : null,
    now.state === "live" && now.latencyMs !== null ? t("latency", { ms: now.latencyMs }) : null,
  ].filter((part) => part !== null);
  return (
    <>
      <Popover
        label={t("receipts")}
        open={open}
        onOpenChange={setOpen}
        trigger={
          <button
            type="button"
            className="flex h-8 min-w-0 items-center gap-1.5 rounded-control px-2 text-muted tabular-nums hover:bg-hover hover:text-text"
          >
            <Icon size={14} aria-hidden className={classNames("shrink-0", colour, spin && "animate-spin")} />
            <span className="truncate">
              {parts.map((part, at) => (
                <span key={part} className={at === 0 ? "" : "max-sm:sr-only"}>
                  {at === 0 ? "" : " · "}
                  {part}
                </span>
              ))}
            </span>
          </button>
        }
      >
        <Receipts onDone={() => setOpen(false)} />
      </Popover>
      <span className="sr-only" role="status">
        {now.state === "connecting" ? "" : parts.slice(0, 2).join(", ")}
      </span>
    </>
  );
}
