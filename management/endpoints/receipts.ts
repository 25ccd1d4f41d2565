import { z } from "zod";
import { badRequest } from "../refusals";
import { defineEndpoint } from "./define";

const revisionParameter = z.coerce.number().int().min(0);
const topParameter = z.coerce.number().int().min(1).max(1000);

/** What gateways answered: which revision was live where, and how soon. */
export const receipts = [
  defineEndpoint({
    method: "GET",
    path: "receipts",
    role: "reader",
    summary: "Lists receipts, newest first; revision=, node= and $top narrow them.",
    async handle({ context, query }) {
      const { publish, store } = context.management;
      const revision = revisionParameter.optional().safeParse(query.get("revision") ?? undefined);
      if (!revision.success) {
        throw badRequest("InvalidQueryParameter", "revision", "revision must be a whole number from 0 on.");
      }
      const top = topParameter.safeParse(query.get("$top") ?? 100);
      if (!top.success) {
        throw badRequest("InvalidQueryParameter", "$top", "$top must be a whole number from 1 to 1000.");
      }
      // Receipts are written behind; asking for the nodes waits for those that have come in.
      await publish.nodes();
      const node = query.get("node") ?? undefined;
      const rows = await store.nodes.receipts({ revision: revision.data, node, top: top.data });
      const value = rows.map((row) => ({ ...row, at: row.at.toISOString() }));
      return { status: 200, body: { value, count: value.length } };
    },
  }),
] as const;
