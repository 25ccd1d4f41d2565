import { isObject } from "../../verbs/json-shape";
import type { Rules, Writing } from "../behaviour";
import { referToNamedValues } from "../named-values/refer";
import { isPointer } from "../secret-fields";

export const rules: Rules = {
  async write(writing) {
    const { before, properties, refuse } = writing;
    if (before !== null && before.properties.loggerType !== properties.loggerType) {
      refuse("loggerType", "The type of a logger cannot be changed.");
    }
    writing.properties = { isBuffered: true, ...properties };
    checkCredentials(writing);
    await referToNamedValues(writing, { below: "credentials", target: "credentials" });
  },
};

/** An event hub is reached by a connection string, or by the gateway's identity at its address. */
function checkCredentials({ properties, refuse }: Writing): void {
  const given = isObject(properties.credentials) ? properties.credentials : {};
  const has = (name: string) => isPointer(given[name]) || (typeof given[name] === "string" && given[name] !== "");
  if (properties.loggerType === "azureEventHub") {
    if (!has("name")) refuse("credentials.name", "Is required: the name of the event hub.");
    if (!has("connectionString") && !has("endpointAddress")) {
      refuse("credentials", "Give a connectionString, or the endpointAddress of the event hub's namespace.");
    }
  } else if (
    properties.loggerType === "applicationInsights" &&
    !has("instrumentationKey") &&
    !has("connectionString")
  ) {
    refuse("credentials", "Give an instrumentationKey or a connectionString.");
  }
}
