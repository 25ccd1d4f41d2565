import { conflict } from "../../refusals";
import type { Rules } from "../behaviour";

export const rules: Rules = {
  write(writing) {
    const { properties, before } = writing;
    const builtIn = before?.properties.builtIn === true;
    const type = properties.type ?? before?.properties.type ?? "custom";
    if (builtIn && (type !== "system" || properties.displayName !== before?.properties.displayName)) {
      writing.refuse("displayName", "A built-in group keeps its name and its type.");
    }
    if (!builtIn && type === "system") writing.refuse("type", "Only the built-in groups are of the type system.");
    if (type === "external" && typeof properties.externalId !== "string") {
      writing.refuse("externalId", "Is required for a group of the type external.");
    }
    writing.properties = { ...properties, type, builtIn };
    if (properties.externalId === null) delete writing.properties.externalId;
  },

  async remove({ document, tx }) {
    if (document.properties.builtIn === true) {
      throw conflict(`The built-in group '${document.properties.displayName}' cannot be deleted.`);
    }
    for (const { from, to } of await tx.usedBy(document.id)) {
      if (to === document.id && from.startsWith("/products/")) await tx.remove(from);
    }
  },
};
