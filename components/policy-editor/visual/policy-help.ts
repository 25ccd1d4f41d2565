import { useMemo } from "react";
import { useMessages } from "use-intl";
import { definitionOf } from "@/policy/catalog/definitions";

export interface PolicyHelp {
  title: string;
  purpose: string;
}

/** What a policy is called and does, in the person's language. */
export function usePolicyHelp(): (name: string) => PolicyHelp {
  const { policyHelp } = useMessages() as { policyHelp?: Readonly<Record<string, Partial<PolicyHelp> | undefined>> };
  return useMemo(
    () => (name) => {
      const help = policyHelp?.[name];
      return { title: help?.title ?? name, purpose: help?.purpose ?? definitionOf(name)?.purpose ?? "" };
    },
    [policyHelp],
  );
}
