"use client";

import { useEffect, useMemo, useState } from "react";
import type { Diagnostic } from "@/policy/diagnostics";
import type { PolicyTarget } from "../editing";
import { useKnowledge } from "../frame/use-knowledge";
import { Outdated } from "../language/language-service";
import { theLanguageService } from "../language/the-language-service";
import { useLocalise } from "../language/use-localise";

/** What the check that the server makes says of a text; null until it is known. */
export function useProblems(
  { standing }: PolicyTarget,
  text: string,
  draft: string | null,
  enabled: boolean,
): readonly Diagnostic[] | null {
  const knowledge = useKnowledge(draft);
  const localise = useLocalise();
  const [found, setFound] = useState<{ text: string; problems: readonly Diagnostic[] } | null>(null);
  useEffect(() => {
    if (!enabled || knowledge === null) return;
    let wanted = true;
    theLanguageService()
      .ask("check", { text }, { knowledge, standing }, "review")
      .then((problems) => wanted && setFound({ text, problems }))
      .catch((error) => {
        // The server makes the same check.
        if (!(error instanceof Outdated) && wanted) setFound({ text, problems: [] });
      });
    return () => {
      wanted = false;
    };
  }, [standing, text, knowledge, enabled]);
  return useMemo(
    () => (found !== null && found.text === text ? found.problems.map(localise) : null),
    [found, text, localise],
  );
}
