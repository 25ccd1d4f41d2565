import { invalidResourceId } from "../refusals";
import { newRequestId, refused } from "./answer";

/**
 * The answer to a URL whose path is not valid percent-encoded UTF-8; null for any other. Next fails on such a path before
 * a route sees it, so the server asks this first. `url` is as it stands in the request line.
 */
export function refuseMalformedPath(method: string, url: string): Response | null {
  const [path = ""] = url.split("?", 1);
  try {
    decodeURIComponent(path);
    return null;
  } catch {
    const refusal = invalidResourceId("The path of the URL is not valid percent-encoded UTF-8.");
    return refused(refusal, { requestId: newRequestId(), method, path });
  }
}
