import { handleArm } from "@/management/arm/handle";
import { currentManagement } from "@/management/current";
import { authenticate } from "@/management/identity/authenticate";

/** The ARM REST door: every resource, one file. */
async function answer(request: Request): Promise<Response> {
  const management = currentManagement();
  return handleArm(request, management, authenticate(request, management));
}

export { answer as DELETE, answer as GET, answer as HEAD, answer as PATCH, answer as POST, answer as PUT };
