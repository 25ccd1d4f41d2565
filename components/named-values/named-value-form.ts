import { namedValues } from "@/management/resources/named-values/definition";
import type { FormView } from "../form/form-view";
import { readNamedValue } from "./read-named-value";

export const namedValueForm: FormView = {
  definition: namedValues,
  texts: "namedValues",
  initial: { secret: false },
  assumed: { secret: false },
  applies: (path, values) => !(path === "value" && typeof values.keyVault === "object" && values.keyVault !== null),
  reveal: (resourcePath, path, query) => (path === "value" ? () => readNamedValue(resourcePath, query) : undefined),
};
