"use client";

import { useFirstOf } from "../data/use-collection";
import { useDocument } from "../data/use-document";
import { FailurePanel } from "../resources/failure";
import { Skeleton } from "../ui/skeleton";
import { PolicyText } from "./policy-text";

/** The policy of a scope as XML text; the server's own checks say what is wrong with it, and where. */
export function PolicyTab({ owner }: { owner: string }) {
  const collection = `${owner === "/" ? "" : owner}/policies`;
  const path = `${collection}/policy`;
  // A scope without a policy is no mistake, so it is asked for in a way that has an answer.
  const held = useFirstOf(collection);
  const exists = held.data === undefined ? undefined : held.data.count > 0;
  const { data, error, refetch } = useDocument(path, { query: { format: "rawxml" }, enabled: exists === true });
  if (exists === false) return <PolicyText path={path} document={null} />;
  const failure = held.error ?? error;
  if (failure !== null) {
    return (
      <FailurePanel
        error={failure}
        where={path}
        onRetry={() => void (held.error === null ? refetch() : held.refetch())}
      />
    );
  }
  if (data === undefined) return <Skeleton className="h-80" />;
  return <PolicyText key={data.etag} path={path} document={data} />;
}
