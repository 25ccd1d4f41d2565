import { z } from "zod";
import { badRequest } from "../refusals";
import type { AuditRow } from "../store/store";
import { defineEndpoint } from "./define";

const topParameter = z.coerce.number().int().min(1).max(1000);
const beforeParameter = z.iso.datetime({ offset: true });

/** Who signed in, was refused, saw a secret, changed people or tokens. Changes of configuration are in the log instead. */
export const auditTrail = [
  defineEndpoint({
    method: "GET",
    path: "auditTrail",
    role: "owner",
    summary: "Lists what people did, newest first, a page at a time ($top, before).",
    async handle({ context, query, serviceUrl }) {
      const top = topParameter.safeParse(query.get("$top") ?? 100);
      if (!top.success)
        throw badRequest("InvalidQueryParameter", "$top", "$top must be a whole number from 1 to 1000.");
      const before = beforeParameter.optional().safeParse(query.get("before") ?? undefined);
      if (!before.success)
        throw badRequest("InvalidQueryParameter", "before", "before must be a time such as 2030-01-31T12:00:00Z.");
      const rows = await context.management.store.identity.auditTrail({
        top: top.data + 1,
        before: before.data === undefined ? undefined : new Date(before.data),
      });
      const page = pageOf(rows, top.data);
      const more = new URLSearchParams({ "api-version": query.get("api-version") ?? "", $top: String(top.data) });
      more.set("before", page.at(-1)?.at.toISOString() ?? "");
      const nextLink = rows.length > page.length && page.length > 0 ? `${serviceUrl}/auditTrail?${more}` : null;
      return { status: 200, body: { value: page.map(shown), nextLink } };
    },
  }),
] as const;

/** The next page begins before a time, so a page never ends between two rows of one millisecond. */
function pageOf(rows: AuditRow[], top: number): AuditRow[] {
  const beyond = rows[top];
  if (beyond === undefined) return rows;
  const page = rows.slice(0, top).filter((row) => row.at.getTime() !== beyond.at.getTime());
  return page.length > 0 ? page : rows;
}

const shown = ({ at, actor, action, subject, address }: AuditRow) => ({
  at: at.toISOString(),
  actor: { ...actor },
  action,
  subject,
  address,
});
