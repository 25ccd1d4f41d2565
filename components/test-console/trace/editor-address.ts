import { policyHref } from "../../policy-editor/chain/policy-href";

/** Whom a policy document belongs to: "/", "/apis/x", "/policyFragments/x". */
export function ownerOf(documentId: string): string {
  const owner = documentId.replace(/\/policies\/[^/]+$/, "").replace(/^\/policyfragments\//i, "/policyFragments/");
  return owner === "" ? "/" : owner;
}

/** Where a place of the configuration is edited. */
export const editorAddress = (documentId: string, offset: number | null, draft: string | null): string =>
  policyHref(ownerOf(documentId), { draft, ...(offset === null ? {} : { offset }) });

/** "cx-shop / list-items": the names in a document's id, short enough for a line. */
export function documentName(documentId: string): string {
  const parts = ownerOf(documentId).split("/").filter(Boolean);
  return parts.filter((_, at) => at % 2 === 1).join(" / ");
}
