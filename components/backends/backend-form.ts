import type { JsonObject } from "@/lib/json";
import { backends } from "@/management/resources/backends/definition";
import { CertificatePicker } from "../certificates/certificate-picker";
import { ask } from "../data/arm-client";
import { getAt } from "../diff/set-at";
import type { FormView } from "../form/form-view";
import { BackendPicker } from "./backend-picker";

const isPool = (values: JsonObject) => values.type === "Pool";
const ofSinglesOnly = /^(url|protocol|credentials|proxy|tls|circuitBreaker|properties)(\.|$)/;
const ofPoolsOnly = /^pool(\.|$)/;

export const backendForm: FormView = {
  definition: backends,
  texts: "backends",
  initial: { type: "Single", protocol: "http" },
  assumed: {
    "tls.validateCertificateChain": true,
    "tls.validateCertificateName": true,
    "circuitBreaker.rules.*.acceptRetryAfter": false,
  },
  applies: (path, values) => (isPool(values) ? !ofSinglesOnly.test(path) : !ofPoolsOnly.test(path)),
  widgets: {
    "pool.services.*.id": BackendPicker,
    "credentials.certificateIds.*": CertificatePicker,
    "properties.serviceFabricCluster.clientCertificateId": CertificatePicker,
  },
  reveal: (resourcePath, path, query) => async () => {
    const { body } = await ask<JsonObject>(`${resourcePath}/listSecrets`, { method: "POST", query });
    return String(getAt(body, path) ?? "");
  },
};
