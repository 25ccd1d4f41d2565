import { z } from "zod";

const examples = z
  .record(
    z.string(),
    z.strictObject({
      summary: z.string().optional(),
      description: z.string().optional(),
      value: z.json().optional(),
      externalValue: z.string().optional(),
    }),
  )
  .optional();

/** A parameter of a template, query, header or form. */
export const parameter = z.strictObject({
  name: z.string().min(1, "Must have at least 1 character."),
  description: z.string().optional(),
  type: z.string(),
  defaultValue: z.string().optional(),
  required: z.boolean().optional(),
  values: z.array(z.string()).optional(),
  schemaId: z.string().optional(),
  typeName: z.string().optional(),
  examples,
});

const formTypes = ["application/x-www-form-urlencoded", "multipart/form-data"];

/** A body in one content type. */
export const representation = z
  .strictObject({
    contentType: z.string().min(1, "Must have at least 1 character."),
    schemaId: z.string().optional(),
    typeName: z.string().optional(),
    formParameters: z.array(parameter).optional(),
    examples,
  })
  .superRefine(({ contentType, formParameters, schemaId }, context) => {
    const isForm = formTypes.includes(contentType.split(";", 1)[0]?.trim().toLowerCase() ?? "");
    if (isForm && schemaId !== undefined) {
      context.addIssue({
        code: "custom",
        path: ["schemaId"],
        message: `Must not be given for ${contentType}: use formParameters.`,
      });
    }
    if (!isForm && formParameters !== undefined && formParameters.length > 0) {
      context.addIssue({
        code: "custom",
        path: ["formParameters"],
        message: `Must be given only for ${formTypes.join(" and ")}.`,
      });
    }
  });

export const request = z.strictObject({
  description: z.string().optional(),
  queryParameters: z.array(parameter).optional(),
  headers: z.array(parameter).optional(),
  representations: z.array(representation).optional(),
});

export const response = z.strictObject({
  statusCode: z
    .number()
    .int("Must be a whole number.")
    .min(100, "Must be from 100 to 599.")
    .max(599, "Must be from 100 to 599."),
  description: z.string().optional(),
  representations: z.array(representation).optional(),
  headers: z.array(parameter).optional(),
});
