"use client";

import * as Radix from "@radix-ui/react-dialog";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { classNames } from "./class-names";
import { IconButton } from "./icon-button";
import { usePanelFocus } from "./use-panel-focus";

const widths = { small: "max-w-110", medium: "max-w-160", large: "max-w-240" };

export interface DialogProps {
  open: boolean;
  onOpenChange(open: boolean): void;
  title: ReactNode;
  text?: ReactNode;
  width?: keyof typeof widths;
  footer?: ReactNode;
  children?: ReactNode;
}

/** dialog.tsx loads it when it is first opened. */
export function DialogPanel({ open, onOpenChange, title, text, width = "small", footer, children }: DialogProps) {
  const t = useTranslations("ui");
  const focus = usePanelFocus();
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="enter-fade fixed inset-0 z-40 grid place-items-center overflow-y-auto bg-veil p-4">
          <Radix.Content
            {...focus}
            {...(text === undefined ? { "aria-describedby": undefined } : {})}
            className={classNames(
              "enter-rise flex outline-none max-h-[calc(100dvh-32px)] w-full min-w-0 flex-col rounded-card border border-line bg-surface shadow-float",
              widths[width],
            )}
          >
            <header className="flex items-start justify-between gap-3 px-5 pt-4 pb-2">
              <div className="min-w-0">
                <Radix.Title className="break-words text-lg">{title}</Radix.Title>
                {text === undefined ? null : <Radix.Description className="mt-1 text-muted">{text}</Radix.Description>}
              </div>
              <Radix.Close asChild>
                <IconButton icon={X} label={t("close")} size="small" className="-mr-1.5" />
              </Radix.Close>
            </header>
            <div className="min-h-0 flex-1 overflow-y-auto px-5 py-2">{children}</div>
            {footer === undefined ? (
              <div className="h-3" />
            ) : (
              <footer className="flex flex-wrap justify-end gap-2 border-line border-t px-5 py-3">{footer}</footer>
            )}
          </Radix.Content>
        </Radix.Overlay>
      </Radix.Portal>
    </Radix.Root>
  );
}
