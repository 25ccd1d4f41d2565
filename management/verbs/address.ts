import type { ResourceType } from "../resources/find";

/** Which document a request is about. Made by the door, from a URL. */
export interface Address {
  readonly resource: ResourceType;
  /** Canonical: "/apis/orders/operations/get". */
  readonly id: string;
  /** The last segment as the client wrote it. */
  readonly name: string;
  readonly parentId: string | null;
}

/** Which documents a list is about. */
export interface CollectionAddress {
  readonly resource: ResourceType;
  /** "/" for what hangs below the service. */
  readonly parentId: string;
}
