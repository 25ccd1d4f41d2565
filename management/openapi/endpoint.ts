import { serviceId } from "@/lib/service-id";
import { defineEndpoint } from "../endpoints/define";
import { describeManagement } from "./describe";

export const describeApi = defineEndpoint({
  method: "GET",
  path: "openapi.json",
  role: "reader",
  summary: "The OpenAPI description of this API",
  handle: async ({ serviceUrl }) => ({ status: 200, body: describeManagement(serviceUrl.slice(0, -serviceId.length)) }),
});
