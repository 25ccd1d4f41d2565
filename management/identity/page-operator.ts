import { env } from "@/lib/env";
import { currentManagement } from "../current";
import type { OperatorRow } from "../store/store";
import { signedInOperator } from "./authenticate";

/** Who asks for a page, by the request's headers; null sends them to the sign-in page. */
export async function pageOperator(headers: Headers): Promise<OperatorRow | null> {
  const signedIn = await signedInOperator(headers, currentManagement(), env());
  return signedIn?.operator ?? null;
}
