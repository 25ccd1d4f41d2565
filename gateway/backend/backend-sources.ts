import type { BackendDocument, CertificateDocument } from "@/contract/documents";

/** What forwarding needs of a program; a program is one of these. Each map keeps its identity while it is unchanged. */
export interface BackendSources {
  readonly backends: ReadonlyMap<string, BackendDocument>;
  readonly certificates: ReadonlyMap<string, CertificateDocument>;
  /** Puts named values in the place of {{name}}; keeps its identity while they are unchanged. Throws when one is absent. */
  readonly resolveNamedValues: (text: string) => string;
}
