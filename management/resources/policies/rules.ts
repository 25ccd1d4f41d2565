import type { Rules } from "../behaviour";
import { scopeOfType } from "./scope";
import { placeOf, settleDocument } from "./settle-document";

export const rules: Rules = {
  async write(writing) {
    const scope = scopeOfType[writing.type];
    if (scope === undefined) throw new Error(`Policies have no scope at ${writing.type}.`);
    writing.name = "policy";
    const kind = writing.type === "apis/resolvers/policies" ? "resolver" : "policies";
    await settleDocument(writing, kind, scope, await placeOf(writing));
  },
};
