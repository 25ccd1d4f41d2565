import { z } from "zod";
import { httpToken } from "@/lib/http-token";
import { defineResource } from "../define";
import { entityId } from "../entity-id";
import { text } from "../member";
import { parameter, request, response } from "./representation";
import { parseUrlTemplate } from "./url-template";

const contract = z.strictObject({
  displayName: text(1, 300),
  method: text(1, 100).regex(httpToken, "Must be an HTTP method such as GET."),
  urlTemplate: text(1, 1000).superRefine((template, context) => {
    const parsed = parseUrlTemplate(template);
    if ("problem" in parsed) context.addIssue({ code: "custom", message: parsed.problem });
  }),
  description: text(0, 1000).optional(),
  templateParameters: z.array(parameter).optional(),
  request: request.optional(),
  responses: z.array(response).optional(),
  policies: z.string().optional(),
});

export const operations = defineResource({
  kind: "operations",
  types: ["apis/operations"],
  title: "Operation",
  docs: "https://learn.microsoft.com/rest/api/apimanagement/api-operation",
  id: entityId("an operation", 80),
  create: contract,
  update: contract.partial(),
  readOnly: [],
  secrets: [],
  references: () => [],
  filterable: ["displayName", "method", "description", "urlTemplate"],
  form: {
    sections: [
      { id: "basics", fields: ["displayName", "method", "urlTemplate", "description"] },
      { id: "parameters", fields: ["templateParameters"] },
      { id: "request", fields: ["request"] },
      { id: "responses", fields: ["responses"] },
    ],
  },
});
