"use client";

import { useMemo } from "react";
import { useLocale, useTranslations } from "use-intl";
import type { Hover, HoverFact } from "@/policy/assist/completion";
import { useHelp } from "../form/use-help";
import type { CompletionWords } from "./completion-source";
import type { CoverageWords } from "./coverage-gutter";
import type { HoverWords } from "./hover-tooltip";
import type { PhraseName } from "./phrases";

export interface CodeWords {
  completion: CompletionWords;
  hover: HoverWords;
  coverage: CoverageWords;
  phrase(name: PhraseName): string;
}

/** All that an editor of code says, in the person's language. */
export function useCodeWords(): CodeWords {
  const t = useTranslations("codeView");
  const locale = useLocale();
  const help = useHelp();
  return useMemo(() => {
    const list = new Intl.ListFormat(locale, { type: "conjunction" });
    const fact = (one: HoverFact): string => {
      switch (one.kind) {
        case "sections":
          return t("facts.sections", { names: list.format(one.values) });
        case "scopes":
          return t("facts.scopes", {
            names: list.format(one.values.map((name) => t(`scopes.${name as "api"}`))),
          });
        case "allowed":
          return t("facts.allowed", { names: list.format(one.values) });
        case "type":
          return t("facts.type", { type: one.value });
        case "default":
          return t("facts.default", { value: one.value });
        case "reference-title":
          return one.value;
        default:
          return t(`facts.${one.kind}`);
      }
    };
    const purposeOf = (policy: string | undefined) => (policy === undefined ? undefined : help(policy).purpose);
    return {
      completion: {
        documentation: ({ policy, documentation }) => purposeOf(policy) ?? documentation,
        required: t("required"),
      },
      hover: {
        documentation: ({ policy, attribute, documentation }: Hover) => {
          const about =
            policy === undefined || attribute === undefined ? undefined : help(policy).attributes?.[attribute];
          const text = about?.help ?? (attribute === undefined ? purposeOf(policy) : undefined) ?? documentation;
          return text === undefined ? [] : [text];
        },
        facts: ({ facts }: Hover) => facts.map(fact),
        link: t("documentation"),
      },
      coverage: {
        unreached: t("coverage.unreached"),
        reached: t("coverage.reached"),
        found: (line: number, at: number, count: number) => t("coverage.found", { line, at, count }),
        allReached: t("coverage.allReached"),
      },
      phrase: (name: PhraseName) => String(t.raw(`phrases.${name}`)),
    };
  }, [t, locale, help]);
}
