import type { z } from "zod";
import type { Json } from "@/lib/json";
import { missingBody, validationError } from "../../refusals";
import { problemsOf } from "../../verbs/problems";

/** The body of an action, which has no `properties` around it. */
export function parseActionBody<T extends z.ZodObject>(schema: T, body: Json | undefined): z.infer<T> {
  if (body === undefined) throw missingBody();
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw validationError(problemsOf(parsed.error));
}
