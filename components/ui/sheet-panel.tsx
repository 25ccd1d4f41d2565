"use client";

import * as Radix from "@radix-ui/react-dialog";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { classNames } from "./class-names";
import { IconButton } from "./icon-button";
import { usePanelFocus } from "./use-panel-focus";

export interface SheetProps {
  open: boolean;
  onOpenChange(open: boolean): void;
  title: ReactNode;
  side?: "left" | "right";
  children: ReactNode;
}

/** sheet.tsx loads it when it is first opened. */
export function SheetPanel({ open, onOpenChange, title, side = "right", children }: SheetProps) {
  const t = useTranslations("ui");
  const focus = usePanelFocus();
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="enter-fade fixed inset-0 z-40 bg-veil" />
        <Radix.Content
          {...focus}
          aria-describedby={undefined}
          className={classNames(
            "fixed inset-y-0 outline-none z-40 flex w-96 max-w-[calc(100vw-48px)] flex-col border-line bg-surface shadow-float",
            side === "left" ? "enter-left left-0 border-r" : "enter-right right-0 border-l",
          )}
        >
          <header className="flex h-12 shrink-0 items-center justify-between gap-3 border-line border-b px-4">
            <Radix.Title className="truncate text-base">{title}</Radix.Title>
            <Radix.Close asChild>
              <IconButton icon={X} label={t("close")} size="small" className="-mr-1.5" />
            </Radix.Close>
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto p-4">{children}</div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
