import { gateways } from "@/management/resources/gateways/definition";
import type { FormView } from "../form/form-view";

export const gatewayForm: FormView = { definition: gateways, texts: "gateways" };
