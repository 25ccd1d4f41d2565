export interface ArmDetail {
  code: string;
  target: string | null;
  message: string;
}

/** A refusal of the management API as it was sent, or a request that never came back (status 0). */
export class ArmError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly details: readonly ArmDetail[],
    readonly requestId: string | null,
  ) {
    super(message);
  }

  /** Somebody else wrote it since it was read. */
  get isConflict(): boolean {
    return this.status === 412;
  }

  get isAbsent(): boolean {
    return this.status === 404;
  }

  /** Messages by path into the properties; details that name no field are left out. */
  get fieldProblems(): ReadonlyMap<string, string> {
    const fields = this.details.filter((detail) => detail.target !== null && this.status === 400);
    return new Map(fields.map((detail) => [fieldPath(detail.target as string), detail.message]));
  }
}

/** "properties.pool.services[0].id" and "pool/services/0/id" as "pool.services.0.id". */
export const fieldPath = (target: string): string =>
  target
    .replace(/^properties[./]/, "")
    .replaceAll(/\[(\d+)\]/g, ".$1")
    .replaceAll("/", ".");

export function readArmError(status: number, text: string, requestId: string | null): ArmError {
  const error = parse(text);
  const details = Array.isArray(error?.details) ? error.details.filter(isDetail) : [];
  return new ArmError(
    status,
    typeof error?.code === "string" ? error.code : `Http${status}`,
    typeof error?.message === "string" ? error.message : "",
    details.map((detail) => ({ ...detail, target: detail.target ?? null })),
    requestId,
  );
}

function parse(text: string): { code?: unknown; message?: unknown; details?: unknown } | undefined {
  try {
    return (JSON.parse(text) as { error?: object }).error;
  } catch {
    return undefined;
  }
}

const isDetail = (value: unknown): value is ArmDetail =>
  typeof value === "object" && value !== null && typeof (value as ArmDetail).message === "string";
