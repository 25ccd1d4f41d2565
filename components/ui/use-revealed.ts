"use client";

import { useCallback, useEffect, useRef, useState } from "react";

const shownForMs = 30_000;

/** A secret that was asked for: kept in this component alone, and forgotten after half a minute. */
export function useRevealed(read: (() => Promise<string>) | undefined) {
  const [value, setValue] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const hide = useCallback(() => {
    clearTimeout(timer.current);
    setValue(null);
  }, []);
  useEffect(() => () => clearTimeout(timer.current), []);
  const reveal = async () => {
    if (read === undefined) return;
    setBusy(true);
    try {
      setValue(await read());
      clearTimeout(timer.current);
      timer.current = setTimeout(hide, shownForMs);
    } finally {
      setBusy(false);
    }
  };
  return { value, busy, reveal, hide };
}
