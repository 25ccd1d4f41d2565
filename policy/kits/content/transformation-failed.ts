import { Fault } from "@/policy/fault";

/** Of a body that a policy cannot make into what it should. No reason is documented for it. */
export const transformationFailed = (source: string, message: string, cause?: unknown): Fault =>
  new Fault({ source, reason: "TransformationFailed", status: 500, message, cause });
