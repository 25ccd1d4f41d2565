import type { Rules } from "../behaviour";

export const rules: Rules = {
  async write({ id, properties, parentId, tx, refuse }) {
    if (parentId === null) return;
    const { documents } = await tx.list({ type: "apis/resolvers", parentId });
    const other = documents.find((each) => each.id !== id && each.properties.path === properties.path);
    if (other !== undefined)
      refuse("path", `The field ${String(properties.path)} has a resolver already: ${other.name}.`);
  },
};
