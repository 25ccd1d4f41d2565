import { z } from "zod";
import { httpToken } from "@/lib/http-token";
import { canonicalIdIn } from "../canonical";
import { defineResource } from "../define";
import { entityId } from "../entity-id";
import { absoluteUrl, text } from "../member";
import { authenticationSettings } from "./authentication-settings";
import { importFormat } from "./import-format";
import { pathProblem } from "./path";

const apiType = z.enum(["http", "soap", "websocket", "graphql", "odata", "grpc"]);
const protocol = z.enum(["http", "https", "ws", "wss"]);
const link = absoluteUrl(1, 2000);
const schemes = ["http:", "https:", "ws:", "wss:"];
/** The backend's address; an empty text stands for none, as ARM's clients send it. */
const serviceUrl = text(0, 2000).refine(
  (url) => url === "" || (URL.canParse(url) && schemes.includes(new URL(url).protocol)),
  {
    error: "Must be an absolute URL with the scheme http, https, ws or wss.",
  },
);

const update = z.strictObject({
  displayName: text(1, 300).optional(),
  description: z.string().optional(),
  path: text(0, 400)
    .superRefine((path, context) => {
      const problem = pathProblem(path);
      if (problem !== null) context.addIssue({ code: "custom", message: problem });
    })
    .optional(),
  protocols: z.array(protocol).min(1, "Must have at least one protocol.").optional(),
  type: apiType.optional(),
  serviceUrl: serviceUrl.optional(),
  subscriptionRequired: z.boolean().optional(),
  subscriptionKeyParameterNames: z
    .strictObject({
      header: text(1, 256).regex(httpToken, "Must be a legal header name.").optional(),
      query: text(1, 256)
        .regex(/^[^\s&=#?]+$/, "Must be a legal query parameter name.")
        .optional(),
    })
    .optional(),
  apiRevision: text(1, 100)
    .regex(/^[A-Za-z0-9._-]+$/, "Must consist of letters, digits and . _ -")
    .optional(),
  apiRevisionDescription: text(0, 256).optional(),
  apiVersion: text(0, 100)
    .regex(/^[A-Za-z0-9._~-]*$/, "Must consist of letters, digits and . _ ~ -")
    .optional(),
  apiVersionDescription: text(0, 256).optional(),
  apiVersionSetId: z.string().optional(),
  isCurrent: z.boolean().optional(),
  termsOfServiceUrl: link.optional(),
  contact: z
    .strictObject({
      name: z.string().optional(),
      url: link.optional(),
      email: z.email({ error: "Must be an email address." }).optional(),
    })
    .optional(),
  license: z.strictObject({ name: z.string().optional(), url: link.optional() }).optional(),
  authenticationSettings: authenticationSettings.optional(),
});

const apiVersionSet = z.strictObject({
  id: z.string().optional(),
  name: text(1, 100).optional(),
  description: z.string().optional(),
  versioningScheme: z.enum(["Segment", "Query", "Header"]).optional(),
  versionQueryName: text(1, 100).optional(),
  versionHeaderName: text(1, 100).optional(),
});

const create = update
  .extend({
    sourceApiId: z.string().optional(),
    apiVersionSet: apiVersionSet.optional(),
    apiType: apiType.optional(),
    format: importFormat.optional(),
    value: z.string().optional(),
    wsdlSelector: z
      .strictObject({ wsdlServiceName: z.string().optional(), wsdlEndpointName: z.string().optional() })
      .optional(),
    translateRequiredQueryParameters: z.enum(["template", "query"]).optional(),
  })
  .superRefine((api, context) => {
    const issue = (member: string, message: string) => context.addIssue({ code: "custom", path: [member], message });
    if (api.format !== undefined) {
      issue("format", `Import of the format '${api.format}' is not supported. Create the API, then its operations.`);
      return;
    }
    for (const member of ["value", "wsdlSelector", "translateRequiredQueryParameters"] as const) {
      if (api[member] !== undefined) issue("format", `Is required where ${member} is given.`);
    }
    if (api.type !== undefined && api.apiType !== undefined && api.type !== api.apiType) {
      issue("apiType", `Must be the same as type, which is '${api.type}'.`);
    }
    if (api.sourceApiId !== undefined) return;
    if (api.displayName === undefined) issue("displayName", "Is required.");
    if (api.path === undefined) issue("path", "Is required. It may be empty.");
  });

export const apis = defineResource({
  kind: "apis",
  types: ["apis"],
  title: "API",
  docs: "https://learn.microsoft.com/rest/api/apimanagement/apis",
  id: entityId("an API", 256),
  create,
  update,
  readOnly: ["isOnline", "provisioningState"],
  secrets: [],
  references(properties) {
    const set = typeof properties.apiVersionSetId === "string" ? properties.apiVersionSetId : null;
    if (set === null) return [];
    return [{ to: canonicalIdIn("apiVersionSets", set) ?? set, target: "apiVersionSetId" }];
  },
  filterable: ["displayName", "description", "serviceUrl", "path", "isCurrent", "apiVersion", "apiVersionSetId"],
  form: {
    sections: [
      { id: "basics", fields: ["displayName", "description", "path", "protocols", "type", "serviceUrl"] },
      { id: "access", fields: ["subscriptionRequired", "subscriptionKeyParameterNames"] },
      { id: "version", fields: ["apiVersion", "apiVersionSetId", "apiVersionDescription", "apiRevisionDescription"] },
      { id: "about", fields: ["termsOfServiceUrl", "contact", "license"] },
    ],
  },
});
