import type { Program } from "@/gateway/program/program";
import type { DocumentsMessage } from "./messages";

/** What a worker is told that has nothing yet. */
export const wholeProgram = ({ revision, documents }: Program): DocumentsMessage => ({
  kind: "documents",
  revision,
  isWhole: true,
  put: Array.from(documents, ([, document]) => document),
  remove: [],
});

/** Documents that stay the same are the same objects in both. */
export function programChanges(before: Program, after: Program): DocumentsMessage {
  const put = Array.from(after.documents, ([, document]) => document).filter(
    (document) => before.documents.get(document.id) !== document,
  );
  const remove = Array.from(before.documents, ([id]) => id).filter((id) => after.documents.get(id) === undefined);
  return { kind: "documents", revision: after.revision, isWhole: false, put, remove };
}
