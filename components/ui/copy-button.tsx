"use client";

import { Check, Copy } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { IconButton } from "./icon-button";

/** Copies a text, or what `read` fetches when it is pressed, and says so. */
export function CopyButton({
  text,
  read,
  label,
  size = "small",
}: {
  text?: string;
  read?(): Promise<string>;
  label?: string;
  size?: "small" | "medium";
}) {
  const t = useTranslations("ui");
  const [copied, setCopied] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  return (
    <>
      <IconButton
        icon={copied ? Check : Copy}
        label={copied ? t("copied") : (label ?? t("copy"))}
        size={size}
        className="-my-1.5"
        onClick={async () => {
          const value = text ?? (await read?.().catch(() => undefined));
          if (value === undefined) return;
          await navigator.clipboard.writeText(value);
          setCopied(true);
          clearTimeout(timer.current);
          timer.current = setTimeout(() => setCopied(false), 1500);
        }}
      />
      <span className="sr-only" aria-live="polite">
        {copied ? t("copied") : ""}
      </span>
    </>
  );
}
