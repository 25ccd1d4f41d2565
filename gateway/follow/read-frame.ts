import type { AnyFrameToGateway } from "@/contract/stream";

/** What arrived cannot be what the portal sent, or does not follow what came before. Nothing of it is applied. */
export class BrokenStream extends Error {}

type Check = (value: unknown) => boolean;
const revision: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const text: Check = (value) => typeof value === "string";
const textOrNull: Check = (value) => value === null || text(value);
const texts: Check = (value) => Array.isArray(value) && value.every(text);
const documents: Check = (value) => Array.isArray(value) && value.every(isDocument);

/** The members of each frame; a frame has these and no others. */
const shapes: { [K in AnyFrameToGateway["kind"]]: Record<string, Check> } = {
  "snapshot-begin": { kind: text, revision },
  "snapshot-part": { kind: text, documents },
  "snapshot-end": { kind: text, revision, committedAt: revision, anchor: text, hash: text },
  "change-part": { kind: text, put: documents, remove: texts },
  change: {
    kind: text,
    revision,
    previousRevision: revision,
    committedAt: revision,
    anchor: text,
    put: documents,
    remove: texts,
    hash: text,
  },
  preview: {
    kind: text,
    draftId: text,
    digest: text,
    expiresAt: revision,
    put: documents,
    remove: texts,
    signature: text,
  },
  "preview-end": { kind: text, draftId: text },
  evaluate: { kind: text, id: text, draftId: textOrNull, expression: text, state: isRecord },
};

/** The frame's outline; what documents hold was checked by the portal and is covered by the hash. */
export function readFrame(data: string): AnyFrameToGateway {
  let frame: unknown;
  try {
    frame = JSON.parse(data);
  } catch (cause) {
    throw new BrokenStream("a frame is not JSON", { cause });
  }
  if (!isRecord(frame)) throw new BrokenStream("a frame is not an object");
  const kind = frame.kind;
  if (typeof kind !== "string" || !Object.hasOwn(shapes, kind)) throw new BrokenStream("a frame is of no known kind");
  const shape = shapes[kind as AnyFrameToGateway["kind"]];
  for (const [name, holds] of Object.entries(shape)) {
    if (!holds(frame[name])) throw new BrokenStream(`${kind}: ${name} is missing or wrong`);
  }
  if (Object.keys(frame).length !== Object.keys(shape).length) throw new BrokenStream(`${kind}: a member too many`);
  return frame as unknown as AnyFrameToGateway;
}

function isDocument(value: unknown): boolean {
  return isRecord(value) && text(value.id) && text(value.name) && text(value.type) && isRecord(value.properties);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
