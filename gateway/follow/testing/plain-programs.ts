import type { GatewayDocument } from "@/contract/documents";
import { ChangeRefused, type Program, type ProgramChange } from "@/gateway/program/program";
import type { Programs } from "../configuration";

/**
 * Programs that hold their documents and do nothing with them, for tests of what is put into them and when. A fragment
 * whose value is "unfit" cannot be run.
 */
export const plainPrograms: Programs = {
  build: (documents, revision) =>
    programOf(new Map([...documents].map((document) => [document.id, document])), revision),
  apply: (program, { revision, put, remove }: ProgramChange) => {
    const documents = new Map(program.documents);
    for (const id of remove) documents.delete(id);
    for (const document of put) documents.set(document.id, document);
    return programOf(documents, revision);
  },
};

function programOf(documents: Map<string, GatewayDocument>, revision: number): Program {
  for (const document of documents.values()) {
    if (document.type === "policyFragments" && document.properties.value === "unfit") {
      throw new ChangeRefused(`${document.id} cannot be run.`);
    }
  }
  return { revision, documents } as unknown as Program;
}

/** A document whose content is one text. */
export const fragment = (name: string, value: string): GatewayDocument => ({
  id: `/policyfragments/${name}`,
  name,
  type: "policyFragments",
  properties: { value },
});

/** What a program holds, as name -> value. */
export function valuesOf(program: Program | null): Record<string, string> {
  return Object.fromEntries(
    [...(program?.documents ?? [])].map(([, document]) => [
      document.name,
      document.type === "policyFragments" ? document.properties.value : "",
    ]),
  );
}
