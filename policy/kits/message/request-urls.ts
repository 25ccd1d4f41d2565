import type { RequestMessage, Target } from "@/policy/exchange";
import { UrlView } from "./url-view";

type Original = Pick<RequestMessage, "scheme" | "hostName" | "port" | "path" | "query">;

export function originalUrl({ request }: { readonly request: Original }): UrlView {
  return new UrlView(request.scheme, request.hostName, request.port, request.path, request.query);
}

/** Where the request will go: the client's own host as long as nothing names a backend. */
export function requestUrl({
  request,
  target,
}: {
  readonly request: Original;
  readonly target: Readonly<Pick<Target, "baseUrl" | "path" | "query">>;
}): UrlView {
  const base = target.baseUrl === null ? null : UrlView.parse(target.baseUrl);
  if (base !== null) return base.joined(target.path, target.query);
  return new UrlView(request.scheme, request.hostName, request.port, target.path || "/", target.query);
}
