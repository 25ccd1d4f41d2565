"use client";

import { useMemo } from "react";
import type { ArmError } from "../../data/arm-error";
import { useUrlState } from "../../table/use-url-state";
import { useChain } from "../chain/use-chain";
import type { PolicyTarget } from "../editing";
import { type Inheritance, inheritedBy } from "./inheritance";

export interface Inherited {
  inheritance: Inheritance;
  error: ArmError | null;
  retry(): void;
  products: { id: string; title: string }[];
  product: string | null;
  chooseProduct(product: string | null): void;
}

/** What wider scopes do around this document, as they are in the draft that is looked at. */
export function useInheritance({ owner, standing }: PolicyTarget): Inherited {
  const [url] = useUrlState();
  const { chain, products, product, chooseProduct, error, refetch } = useChain(owner, { draft: url.get("draft") });
  const inheritance = useMemo((): Inheritance => {
    if (standing.kind !== "policies" || standing.scope === "global") return { state: "none" };
    if (chain === null) return error === null ? { state: "loading" } : { state: "failed" };
    return { state: "known", sections: inheritedBy(chain.slice(0, -1)) };
  }, [standing, chain, error]);
  return { inheritance, error, retry: refetch, products, product, chooseProduct };
}
