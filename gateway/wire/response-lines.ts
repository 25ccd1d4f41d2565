import { fieldsNamedByConnection, isHopByHop } from "./hop-by-hop";

export interface ResponseLines {
  /** Without the fields of the connection they came on. */
  lines: string[];
  contentLength: number | null;
  eventStream: boolean;
}

/** A backend's header lines, as policies and the client are to see them. */
export function responseLines(raw: Buffer[]): ResponseLines {
  const lines: string[] = [];
  let contentLength: number | null = null;
  let eventStream = false;
  let named: string[] | null = null;
  for (let index = 0; index < raw.length; index += 2) {
    const name = (raw[index] as Buffer).toString("latin1");
    const value = (raw[index + 1] as Buffer).toString("latin1");
    if (isHopByHop(name)) {
      if (name.length === 14) contentLength = Number(value);
      else if (name.length === 10 && name.toLowerCase() === "connection") {
        const more = fieldsNamedByConnection(value);
        if (more !== null) named = named === null ? more : [...named, ...more];
      }
      continue;
    }
    if (name.length === 12 && name.toLowerCase() === "content-type") eventStream = isEventStream(value);
    lines.push(name, value);
  }
  if (named !== null) removeNamed(lines, named);
  return { lines, contentLength: Number.isSafeInteger(contentLength) ? contentLength : null, eventStream };
}

export function removeNamed(lines: string[], named: readonly string[]): void {
  for (let index = lines.length - 2; index >= 0; index -= 2) {
    if (named.includes((lines[index] as string).toLowerCase())) lines.splice(index, 2);
  }
}

function isEventStream(contentType: string): boolean {
  return contentType.length >= 17 && contentType.slice(0, 17).toLowerCase() === "text/event-stream";
}
