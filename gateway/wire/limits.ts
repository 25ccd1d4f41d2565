/** What one client, one request and one wait may cost. */
export interface Limits {
  maxHeaderBytes: number;
  maxHeaderCount: number;
  /** Of a body that streams through. */
  maxBodyBytes: number;
  /** Of a body that a policy reads, or that has to be kept to be sent again. */
  maxBufferedBytes: number;
  maxConnections: number;
  headersTimeoutMs: number;
  /** A request body must go on at `minBodyBytesPerSecond`, looked at once per this interval. */
  bodyIntervalMs: number;
  minBodyBytesPerSecond: number;
  keepAliveTimeoutMs: number;
  /** A backend that has begun to answer may be silent for this long; event streams and WebSockets for ever. */
  backendIdleTimeoutMs: number;
  connectTimeoutMs: number;
}

const mebibyte = 1024 * 1024;

export const defaultLimits: Limits = {
  maxHeaderBytes: 32 * 1024,
  maxHeaderCount: 200,
  maxBodyBytes: 1024 * mebibyte,
  maxBufferedBytes: 32 * mebibyte,
  maxConnections: 20_000,
  headersTimeoutMs: 20_000,
  bodyIntervalMs: 20_000,
  minBodyBytesPerSecond: 200,
  keepAliveTimeoutMs: 65_000,
  backendIdleTimeoutMs: 300_000,
  connectTimeoutMs: 10_000,
};
