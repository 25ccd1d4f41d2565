import type { ScopeName } from "./exchange";
import type { Span } from "./xml/nodes";

/** One policy of an effective section: `<base/>` and fragments are resolved, named values put in, comments gone. */
export interface PolicyNode {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly PolicyNode[];
  /** The text directly inside. */
  readonly text: string;
  readonly origin: Origin;
  /** A named value that this node uses and that cannot be read: it must not run without it. */
  readonly unreadable: string | null;
}

export interface Origin {
  readonly scope: ScopeName;
  /** The document it is written in: a policy's or a fragment's. */
  readonly documentId: string;
  readonly span: Span;
  /** For context.LastError: "choose[1]/when[2]/set-header[1]", counted among siblings of one name, from 1. */
  readonly path: string;
}
