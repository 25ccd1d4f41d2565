"use client";

import { useCallback } from "react";
import { useMessages } from "use-intl";
import { definitionOf } from "@/policy/catalog/definitions";

/** What people are told of an attribute, a text or a part. */
export interface Help {
  label?: string;
  help?: string;
  values?: Readonly<Record<string, string>>;
}
export interface PartHelp extends Help {
  title?: string;
  purpose?: string;
  attributes?: Readonly<Record<string, Help>>;
  text?: Help;
}
interface PolicyHelp extends PartHelp {
  parts?: Readonly<Record<string, PartHelp>>;
}

/** What is told of a policy, or of a part of it by the names from the policy down: "required-claims/claim". */
export function useHelp(): (policy: string, within?: string) => PartHelp {
  const all = useMessages() as unknown as { policyHelp?: Readonly<Record<string, PolicyHelp | undefined>> };
  return useCallback(
    (policy, within = "") => {
      const own = all.policyHelp?.[policy];
      const shared = all.policyHelp?.common?.attributes;
      if (within === "") {
        const purpose = own?.purpose ?? definitionOf(policy)?.purpose;
        return { ...own, purpose, attributes: { ...shared, ...own?.attributes } };
      }
      // A part is found by all of its names, or by its last ones.
      const names = within.split("/");
      for (let from = 0; from < names.length; from++) {
        const found = own?.parts?.[names.slice(from).join("/")];
        if (found !== undefined) return found;
      }
      return {};
    },
    [all],
  );
}
