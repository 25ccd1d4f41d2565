"use client";

import { CircleAlert, CircleCheck, Info, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "./button";
import { IconButton } from "./icon-button";
import { type Toast, toasts } from "./toasts";

const shownForMs = 9_000;
const icons = { good: CircleCheck, bad: CircleAlert, info: Info };
const colours = { good: "text-good", bad: "text-bad", info: "text-info" };

export function ToastCard({ toast }: { toast: Toast }) {
  const t = useTranslations("ui.toast");
  const [held, setHeld] = useState(false);
  const left = useRef(shownForMs);
  useEffect(() => {
    // What went wrong stays until it is read.
    if (held || toast.tone === "bad") return;
    const startedAt = performance.now();
    const timer = setTimeout(() => toasts.dismiss(toast.id), left.current);
    return () => {
      clearTimeout(timer);
      left.current = Math.max(2_000, left.current - (performance.now() - startedAt));
    };
  }, [held, toast]);
  const Icon = icons[toast.tone];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointing at it only keeps it from going away
    <div
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className="enter-rise pointer-events-auto flex items-start gap-2.5 rounded-card border border-line bg-surface p-3 shadow-float"
    >
      <Icon size={16} aria-hidden className={`mt-0.5 shrink-0 ${colours[toast.tone]}`} />
      <div className="min-w-0 flex-1">
        <p className="break-words font-strong">{toast.title}</p>
        {toast.text === undefined ? null : <div className="mt-0.5 break-words text-muted text-xs">{toast.text}</div>}
      </div>
      {toast.action === undefined ? null : (
        <Button
          size="small"
          onClick={() => {
            toasts.dismiss(toast.id);
            toast.action?.run();
          }}
        >
          {toast.action.label}
        </Button>
      )}
      <IconButton icon={X} label={t("dismiss")} size="small" onClick={() => toasts.dismiss(toast.id)} />
    </div>
  );
}
