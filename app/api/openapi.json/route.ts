import { outerUrl } from "@/management/arm/outer-url";
import { describeManagement } from "@/management/openapi/describe";

/** The description of the management API, for tools that cannot sign in; it tells nothing of this installation. */
export function GET(request: Request): Response {
  return Response.json(describeManagement(outerUrl(request).origin));
}
