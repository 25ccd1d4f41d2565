import { z } from "zod";

const header = z.strictObject({ name: z.string().max(1_000), value: z.string().max(100_000) });
const headers = z.array(header).max(1_000);
const content = z.string().max(1_000_000).nullable();
const id = z.string().max(1_000).nullable();

/** An expression and what it is to see. */
export const evaluationRequest = z.strictObject({
  draft: z.string().min(1, "Must name a draft.").max(200).optional(),
  expression: z.string().min(1, "Must not be empty.").max(100_000),
  state: z
    .strictObject({
      method: z.string().max(100).optional(),
      url: z.string().max(20_000).optional(),
      originalUrl: z.string().max(20_000).optional(),
      headers: headers.optional(),
      body: content.optional(),
      clientAddress: z.string().max(200).optional(),
      response: z
        .strictObject({
          status: z.number().int(),
          reason: z.string().max(1_000).optional(),
          headers: headers.optional(),
          body: content.optional(),
        })
        .nullable()
        .optional(),
      variables: z
        .array(
          z.strictObject({
            name: z.string().max(1_000),
            value: content,
            type: z.string().max(1_000).optional(),
          }),
        )
        .max(5_000)
        .optional(),
      apiId: id.optional(),
      operationId: id.optional(),
      productId: id.optional(),
      lastError: z
        .strictObject({
          source: z.string().max(1_000),
          reason: z.string().max(1_000).nullable().optional(),
          message: z.string().max(100_000),
          section: z.string().max(100).optional(),
          path: z.string().max(2_000).optional(),
        })
        .nullable()
        .optional(),
    })
    .default({}),
});
