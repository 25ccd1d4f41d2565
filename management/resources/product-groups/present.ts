import type { Present } from "../behaviour";
import { groupContract } from "../groups/present";
import { linkedIn } from "../linked";

export const present: Present = async ({ document, resource, read }) => {
  const group = await read.read(linkedIn("groups", document.id));
  return { ...resource, properties: groupContract(group?.properties ?? {}) };
};
