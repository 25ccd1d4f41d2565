import type { Action } from "../../behaviour";

export const listKeys: Action = {
  name: "listKeys",
  role: "editor",
  summary: "Shows the gateway's keys; the audit trail notes who asked.",
  async handle({ reveal }) {
    const { primaryKey, secondaryKey } = await reveal();
    return { status: 200, body: { primary: primaryKey ?? null, secondary: secondaryKey ?? null } };
  },
};
