"use client";

import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { later } from "./later";

const CopyButton = later(() => import("./copy-button").then((module) => module.CopyButton));

/** What went wrong, where, why, and the next step; with an id to hand on. */
export function ErrorPanel({
  title,
  where,
  details,
  next,
  id,
  actions,
}: {
  title: ReactNode;
  where?: ReactNode;
  details?: readonly { target?: string | null; message: string }[];
  next?: ReactNode;
  id?: string | null;
  actions?: ReactNode;
}) {
  const t = useTranslations("ui.error");
  return (
    <div role="alert" className="rounded-card border border-bad bg-bad-soft p-4">
      <div className="flex items-start gap-2.5">
        <CircleAlert size={16} aria-hidden className="mt-0.5 shrink-0 text-bad" />
        <div className="min-w-0 flex-1">
          <p className="break-words font-strong">{title}</p>
          {where ? <p className="mt-0.5 break-all font-mono text-muted text-xs">{where}</p> : null}
          {details !== undefined && details.length > 0 ? (
            <ul className="mt-2 flex flex-col gap-1">
              {details.map((detail) => (
                <li key={`${detail.target}:${detail.message}`} className="break-words">
                  {detail.target ? <code className="mr-1.5 text-xs">{detail.target}</code> : null}
                  {detail.message}
                </li>
              ))}
            </ul>
          ) : null}
          {next ? <p className="mt-2 text-muted">{next}</p> : null}
          {id ? (
            <p className="mt-1 flex items-center gap-1 text-muted text-xs">
              {t("id")} <code className="break-all">{id}</code>
              <CopyButton text={id} label={t("copyId")} />
            </p>
          ) : null}
          {actions ? <div className="mt-3 flex flex-wrap gap-2">{actions}</div> : null}
        </div>
      </div>
    </div>
  );
}
