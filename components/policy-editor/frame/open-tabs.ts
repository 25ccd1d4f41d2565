const channelName = "gatehouse-unsaved";
const answerWithinMs = 150;

type Message = { kind: "who"; document: string; asker: string } | { kind: "me"; document: string; tab: string };

/** This page of the browser, for as long as it is loaded. */
export const thisTab: string = globalThis.crypto?.randomUUID?.() ?? String(Math.random());

/** Tells other tabs, while they ask, that this one has the document open; the answer is how to stop. */
export function holdOpen(document: string, tab = thisTab): () => void {
  if (typeof BroadcastChannel === "undefined") return () => {};
  const channel = new BroadcastChannel(channelName);
  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if (data.kind !== "who" || data.document !== document || data.asker === tab) return;
    channel.postMessage({ kind: "me", document, tab } satisfies Message);
  };
  return () => channel.close();
}

/** The other tabs that have the document open now; their unsaved work is theirs. */
export async function askWhoHolds(document: string, asker = thisTab): Promise<ReadonlySet<string>> {
  if (typeof BroadcastChannel === "undefined") return new Set();
  const channel = new BroadcastChannel(channelName);
  const held = new Set<string>();
  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if (data.kind === "me" && data.document === document) held.add(data.tab);
  };
  channel.postMessage({ kind: "who", document, asker } satisfies Message);
  await new Promise((resolve) => setTimeout(resolve, answerWithinMs));
  channel.close();
  return held;
}
