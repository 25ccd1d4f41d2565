"use client";

import { useCallback } from "react";
import { useSaid } from "../../text/use-said";
import type { Localise } from "./localise";

/** Says what is wrong with a policy in the person's language. */
export function useLocalise(): Localise {
  const said = useSaid("diagnostics");
  return useCallback<Localise>((problem) => ({ ...problem, message: said(problem.message, problem.code) }), [said]);
}
