import type { JsonObject } from "@/lib/json";
import { methodNotAllowed } from "../refusals";
import { findType } from "../resources/find";
import { get } from "../verbs/get";
import { list } from "../verbs/list";
import { json } from "./answer";
import type { Asked } from "./asked";
import { nextLink, parseListQuery } from "./list-query";
import type { Located } from "./locate";
import { show } from "./show";

/** GET of a collection: {value, count, nextLink}. */
export async function answerCollection(asked: Asked, located: Located & { kind: "collection" }): Promise<Response> {
  const { request, context, query, origin, url } = asked;
  const { resource, parentId, parentPath } = located;
  if (request.method !== "GET" && request.method !== "HEAD") throw methodNotAllowed(request.method, ["GET", "HEAD"]);
  const page = parseListQuery(query, resource.definition.filterable);
  const { documents, count } = await list(context, { resource, parentId }, page);
  const value = await Promise.all(
    documents.map((document) => show(document, { context, query, verb: "list", origin, parentPath })),
  );
  const body: JsonObject = { value, count };
  const next = nextLink(url, page, documents.length, count);
  if (next !== null) body.nextLink = next;
  return json(200, body);
}

/** The services of a resource group or a subscription: the one there is. */
export async function answerServices(asked: Asked): Promise<Response> {
  const { request, context, query, origin } = asked;
  if (request.method !== "GET") throw methodNotAllowed(request.method, ["GET"]);
  const resource = findType("service");
  if (resource === undefined) throw new Error("The kind 'service' is missing.");
  const document = await get(context, { resource, id: "/", name: "gatehouse", parentId: null });
  return json(200, { value: [await show(document, { context, query, verb: "list", origin, parentPath: null })] });
}
