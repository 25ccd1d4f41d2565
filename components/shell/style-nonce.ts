"use client";

import { useLayoutEffect } from "react";

declare global {
  var __webpack_nonce__: string | undefined;
}

/**
 * The scroll lock under dialogs writes a style element. It takes the nonce that the Content Security Policy asks for
 * from this variable; the scripts of the page carry the one of this very document.
 */
export function useStyleNonce(): void {
  // An effect of a parent runs after its children's, but no dialog is open at the first render.
  useLayoutEffect(() => {
    globalThis.__webpack_nonce__ = document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce || undefined;
  }, []);
}

/** The nonce for style elements that are written by others than React; empty where none is asked for. */
export const styleNonce = (): string =>
  document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce || globalThis.__webpack_nonce__ || "";
