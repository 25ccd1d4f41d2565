/** Where a traced request's story is written; there is none for requests that nobody traces. */
export interface TraceSink {
  /** `source` is a policy or a step of the gateway; `data` is told as JSON, without any secret that is known. */
  note(source: string, data: TraceData): void;
  /** Of the policy that runs at this moment: stands with what is told of it anyway. */
  tell?(data: TraceData): void;
  /** A call on another's behalf, such as send-request, with what is noted inside it. */
  nested(source: string, data: TraceData): TraceSink;
  /** A secret that came up just now, such as a token: wherever it stands in the story, it is not told. */
  guard(secret: string): void;
}
export interface TraceData {
  readonly [name: string]: unknown;
}
