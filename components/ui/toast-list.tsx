"use client";

import { useEffect, useSyncExternalStore } from "react";
import { useTranslations } from "use-intl";
import { later } from "./later";
import { type Toast, toasts } from "./toasts";

const none: readonly Toast[] = [];
const loadCard = () => import("./toast-card").then((module) => module.ToastCard);
const ToastCard = later(loadCard);

/** The corner where toasts appear. It is always in the page, so that screen readers hear what is put in. */
export function ToastList() {
  const t = useTranslations("ui.toast");
  const shown = useSyncExternalStore(toasts.subscribe, toasts.current, () => none);
  // What tells of a connection that broke must be there before it breaks.
  useEffect(() => void loadCard().catch(() => {}), []);
  return (
    <section
      aria-label={t("region")}
      aria-live="polite"
      data-notices
      className="pointer-events-none fixed right-0 bottom-0 z-50 flex w-full max-w-104 flex-col gap-2 p-4"
    >
      {shown.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </section>
  );
}
