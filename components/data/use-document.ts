"use client";

import { type QueryClient, useQuery } from "@tanstack/react-query";
import { type Answer, ask } from "./arm-client";
import type { ArmError } from "./arm-error";
import { queryKeys } from "./query-keys";
import type { Resource } from "./resource";

export interface Document {
  resource: Resource;
  etag: string | null;
  revision: number | null;
}

const asDocument = ({ body, etag, revision }: Answer<Resource>): Document => ({ resource: body, etag, revision });

export const readDocument = async (path: string, query?: Readonly<Record<string, string>>): Promise<Document> =>
  asDocument(await ask<Resource>(path, { query }));

export const useDocument = (
  path: string,
  { enabled = true, query }: { enabled?: boolean; query?: Readonly<Record<string, string>> } = {},
) =>
  useQuery<Document, ArmError>({
    queryKey: queryKeys.document(path),
    queryFn: ({ signal }) => ask<Resource>(path, { signal, query }).then(asDocument),
    enabled,
  });

/** What a write answered is what a read would now. Every list and every history may have changed with it. */
export async function noteWritten(client: QueryClient, path: string, answer: Answer<Resource>): Promise<void> {
  if (answer.body !== null) client.setQueryData(queryKeys.document(path), asDocument(answer));
  const own = JSON.stringify(queryKeys.document(path));
  await client.invalidateQueries({
    queryKey: queryKeys.everything,
    predicate: (query) => answer.body === null || JSON.stringify(query.queryKey) !== own,
  });
}
