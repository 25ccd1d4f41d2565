import { serviceId } from "@/lib/service-id";
import type { Caller, Context } from "../context";
import type { Management } from "../current";
import { answerEndpoint } from "../endpoints/answer";
import { invalidResourceType, methodNotAllowed, unauthorized } from "../refusals";
import { readerOf } from "../verbs/reader";
import { finish, newRequestId, refused } from "./answer";
import { answerAction } from "./answer-action";
import { answerCollection, answerServices } from "./answer-collection";
import { answerDocument } from "./answer-document";
import { checkApiVersion } from "./api-version";
import type { Asked } from "./asked";
import { locate, typeText } from "./locate";
import { outerUrl } from "./outer-url";
import { parseUrlPath } from "./url-path";

/** The ARM REST door: HTTP in, a verb run, HTTP out. Every refusal is translated here and nowhere else. */
export async function handleArm(
  request: Request,
  management: Management,
  asking: Caller | null | Promise<Caller | null>,
): Promise<Response> {
  const requestId = newRequestId();
  const url = outerUrl(request);
  try {
    const caller = await asking;
    if (caller === null) throw unauthorized();
    return finish(await answer(request, url, management, caller), requestId, request);
  } catch (error) {
    return finish(refused(error, { requestId, method: request.method, path: url.pathname }), requestId, request);
  }
}

async function answer(request: Request, url: URL, management: Management, caller: Caller): Promise<Response> {
  const query = caseless(url.searchParams);
  const path = parseUrlPath(url.pathname);
  checkApiVersion(query);
  const draftId = query.get("draft");
  const context: Context = draftId ? { management, caller, draftId } : { management, caller };
  const asked: Asked = { request, context, url, query, origin: url.origin };
  if (path.kind === "services") return answerServices(asked);
  const { segments } = path;
  const located = await locate(segments, readerOf(context));
  if (located?.kind === "document") return answerDocument(asked, located);
  if (located?.kind === "collection") return answerCollection(asked, located);
  if (located?.kind === "action") return answerAction(asked, located);
  const endpoint = await answerEndpoint(asked, segments, url.origin + serviceId);
  if (endpoint instanceof Response) return endpoint;
  if (endpoint !== null) throw methodNotAllowed(request.method, endpoint.allow);
  throw invalidResourceType(typeText(segments));
}

/** Azure reads the names of query parameters without case. */
function caseless(given: URLSearchParams): URLSearchParams {
  const query = new URLSearchParams();
  for (const [name, value] of given) query.append(known.get(name.toLowerCase()) ?? name, value);
  return query;
}

const known = new Map(
  [
    "api-version",
    "$filter",
    "$top",
    "$skip",
    "$orderby",
    "draft",
    "format",
    "export",
    "deleteRevisions",
    "deleteSubscriptions",
    "expandApiVersionSet",
  ].map((name) => [name.toLowerCase(), name]),
);
