import type { RunFrame, RunHeader, RunRequest } from "@/contract/console-run";
import type { Trace } from "@/contract/trace";

export interface Chunk {
  text: string;
  encoding: "text" | "base64";
  afterMs: number;
}

/** One request of the console, and all that has been told of it so far. */
export interface ConsoleRun {
  id: string;
  request: RunRequest;
  state: "running" | "done" | "failed" | "stopped";
  sent: { method: string; url: string; headers: RunHeader[]; body: string | null; startedAt: number } | null;
  head: { status: number; reason: string; headers: RunHeader[]; afterMs: number } | null;
  chunks: readonly Chunk[];
  bodyBytes: number | null;
  truncated: boolean;
  durationMs: number | null;
  failure: { code: string; message: string; status?: number } | null;
  /** undefined: not told yet; null: there is none. */
  trace: Trace | null | undefined;
}

export const newRun = (id: string, request: RunRequest): ConsoleRun => ({
  id,
  request,
  state: "running",
  sent: null,
  head: null,
  chunks: [],
  bodyBytes: null,
  truncated: false,
  durationMs: null,
  failure: null,
  trace: undefined,
});

export function withFrame(run: ConsoleRun, frame: RunFrame): ConsoleRun {
  switch (frame.kind) {
    case "sent": {
      const { kind: _, ...sent } = frame;
      return { ...run, sent };
    }
    case "head": {
      const { kind: _, ...head } = frame;
      return { ...run, head };
    }
    case "chunk": {
      const { kind: _, ...chunk } = frame;
      return { ...run, chunks: [...run.chunks, chunk] };
    }
    case "end": {
      const { bodyBytes, truncated, durationMs } = frame;
      return { ...run, state: "done", bodyBytes, truncated, durationMs };
    }
    case "failed": {
      const { code, message, durationMs } = frame;
      return { ...run, state: "failed", failure: { code, message }, durationMs };
    }
    case "trace":
      return { ...run, trace: frame.trace };
    default:
      // What a newer server tells besides.
      return run;
  }
}

/** Nothing more will come of it. */
export function ended(run: ConsoleRun, how?: "stopped"): ConsoleRun {
  const state = run.state !== "running" ? run.state : (how ?? "failed");
  const failure = state === "failed" && run.failure === null ? { code: "ConnectionLost", message: "" } : run.failure;
  return { ...run, state, failure, trace: run.trace === undefined ? null : run.trace };
}

/** A call waits for the answer, a trace or both. */
export const isGoing = ({ state, trace }: ConsoleRun): boolean => state === "running" || trace === undefined;

/** All of the body that came; null: it is not text. */
export function bodyText({ chunks }: Pick<ConsoleRun, "chunks">): string | null {
  if (chunks.some(({ encoding }) => encoding === "base64")) return null;
  return chunks.map(({ text }) => text).join("");
}

/** The bytes that came. */
export function bodyBytes({ chunks }: Pick<ConsoleRun, "chunks">): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const parts = chunks.map(({ text, encoding }) =>
    encoding === "text" ? encoder.encode(text) : Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)),
  );
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

export function headerOf(headers: readonly RunHeader[], name: string): string | null {
  return headers.find((header) => header.name.toLowerCase() === name)?.value ?? null;
}
