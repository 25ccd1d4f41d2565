import { operations } from "@/management/resources/operations/definition";
import type { FormView } from "../form/form-view";
import { MethodField } from "./method-field";
import { UrlTemplateField } from "./url-template-field";

export const operationForm: FormView = {
  definition: operations,
  texts: "operations",
  initial: { displayName: "", method: "GET", urlTemplate: "/" },
  widgets: { method: MethodField, urlTemplate: UrlTemplateField },
};
