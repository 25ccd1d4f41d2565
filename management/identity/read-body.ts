import type { z } from "zod";
import type { Json } from "@/lib/json";
import { missingBody, validationError } from "../refusals";

/** The body as its schema says, or 400 with a detail per field. */
export function readBody<T extends z.ZodType>(schema: T, body: Json | undefined): z.infer<T> {
  if (body === undefined) throw missingBody();
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw validationError(
    parsed.error.issues.flatMap((issue) =>
      issue.code === "unrecognized_keys"
        ? issue.keys.map((key) => ({
            target: [...issue.path, key].join("."),
            message: `There is no field '${key}' here.`,
          }))
        : [{ target: issue.path.join(".") || "body", message: issue.message }],
    ),
  );
}
