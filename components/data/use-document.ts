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
  {
    enabled = true,
    query,
    draft = null,
  }: { enabled?: boolean; query?: Readonly<Record<string, string>>; draft?: string | null } = {},
) =>
  useQuery<Document, ArmError>({
    queryKey: queryKeys.document(queryKeys.drafted(path, draft)),
    queryFn: ({ signal }) =>
      ask<Resource>(path, { signal, query: { ...query, draft: draft ?? undefined } }).then(asDocument),
    enabled,
  });

/** What a write answered is what a read would now. Every list and every history may have changed with it. */
export async function noteWritten(
  client: QueryClient,
  path: string,
  answer: Answer<Resource>,
  draft: string | null = null,
): Promise<void> {
  const key = queryKeys.document(queryKeys.drafted(path, draft));
  if (answer.body !== null) client.setQueryData(key, asDocument(answer));
  const own = JSON.stringify(key);
  await client.invalidateQueries({
    queryKey: queryKeys.everything,
    predicate: (query) => answer.body === null || JSON.stringify(query.queryKey) !== own,
  });
}
