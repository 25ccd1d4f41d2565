"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { useLocale } from "use-intl";
import type { Locale } from "@/messages/locales";
import { ofPolicyPage } from "@/messages/namespaces";
import { policyTarget } from "../policy-editor/frame/policy-target";
import { sourceOf } from "../policy-editor/frame/use-policy-source";
import { areaMessages } from "../text/area-texts";

/**
 * Fetches what the editor of an owner's policy is made of, all at once: left to themselves its code, its texts and the
 * document wait for one another. What is there already is not fetched again, and what fails is asked for by the editor.
 */
export function usePreparePolicy(owner: string, draft: string | null): () => void {
  const client = useQueryClient();
  const locale = useLocale() as Locale;
  return useCallback(() => {
    // The condition keeps the editor out of what is built for the server.
    if (typeof window !== "undefined") import("../policy-editor/policy-editor").catch(() => {});
    areaMessages(locale, ofPolicyPage).catch(() => {});
    void client.prefetchQuery(sourceOf(policyTarget(owner), draft));
  }, [client, locale, owner, draft]);
}
