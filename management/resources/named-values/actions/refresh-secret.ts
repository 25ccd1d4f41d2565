import { badRequest } from "../../../refusals";
import { isObject } from "../../../verbs/json-shape";
import type { Action } from "../../behaviour";
import { noVault } from "../../key-vault";

export const refreshSecret: Action = {
  name: "refreshSecret",
  role: "editor",
  summary: "Read the value from its key vault again",
  async handle({ document, update, show }) {
    if (!isObject(document.properties.keyVault)) {
      throw badRequest(
        "NotFromKeyVault",
        "keyVault",
        `The named value '${document.name}' does not come from a key vault.`,
      );
    }
    const refreshed = await update(`Refresh named value ${document.name}`, (properties) => ({
      ...properties,
      keyVault: { ...(isObject(properties.keyVault) ? properties.keyVault : {}), lastStatus: noVault(new Date()) },
    }));
    return { status: 200, body: await show(refreshed) };
  },
};
