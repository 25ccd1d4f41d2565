import { defineEndpoint } from "./define";
import { pageOf } from "./page";

/** Where a document is used. */
export const usedBy = [
  defineEndpoint({
    method: "GET",
    path: "{document}/usedBy",
    role: "reader",
    summary:
      "Lists what refers to a document, or to anything below it, from outside: as long as something does, it cannot " +
      "be deleted. $top and $skip page.",
    async handle(request) {
      const documentId = request.parameters.document ?? "/";
      const users = await request.context.management.store.usedBy(documentId);
      const path = documentId === "/" ? "usedBy" : `${documentId.slice(1)}/usedBy`;
      return { status: 200, body: pageOf(users, ({ from, to }) => ({ from, to }), request, path) };
    },
  }),
] as const;
