import { armUrl } from "./arm-client";

export interface LiveNode {
  name: string;
  connected: boolean;
  revision: number;
  lag: number;
  latencyMs: number | null;
  refused: string | null;
  /** URLs at which it takes traffic. */
  addresses?: readonly string[];
}

export interface Live {
  connection: "connecting" | "open" | "lost";
  /** The newest revision that was committed. */
  revision: number | null;
  nodes: readonly LiveNode[];
}

const listeners = new Set<() => void>();
const atFirst: Live = { connection: "connecting", revision: null, nodes: [] };
let state = atFirst;
let source: EventSource | null = null;

function change(next: Partial<Live>): void {
  state = { ...state, ...next };
  for (const listener of listeners) listener();
}

function open(): void {
  source = new EventSource(armUrl("/live"));
  source.onopen = () => change({ connection: "open" });
  source.onerror = () => change({ connection: "lost" });
  const read = (event: MessageEvent<string>) => {
    const { revision, nodes } = JSON.parse(event.data) as { revision: number; nodes: LiveNode[] };
    change({ connection: "open", revision, nodes });
  };
  source.onmessage = read;
  source.addEventListener("status", read);
}

/** The state of publishing, streamed from the portal while anything on the page looks at it. */
export const live = {
  current: (): Live => state,
  atFirst: (): Live => atFirst,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    if (source === null) open();
    return () => {
      listeners.delete(listener);
      if (listeners.size > 0) return;
      source?.close();
      source = null;
      state = atFirst;
    };
  },
};
