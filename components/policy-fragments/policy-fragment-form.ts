import { policyFragments } from "@/management/resources/policy-fragments/definition";
import type { FormView } from "../form/form-view";
import { FragmentXml } from "./fragment-xml";

export const policyFragmentForm: FormView = {
  definition: policyFragments,
  texts: "policyFragments",
  initial: { value: "<fragment>\n</fragment>\n", format: "rawxml" },
  widgets: { value: FragmentXml },
};
