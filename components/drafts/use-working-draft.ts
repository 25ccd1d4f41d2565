"use client";

import { useSearchParams } from "next/navigation";

/** The draft that the address names: what is read and written is its version. */
export const useWorkingDraft = (): string | null => useSearchParams().get("draft") || null;
