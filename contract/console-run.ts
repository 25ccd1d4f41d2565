import type { Trace } from "./trace";

/**
 * What the portal's server tells while a request of the test console runs: lines of JSON, one frame each. `head` comes
 * once and before any `chunk`; `end` or `failed` is the last before `trace`, which comes when a trace was asked for.
 */
export type RunFrame =
  | { kind: "sent"; method: string; url: string; headers: RunHeader[]; body: string | null; startedAt: number }
  | { kind: "head"; status: number; reason: string; headers: RunHeader[]; afterMs: number }
  /** Part of the body, in the order in which it came. */
  | { kind: "chunk"; text: string; encoding: "text" | "base64"; afterMs: number }
  | { kind: "end"; bodyBytes: number; truncated: boolean; durationMs: number }
  | { kind: "failed"; code: string; message: string; durationMs: number }
  /** null: the gateway did not send one in time. */
  | { kind: "trace"; trace: Trace | null };

export interface RunHeader {
  name: string;
  value: string;
}

/** What is asked of an operation. Texts may hold {{name}}, which the environment fills in. */
export interface AskedRequest {
  /** "get", or "/apis/orders/operations/get" */
  operationId: string;
  /** Where the operation has another, or takes any. */
  method?: string;
  /** Instead of the operation's template: everything after the host. */
  path?: string;
  parameters?: Record<string, string>;
  headers?: RunHeader[];
  body?: string;
  bodyEncoding?: "text" | "base64";
  /** "master", or "/subscriptions/master" */
  subscriptionId?: string;
}

/** Body of POST console/run. */
export interface RunRequest extends AskedRequest {
  apiId: string;
  key?: string;
  /** Runs on the configuration as this draft would make it. */
  draft?: string;
  /** true when left out. */
  trace?: boolean;
  /** Name of an environment. */
  environment?: string;
}

/** Body of POST console/evaluate: an expression with or without @( ), and what it sees. */
export interface EvaluationRequest {
  expression: string;
  state: EvaluationState;
  /** By what the configuration would be with this draft. */
  draft?: string;
}

/** A step of a trace as it stood: what `context` holds when the expression is evaluated. All is optional. */
export interface EvaluationState {
  method?: string;
  /** Absolute: what context.Request.Url is. */
  url?: string;
  /** As the client sent it, where that differs: context.Request.OriginalUrl. */
  originalUrl?: string;
  headers?: RunHeader[];
  body?: string | null;
  clientAddress?: string;
  response?: { status: number; reason?: string; headers?: RunHeader[]; body?: string | null } | null;
  variables?: { name: string; value: string | null; type?: string }[];
  /** "/apis/orders" and so on, as a trace tells them: what else of `context` follows from them. */
  apiId?: string | null;
  operationId?: string | null;
  productId?: string | null;
  lastError?: { source: string; reason?: string | null; message: string; section?: string; path?: string } | null;
}

/** Answer of POST console/evaluate. */
export type Evaluation =
  | { ok: true; value: string /** A .NET name: "System.String"; null: the value is null. */; type: string | null }
  | { ok: false; problems: EvaluationProblem[] };

export interface EvaluationProblem {
  /** "CS1061"; "failed" for what went wrong while it ran. */
  code: string;
  message: string;
  /** From and to, in characters of the expression as it was sent; null where it ran. */
  start: number | null;
  end: number | null;
}

/** Properties of apis/{api}/savedRequests/{name}; one that has assertions is a test. */
export interface SavedRequestProperties extends AskedRequest {
  displayName: string;
  description?: string;
  /** "/environments/staging" */
  environmentId?: string;
  assertions?: Assertion[];
}

export type Assertion =
  /** Either `equals`, or `from` and `to`, both of which are within. */
  | { kind: "status"; equals?: number; from?: number; to?: number }
  | { kind: "header"; name: string; is: "exists" | "equals" | "contains" | "matches"; value?: string }
  | { kind: "body"; is: "equals" | "contains"; value: string }
  /** `path`: "$.items[0].id" or "/items/0/id"; `value`: JSON, or a text as it is. */
  | { kind: "json"; path: string; is: "exists" | "equals"; value?: string }
  /** What a variable of the policies is when the trace ends. */
  | { kind: "variable"; name: string; value: string }
  /** "choose[1]/when[2]" as a trace has it, or "inbound[1]/choose[1]/when[2]"; documentId: of this document only. */
  | { kind: "policy"; path: string; documentId?: string };

/** Properties of environments/{name}. A secret value is shown as "••••••••"; sent back like that it stays. */
export interface EnvironmentProperties {
  displayName: string;
  variables?: { name: string; value: string; secret?: boolean }[];
}

/** Body of POST apis/{api}/runTests. */
export interface TestRunRequest {
  draft?: string;
  /** Instead of what each request names. */
  environment?: string;
  /** Of saved requests; all that have assertions when left out. */
  names?: string[];
}

/** A line of what POST apis/{api}/runTests answers: one per test as it ends, and the coverage last. */
export type TestFrame = TestResult | { coverage: DocumentCoverage[] };

export interface TestResult {
  name: string;
  displayName: string;
  ok: boolean;
  failures: TestFailure[];
  /** null: no response came. */
  status: number | null;
  durationMs: number;
  traceId: string | null;
}

export interface TestFailure {
  /** null: the request could not be run at all, and `actual` says why. */
  assertion: Assertion | null;
  expected: string;
  actual: string;
}

export interface DocumentCoverage {
  /** Canonical: "/apis/orders/policies/policy". */
  documentId: string;
  /** Of the policy's text, SHA-256 in hexadecimal; it says whether the places still fit. */
  hash: string;
  /** Of the live document; null: the draft's. */
  revision: number | null;
  branches: CoveredBranch[];
}

export interface CoveredBranch {
  /** "inbound[1]/choose[1]/when[2]" */
  path: string;
  start: number;
  end: number;
  /** Of a branch of choose; null: what runs whenever its section does, or an otherwise. */
  condition: string | null;
  reached: boolean;
}

/** Answer of GET apis/{api}/testResults; null: none have been run. */
export interface TestResults {
  value: { ranAt: string; draft: string | null; results: TestResult[]; coverage: DocumentCoverage[] } | null;
}
