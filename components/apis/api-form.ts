import { apis } from "@/management/resources/apis/definition";
import type { FormView } from "../form/form-view";
import { VersionSetPicker } from "./version-set-picker";

export const apiForm: FormView = {
  definition: apis,
  texts: "apis",
  initial: { displayName: "", path: "", protocols: ["http", "https"], subscriptionRequired: true },
  assumed: { protocols: ["https"], type: "http", subscriptionRequired: true },
  widgets: { apiVersionSetId: VersionSetPicker },
};
