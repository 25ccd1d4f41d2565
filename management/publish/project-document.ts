import type { GatewayDocument } from "@/contract/documents";
import type { Behaviour, Installation, Reader } from "../resources/behaviour";
import { behaviours } from "../resources/behaviours";
import { definitions } from "../resources/definitions";
import { openProperties } from "../resources/secret-fields";
import type { Store, StoredDocument } from "../store/store";

export interface Projector {
  /** Whether gateways are ever told of documents of this type. */
  knows(type: string): boolean;
  /** What they are told of this one; null when nothing. */
  project(document: StoredDocument): Promise<GatewayDocument | null>;
}
export type ProjectionTrouble = (document: { id: string; type: string }, error: unknown) => void;

const projections = new Map(
  definitions.flatMap(({ kind, types }) => {
    const { project } = behaviours[kind] as Behaviour;
    return project === undefined ? [] : types.map((type) => [type as string, project] as const);
  }),
);

/** A change tells anew what it changed and nothing more, so a projection that looked elsewhere would grow stale. */
const nothingElse: Reader = {
  read: () => Promise.reject(new Error("A projection is made of its own document only.")),
  list: () => Promise.reject(new Error("A projection is made of its own document only.")),
};

/**
 * Projects by the document's kind; secrets are in clear from here on. A document that its kind fails on is left out
 * rather than served as it was, and does not keep the rest from being published.
 */
export function projectWith(store: Store, installation: Installation, onTrouble: ProjectionTrouble): Projector {
  return {
    knows: (type) => projections.has(type),
    project: async (document) => {
      const project = projections.get(document.type);
      if (project === undefined) return null;
      try {
        const properties = await openProperties(document.properties, (ids) => store.openSecrets(ids));
        return await project({ document, properties, installation, read: nothingElse });
      } catch (error) {
        // Is it the store that fails? Then this throws too, and all is tried again later.
        await store.revision();
        onTrouble(document, error);
        return null;
      }
    },
  };
}
