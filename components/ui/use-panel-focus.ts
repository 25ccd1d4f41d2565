"use client";

import { useRef } from "react";

const fields = "input:not([type=radio], [type=file], [type=checkbox]), textarea, select";

/**
 * Where the focus goes when a panel opens and closes: into its first field, else onto the panel itself, and back to where
 * it came from. On a button it would open that button's tooltip.
 */
export function usePanelFocus() {
  const cameFrom = useRef<Element | null>(null);
  return {
    onOpenAutoFocus(event: Event): void {
      cameFrom.current = document.activeElement;
      event.preventDefault();
      const panel = event.currentTarget ?? event.target;
      if (panel instanceof HTMLElement) (panel.querySelector<HTMLElement>(fields) ?? panel).focus();
    },
    onCloseAutoFocus(event: Event): void {
      event.preventDefault();
      if (cameFrom.current instanceof HTMLElement && cameFrom.current.isConnected) cameFrom.current.focus();
    },
  };
}
