import type { LoggerDocument } from "@/contract/documents";
import { isObject } from "../../verbs/json-shape";
import type { Project } from "../behaviour";

export const project: Project = ({ document, properties }) => ({
  id: document.id,
  name: document.name,
  type: "loggers",
  properties: {
    type: properties.loggerType as LoggerDocument["type"],
    credentials: isObject(properties.credentials)
      ? Object.fromEntries(Object.entries(properties.credentials).map(([name, value]) => [name, String(value)]))
      : {},
  },
});
