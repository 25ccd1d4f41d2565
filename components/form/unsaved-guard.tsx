"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { leaveGuard } from "./leave-guard";

interface TraverseEvent extends Event {
  navigationType: string;
  destination: { key: string };
}
interface NavigationApi extends EventTarget {
  traverseTo(key: string): unknown;
}

/** While `active`, closing the page, following a link and going back ask first. */
export function UnsavedGuard({
  active,
  within,
  kept,
}: {
  active: boolean;
  /** Links that stay on this page. */
  within?(link: URL): boolean;
  /** What to say instead where leaving loses nothing. */
  kept?: { title: string; text: string; leave: string };
}) {
  const t = useTranslations("form.leave");
  const router = useRouter();
  const [go, setGo] = useState<(() => void) | null>(null);
  const leaving = useRef(false);
  const stays = useRef(within);
  stays.current = within;
  useEffect(() => {
    if (!active) return;
    const question = (next: () => void) => setGo(() => next);
    const release = leaveGuard.hold(question);
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
      if (!(link instanceof HTMLAnchorElement) || link.target === "_blank" || event.button !== 0) return;
      if (event.metaKey || event.ctrlKey || event.shiftKey || link.origin !== location.origin) return;
      if (link.pathname === location.pathname && link.hash !== "") return;
      if (stays.current?.(new URL(link.href)) === true) return;
      event.preventDefault();
      event.stopPropagation();
      question(() => router.push(`${link.pathname}${link.search}`));
    };
    const navigation = (window as { navigation?: NavigationApi }).navigation;
    const onNavigate = (event: Event) => {
      const { navigationType, destination } = event as TraverseEvent;
      if (navigationType !== "traverse" || !event.cancelable || leaving.current) return;
      event.preventDefault();
      question(() => navigation?.traverseTo(destination.key));
    };
    window.addEventListener("beforeunload", onUnload);
    document.addEventListener("click", onClick, true);
    navigation?.addEventListener("navigate", onNavigate);
    return () => {
      release();
      window.removeEventListener("beforeunload", onUnload);
      document.removeEventListener("click", onClick, true);
      navigation?.removeEventListener("navigate", onNavigate);
    };
  }, [active, router]);
  return (
    <Dialog
      open={go !== null && active}
      onOpenChange={(open) => (open ? undefined : setGo(null))}
      title={kept?.title ?? t("title")}
      text={kept?.text ?? t("text")}
      footer={
        <>
          <Button onClick={() => setGo(null)}>{t("stay")}</Button>
          <Button
            tone={kept === undefined ? "danger" : "primary"}
            onClick={() => {
              leaving.current = true;
              setGo(null);
              go?.();
            }}
          >
            {kept?.leave ?? t("leave")}
          </Button>
        </>
      }
    />
  );
}
