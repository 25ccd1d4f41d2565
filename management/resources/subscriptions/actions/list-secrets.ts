import type { Action } from "../../behaviour";

export const listSecrets: Action = {
  name: "listSecrets",
  role: "editor",
  summary: "Shows the subscription's keys; the audit trail notes who asked.",
  async handle({ reveal }) {
    const { primaryKey, secondaryKey } = await reveal();
    return { status: 200, body: { primaryKey: primaryKey ?? null, secondaryKey: secondaryKey ?? null } };
  },
};
