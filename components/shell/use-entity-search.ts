"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useDeferredValue } from "react";
import { ask } from "../data/arm-client";
import { containsAny } from "../data/odata";
import { queryKeys } from "../data/query-keys";
import type { ResourceList } from "../data/resource";
import type { NavigationItem } from "./navigation-items";
import { searchableKinds } from "./searchable-kinds";

export interface FoundEntity {
  section: NavigationItem["id"];
  name: string;
  title: string;
  href: string;
}

const perKind = 5;

/** Entities of every kind that a text occurs in, looked up where they are. */
export function useEntitySearch(text: string) {
  const wanted = useDeferredValue(text.trim());
  return useQuery<FoundEntity[]>({
    queryKey: [...queryKeys.everything, "search", wanted],
    enabled: wanted.length >= 2,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const found = await Promise.allSettled(searchableKinds.map((kind) => searchKind(kind, wanted, signal)));
      return found.flatMap((each) => (each.status === "fulfilled" ? each.value : []));
    },
  });
}

async function searchKind(
  kind: (typeof searchableKinds)[number],
  wanted: string,
  signal: AbortSignal,
): Promise<FoundEntity[]> {
  const query = { $filter: containsAny(kind.members, wanted), $top: perKind };
  const { body } = await ask<ResourceList>(kind.collection, { query, signal });
  return body.value.map(({ name, properties }) => ({
    section: kind.section,
    name,
    title: kind.titleMember === null ? name : String(properties[kind.titleMember] ?? name),
    href: `${kind.href}/${encodeURIComponent(name)}`,
  }));
}
