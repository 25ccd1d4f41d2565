import { methodNotAllowed } from "../refusals";
import type { ResourceDefinition } from "../resources/define";
import type { StoredDocument } from "../store/store";
import { get } from "../verbs/get";
import { patch } from "../verbs/patch";
import { put } from "../verbs/put";
import { remove } from "../verbs/remove";
import { empty, json } from "./answer";
import type { Asked } from "./asked";
import { etagOf, preconditionsOf } from "./etag";
import { type Located, parentPathOf } from "./locate";
import { readBody } from "./read-body";
import { show } from "./show";

/** GET, HEAD, PUT, PATCH and DELETE of one document. */
export async function answerDocument(asked: Asked, located: Located & { kind: "document" }): Promise<Response> {
  const { request, context, query, origin } = asked;
  const { address, path } = located;
  const { definition } = address.resource;
  const method = request.method;
  if (!methodsOf(definition).includes(method)) throw methodNotAllowed(method, methodsOf(definition));
  const preconditions = preconditionsOf(request.headers);
  const parentPath = parentPathOf(path);
  const shown = (document: StoredDocument, verb: "get" | "put" | "patch") =>
    show(document, { context, query, verb, origin, parentPath });

  if (method === "GET" || method === "HEAD") {
    const document = await get(context, address);
    const etag = { etag: etagOf(document.revision) };
    const { noneMatch } = preconditions;
    if (noneMatch === "*" || noneMatch?.includes(document.revision)) return empty(304, etag);
    if (method === "HEAD") return empty(definition.headStatus ?? 200, etag);
    return json(200, await shown(document, "get"), etag);
  }
  if (method === "DELETE") {
    const { removed, revision } = await remove(context, address, { query, preconditions });
    return empty(removed ? 200 : 204, atRevision(revision));
  }
  const body = await readBody(request);
  const verb = method === "PUT" ? "put" : "patch";
  const written = await (verb === "put" ? put : patch)(context, address, { body, query, preconditions });
  return json(written.created ? 201 : 200, await shown(written.document, verb), {
    etag: etagOf(written.document.revision),
    ...atRevision(written.revision),
  });
}

/** Tells when gateways have what was written; nothing when nothing was published. */
const atRevision = (revision: number | null): Record<string, string> =>
  revision === null ? {} : { "gatehouse-revision": String(revision) };

/** What a kind's definition lets one do with a document of it. */
export function methodsOf(definition: ResourceDefinition): string[] {
  return [
    "GET",
    "HEAD",
    ...(definition.create === null ? [] : ["PUT"]),
    ...(definition.update === null ? [] : ["PATCH"]),
    ...(definition.permanent ? [] : ["DELETE"]),
  ];
}
