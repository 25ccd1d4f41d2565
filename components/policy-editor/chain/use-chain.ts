"use client";

import { useQueries, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslations } from "use-intl";
import type { ScopeName } from "@/policy/exchange";
import { ask } from "../../data/arm-client";
import type { ArmError } from "../../data/arm-error";
import { queryKeys } from "../../data/query-keys";
import type { Resource, ResourceList } from "../../data/resource";
import { apiOf, type ChainOwner, chainOwners, policyPathOf } from "./chain-owners";
import { policyHref } from "./policy-href";
import { useProductChoice } from "./product-choice";

export interface ChainLink {
  scope: ScopeName;
  /** Whom the document belongs to: "/", "/products/x", "/apis/x", "/apis/x/operations/y". */
  owner: string;
  /** The management API's path of the document. */
  path: string;
  /** What people call its owner. */
  title: string;
  /** Its editor. */
  href: string;
  /** null: there is no document at this scope. */
  text: string | null;
}

export interface ChainOptions {
  /** undefined: the one that the person chose last for this API, or its first. null: none. */
  product?: string | null;
  /** Reads the documents as this draft would have them. */
  draft?: string | null;
}

export interface Chain {
  /** Widest first, the owner's own document last; empty for a fragment, null until all of it has come. */
  chain: ChainLink[] | null;
  /** The products that hold the API; only one can be around a request. */
  products: { id: string; title: string }[];
  /** The one that the chain goes through. */
  product: string | null;
  /** Remembers a choice for everything that looks at this API. */
  chooseProduct(product: string | null): void;
  error: ArmError | null;
  refetch(): void;
}

/** The policy documents around an owner, as the management API has them. */
export function useChain(owner: string, { product: given, draft = null }: ChainOptions = {}): Chain {
  const t = useTranslations("effective");
  const api = apiOf(owner);
  const { chosen, choose } = useProductChoice(api);
  const query: Readonly<Record<string, string>> = draft === null ? {} : { draft };
  const key = draft ?? "";
  const holding = useQuery<ResourceList, ArmError>({
    queryKey: [...queryKeys.collection(`${api}/products`), "chain", key],
    queryFn: async ({ signal }) => (await ask<ResourceList>(`${api}/products`, { query, signal })).body,
    enabled: api !== null,
  });
  const found = holding.data?.value;
  const products = useMemo(() => (found ?? []).map((held) => ({ id: held.name, title: titleOf(held) })), [found]);
  const wanted = given === undefined ? chosen : given;
  const held = products.find(({ id }) => id.toLowerCase() === wanted?.toLowerCase());
  const product = wanted === null ? null : ((held ?? (given === undefined ? products[0] : undefined))?.id ?? null);
  const owners = chainOwners(owner, product);

  const texts = useQueries({
    queries: owners.map(({ owner: at }) => ({
      // A scope without a policy is no mistake: the list of its policies has an answer, the document itself has none.
      queryKey: [...queryKeys.collection(policyPathOf(at).replace(/\/policy$/, "")), "chain", key],
      queryFn: ({ signal }: { signal: AbortSignal }) => readText(at, query, signal),
    })),
  });
  const named = owners.filter(({ scope }) => scope === "api" || scope === "operation" || scope === "product");
  const titles = useQueries({
    queries: named.map(({ owner: at }) => ({
      queryKey: [...queryKeys.document(at), "chain", key],
      queryFn: async ({ signal }: { signal: AbortSignal }) =>
        titleOf((await ask<Resource>(at, { query, signal })).body),
      staleTime: 60_000,
    })),
  });

  const titleAt = ({ owner: at, scope }: ChainOwner): string =>
    scope === "global" ? t("scope.global") : (titles[named.findIndex((one) => one.owner === at)]?.data ?? lastOf(at));
  const ready = (api === null || found !== undefined) && texts.every(({ data }) => data !== undefined);
  const parts = owners.map((one, index) => ({ ...one, title: titleAt(one), text: texts[index]?.data?.text ?? null }));
  const shape = ready ? JSON.stringify(parts) : null;
  // One chain stays one object as long as nothing of it changes, so that what is made of it is made once.
  const chain = useMemo(
    () =>
      shape === null
        ? null
        : (JSON.parse(shape) as (ChainOwner & { title: string; text: string | null })[]).map(
            (part): ChainLink => ({
              ...part,
              path: policyPathOf(part.owner),
              href: policyHref(part.owner, { draft }),
            }),
          ),
    [shape, draft],
  );
  const failed = [holding, ...texts].find(({ error }) => error !== null && error !== undefined);
  return {
    chain,
    products,
    product,
    chooseProduct: choose,
    error: (failed?.error as ArmError | undefined) ?? null,
    refetch: () => {
      for (const one of [holding, ...texts, ...titles]) if (one.error !== null) void one.refetch();
    },
  };
}

async function readText(
  owner: string,
  query: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<{ text: string | null }> {
  const collection = policyPathOf(owner).replace(/\/policy$/, "");
  const { body } = await ask<ResourceList>(collection, { query: { ...query, format: "rawxml" }, signal });
  const value = body.value[0]?.properties.value;
  return { text: typeof value === "string" ? value : null };
}

const titleOf = ({ name, properties }: Resource): string =>
  typeof properties.displayName === "string" && properties.displayName !== "" ? properties.displayName : name;

const lastOf = (owner: string): string => owner.slice(owner.lastIndexOf("/") + 1);
