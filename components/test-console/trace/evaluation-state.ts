import type { EvaluationState } from "@/contract/console-run";
import { isUnread, type TracedState } from "./state-at";

/** A step's state as an expression sees it. */
export function evaluationState(state: TracedState): EvaluationState {
  const { request, response, target, variables, types, lastError } = state;
  const known = (body: string | null) => (body === null || isUnread(body) ? null : body);
  const lines = (headers: ReadonlyMap<string, string>) => [...headers].map(([name, value]) => ({ name, value }));
  const [, code = "", reason = ""] = /^(\d{3})\s*(.*)$/.exec(response?.status ?? "") ?? [];
  return {
    method: request.method,
    url: presentUrl(request.url, target.url),
    originalUrl: request.url,
    headers: lines(request.headers),
    body: known(request.body),
    clientAddress: request.clientAddress,
    response:
      response === null
        ? null
        : { status: Number(code) || 0, reason, headers: lines(response.headers), body: known(response.body) },
    variables: [...variables].map(([name, value]) => {
      const type = types.get(name);
      // What has no type is null, which a trace writes as a word.
      return type === undefined ? { name, value: value === "null" ? null : value } : { name, value, type };
    }),
    apiId: state.api,
    operationId: state.operation,
    productId: state.product,
    lastError,
  };
}

/** context.Request.Url is where the request will go, on the client's own host as long as nothing names a backend. */
function presentUrl(requested: string, target: string | null): string {
  if (target === null || target === "") return requested;
  return URL.canParse(target, requested) ? new URL(target, requested).href : requested;
}
