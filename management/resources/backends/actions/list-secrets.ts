import type { Action } from "../../behaviour";

/** What a GET masks: Azure has no such verb because its GET hides nothing. */
export const listSecrets: Action = {
  name: "listSecrets",
  role: "editor",
  summary: "The credentials of a backend and of its proxy, in the clear",
  async handle({ reveal }) {
    const { credentials, proxy } = await reveal();
    return { status: 200, body: { credentials: credentials ?? null, proxy: proxy ?? null } };
  },
};
