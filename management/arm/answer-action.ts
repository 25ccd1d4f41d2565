import { methodNotAllowed } from "../refusals";
import { act } from "../verbs/act";
import { empty, json } from "./answer";
import type { Asked } from "./asked";
import { preconditionsOf } from "./etag";
import type { Located } from "./locate";
import { readBody } from "./read-body";
import { show } from "./show";

/** POST of an action: namedValues/{id}/listValue. */
export async function answerAction(asked: Asked, located: Located & { kind: "action" }): Promise<Response> {
  const { request, context, query, origin } = asked;
  const action = located.actions.find(({ method }) => (method ?? "POST") === request.method);
  if (action === undefined) {
    throw methodNotAllowed(
      request.method,
      located.actions.map(({ method }) => method ?? "POST"),
    );
  }
  const preconditions = preconditionsOf(request.headers);
  // A GET's If-None-Match asks for 304, which these answers do not know.
  if (request.method === "GET") delete preconditions.noneMatch;
  const body = request.method === "GET" ? undefined : await readBody(request);
  const answer = await act(context, located.address, action, {
    query,
    preconditions,
    body,
    origin,
    show: (document) => show(document, { context, query, verb: "get", origin, parentPath: located.parentPath }),
  });
  return answer.body === undefined
    ? empty(answer.status, answer.headers)
    : json(answer.status, answer.body, answer.headers);
}
