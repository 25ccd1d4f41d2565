"use client";

import { useFirstOf } from "../data/use-collection";
import { useDocument } from "../data/use-document";
import { FailurePanel } from "../resources/failure";
import { Skeleton } from "../ui/skeleton";
import { PolicyText } from "./policy-text";

/** The policy of a scope as XML text; the server's own checks say what is wrong with it, and where. */
export function PolicyTab({ owner }: { owner: string }) {
  const path = `${owner === "/" ? "" : owner}/policies/policy`;
  // Most scopes have none: asking the list first spares each of them a request that fails.
  const policies = useFirstOf(path.slice(0, path.lastIndexOf("/")), { top: 1 });
  const isThere = policies.data !== undefined && policies.data.value.length > 0;
  const { data, error, refetch } = useDocument(path, { query: { format: "rawxml" }, enabled: isThere });
  if (policies.data?.value.length === 0 || error?.isAbsent) return <PolicyText path={path} document={null} />;
  if (policies.error !== null)
    return <FailurePanel error={policies.error} where={path} onRetry={() => void policies.refetch()} />;
  if (error !== null) return <FailurePanel error={error} where={path} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton className="h-80" />;
  return <PolicyText key={data.etag} path={path} document={data} />;
}
