import type { Database } from "./database";
import type { Actor, AuditRow, IdentityRows } from "./store";

/** Who signed in, who looked at a secret: what is worth keeping and is no change. */
export function auditRows(database: Database): Pick<IdentityRows, "audit" | "auditTrail"> {
  return {
    audit: async ({ at, actor, action, subject, address }) => {
      const data = { at, actorKind: actor.kind, actorId: actor.id, actorName: actor.name, action, subject, address };
      await database.write((write) => write.audit.create({ data }));
    },
    auditTrail: async ({ top, before }) => {
      const rows = await database.client.audit.findMany({
        where: { at: before === undefined ? undefined : { lt: before } },
        orderBy: [{ at: "desc" }, { id: "desc" }],
        take: top,
      });
      return rows.map(
        (row): AuditRow => ({
          at: row.at,
          actor: { kind: row.actorKind as Actor["kind"], id: row.actorId, name: row.actorName },
          action: row.action,
          subject: row.subject,
          address: row.address,
        }),
      );
    },
  };
}
