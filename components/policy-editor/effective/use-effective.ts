"use client";

import { useContext, useMemo, useSyncExternalStore } from "react";
import { type ChainDocument, type EffectiveDocument, effectiveDocument } from "@/policy/effective/effective-document";
import { defaultGlobalPolicy } from "@/policy/scopes";
import { useUrlState } from "../../table/use-url-state";
import { type Chain, useChain } from "../chain/use-chain";
import { EditingContext, type PolicyTarget } from "../editing";
import { useKnowledge } from "../frame/use-knowledge";

const never = () => () => {};

/** What the gateway runs around a target, with what is being edited as if it were saved; null until all has come. */
export function useEffective(
  target: PolicyTarget,
  expands: boolean,
): { chain: Chain; effective: EffectiveDocument | null } {
  const [url] = useUrlState();
  const draft = url.get("draft");
  const chain = useChain(target.owner, { draft });
  const knowledge = useKnowledge(draft);
  const editing = useContext(EditingContext);
  const edited = editing?.target.path === target.path ? editing.document : null;
  const own = useSyncExternalStore(
    edited?.subscribe ?? never,
    () => edited?.text ?? null,
    () => null,
  );
  const effective = useMemo(() => {
    if (chain.chain === null || knowledge === null) return null;
    const fragments = new Map(knowledge.fragments.map(({ name, text }) => [name.toLowerCase(), { name, text }]));
    const documents = chain.chain.flatMap(({ scope, owner, path, text }): ChainDocument[] => {
      const present = path === target.path && own !== null ? own : text;
      if (present !== null) return [{ scope, owner, path, text: present }];
      return scope === "global" ? [{ scope, owner, path: null, text: defaultGlobalPolicy }] : [];
    });
    return effectiveDocument(documents, {
      expands,
      fragment: (id) => {
        const found = fragments.get(id.toLowerCase());
        return found === undefined ? undefined : { path: `/policyFragments/${found.name}`, text: found.text };
      },
    });
  }, [chain.chain, knowledge, own, expands, target.path]);
  return { chain, effective };
}
