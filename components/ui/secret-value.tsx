"use client";

import { Eye, EyeOff } from "lucide-react";
import { useTranslations } from "use-intl";
import { CopyButton } from "./copy-button";
import { IconButton } from "./icon-button";
import { useRevealed } from "./use-revealed";

const dots = "••••••••••••••••";

/** A secret that is not on the page until it is asked for. It can be copied without being shown. */
export function SecretValue({
  name,
  read,
  onFailure,
  allowed = true,
}: {
  name: string;
  read(): Promise<string>;
  onFailure(error: unknown): void;
  allowed?: boolean;
}) {
  const t = useTranslations("ui.secret");
  const { value, busy, reveal, hide } = useRevealed(read);
  return (
    <span className="flex min-w-0 items-center gap-1">
      <code className="min-w-0 truncate text-sm" aria-live="polite">
        {value ?? (
          <span role="img" aria-label={t("hidden", { name })}>
            {dots}
          </span>
        )}
      </code>
      {allowed ? (
        <>
          <IconButton
            size="small"
            icon={value === null ? Eye : EyeOff}
            label={value === null ? t("reveal", { name }) : t("hide", { name })}
            disabled={busy}
            onClick={() => (value === null ? reveal().catch(onFailure) : hide())}
          />
          <CopyButton
            label={t("copy", { name })}
            read={() =>
              read().catch((error: unknown) => {
                onFailure(error);
                throw error;
              })
            }
          />
        </>
      ) : null}
    </span>
  );
}
