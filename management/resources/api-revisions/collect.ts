import { readRevisions } from "../apis/read-revisions";
import type { Collect } from "../behaviour";

/** The API's documents, standing where ARM shows revisions. */
export const collect: Collect = async ({ parentId, list, read }) => {
  const { documents, count } = await readRevisions(read, parentId ?? "/", list);
  const shown = documents.map((api) => {
    const revision = String(api.properties.apiRevision).toLowerCase();
    return { ...api, id: `${parentId}/revisions/${revision}`, type: "apis/revisions", parentId };
  });
  return { documents: shown, count };
};
