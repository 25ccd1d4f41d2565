import { z } from "zod";
import { defineResource } from "../define";
import { entityId } from "../entity-id";
import { text } from "../member";
import { namedValueReference } from "../named-values/reference";

const credentials = z.record(text(1, 256), text(0, 4096)).refine((given) => Object.keys(given).length <= 32, {
  error: "Must have at most 32 members.",
});

const update = z.strictObject({
  loggerType: z.enum(["azureEventHub", "applicationInsights", "azureMonitor"]).optional(),
  description: text(0, 256).optional(),
  credentials: credentials.optional(),
  isBuffered: z.boolean().optional(),
  resourceId: text(0, 2000).optional(),
});

/** Where log-to-eventhub and diagnostics send what they tell. */
export const loggers = defineResource({
  kind: "loggers",
  types: ["loggers"],
  title: "Logger",
  docs: "https://learn.microsoft.com/rest/api/apimanagement/logger",
  id: entityId("a logger", 256),
  create: update.required({ loggerType: true }),
  update,
  readOnly: [],
  secrets: [
    { path: "credentials.connectionString", shown: "masked", keptWhenAbsent: true, plain: namedValueReference },
    { path: "credentials.instrumentationKey", shown: "masked", keptWhenAbsent: true, plain: namedValueReference },
  ],
  references: () => [],
  filterable: ["description", "loggerType", "resourceId"],
  form: {
    sections: [
      { id: "basics", fields: ["loggerType", "description", "isBuffered", "resourceId"] },
      { id: "credentials", fields: ["credentials"] },
    ],
  },
});
