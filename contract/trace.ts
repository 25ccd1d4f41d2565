import type { Section } from "@/policy/exchange";

/** The story of one request, in the shape in which APIM tells it, with what it leaves out: place, duration, what was changed. */
export interface Trace {
  traceId: string;
  traceEntries: Partial<Record<Section, TraceEntry[]>>;
}

export interface TraceEntry {
  /** A policy's element, or a step of the gateway: "api-inspector", "forward-request". */
  source: string;
  /** ISO 8601, with its fraction. */
  timestamp: string;
  /** Since the request was received: "00:00:00.0725926". */
  elapsed: string;
  /** How long it took; absent for what is only a note. */
  durationMs?: number;
  /** Of a choose: `branch`, "when[2]" or "otherwise[1]", also where nothing stands in it; null: none was taken. */
  data: { [name: string]: unknown };
  /** Where in the configuration it is written; absent for the gateway's own steps. Of "error": what failed. */
  place?: TracePlace;
  changes?: TraceChange[];
  error?: { source: string; reason: string | null; message: string };
  /** What happened inside it, in its order. */
  entries?: TraceEntry[];
}

export interface TracePlace {
  scope: "global" | "product" | "api" | "operation";
  /** The policy's or the fragment's document. */
  documentId: string;
  /** "choose[1]/when[2]/set-header[1]" */
  path: string;
  /** From and to, in characters of the document. */
  start: number;
  end: number;
}

/** What a step made different; null: it was not there. */
export interface TraceChange {
  what: "request" | "response" | "variable" | "target";
  name: string;
  before: string | null;
  after: string | null;
  /** Of a variable that is there: the .NET name of its type, "System.Int32". */
  type?: string;
}

/** Parts of a debug token: what it is for, and until when. */
export interface DebugGrant {
  /** Canonical, without a revision: "/apis/orders". */
  apiId: string;
  expiresAt: number;
}

/** "aid=<api>&p=<purposes>&ex=<ms since the epoch>&sn=<Ed25519 signature, base64url>": the text before "&sn=" is signed. */
export const debugTokenText = ({ apiId, expiresAt }: DebugGrant): string =>
  `aid=${encodeURIComponent(apiId)}&p=tracing&ex=${expiresAt}`;

export const debugHeaders = {
  authorization: "Apim-Debug-Authorization",
  traceId: "Apim-Trace-Id",
  expired: "Apim-Debug-Authorization-Expired",
  wrongApi: "Apim-Debug-Authorization-WrongAPI",
} as const;

export const maxTraceBytes = 900_000;
