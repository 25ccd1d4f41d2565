import type { Json } from "@/lib/json";

/** What a gateway holds bodies against; larger schemas are not taken. */
export const mostBytes = 4 * 1024 * 1024;
const deepest = 128;

export function sizeProblem(text: string): string | null {
  return Buffer.byteLength(text) > mostBytes ? `Must have at most ${mostBytes / 1024 / 1024} MB.` : null;
}

export function xmlProblem(text: string): string | null {
  const start = text.replace(/^\uFEFF/, "").trimStart();
  if (!start.startsWith("<")) return "Must be an XML document.";
  return /<!DOCTYPE/i.test(start) ? "Must not have a document type." : null;
}

/** null where it is JSON that a gateway can read. */
export function jsonProblem(text: string): string | null {
  try {
    const value = JSON.parse(text) as Json;
    return typeof value === "object" && value !== null ? depthProblem(value, 0) : "Must be a JSON object.";
  } catch {
    return "Must be a JSON document.";
  }
}

function depthProblem(value: Json | undefined, depth: number): string | null {
  if (typeof value !== "object" || value === null) return null;
  if (depth > deepest) return `Must not be nested more than ${deepest} times.`;
  for (const each of Object.values(value)) {
    const problem = depthProblem(each, depth + 1);
    if (problem !== null) return problem;
  }
  return null;
}
