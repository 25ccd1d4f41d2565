import { z } from "zod";

/** Which of a gateway's two keys. */
export const keyType = z.enum(["primary", "secondary"], { error: "Must be primary or secondary." });
