import pino, { type Logger } from "pino";
import { env } from "./env";

let root: Logger | undefined;

/** The process's log, one JSON line per event, or plain lines on a terminal. Values under these names never reach it. */
export function log(area: string): Logger {
  root ??= pino({
    level: env().GATEHOUSE_LOG_LEVEL,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (level) => ({ level }) },
    redact: {
      paths: ["authorization", "cookie", "password", "token", "key", "secret", "value", "headers"].flatMap((name) => [
        name,
        `*.${name}`,
      ]),
      censor: "[redacted]",
    },
  });
  return root.child({ area });
}
