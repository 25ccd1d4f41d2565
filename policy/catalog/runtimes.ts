import { runtime as choose } from "./choose/runtime";
import type { Runtime } from "./compile";
import { runtime as forwardRequest } from "./forward-request/runtime";
import { runtime as returnResponse } from "./return-response/runtime";
import type { RunnableName } from "./runnable";
import { runtime as setBackendService } from "./set-backend-service/runtime";
import { runtime as setBody } from "./set-body/runtime";
import { runtime as setHeader } from "./set-header/runtime";
import { runtime as setStatus } from "./set-status/runtime";

/** What runs each policy; a name without one does not compile. */
export const runtimes: Readonly<Record<RunnableName, Runtime>> = {
  choose,
  "forward-request": forwardRequest,
  "return-response": returnResponse,
  "set-backend-service": setBackendService,
  "set-body": setBody,
  "set-header": setHeader,
  "set-status": setStatus,
};
