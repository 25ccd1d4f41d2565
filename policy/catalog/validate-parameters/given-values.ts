import type { Exchange } from "@/policy/exchange";
import { decodeFormText } from "@/policy/kits/message/decode-form-text";
import { GivenByName } from "@/policy/kits/validation/check-values";

/** The query as it was received, each part decoded once. */
export function queryValues({ request, api }: Exchange): GivenByName {
  const given = new GivenByName();
  for (const pair of request.query.slice(1).split("&")) {
    if (pair === "") continue;
    const at = pair.indexOf("=");
    given.note(decodeFormText(at < 0 ? pair : pair.slice(0, at)), at < 0 ? "" : decodeFormText(pair.slice(at + 1)));
  }
  // The key's own parameter belongs to the API's settings, not to its operations.
  given.delete((api?.keyQuery ?? "subscription-key").toLowerCase());
  return given;
}

export function headerValues({ request, api }: Exchange): GivenByName {
  const given = new GivenByName();
  const { lines } = request.headers;
  for (let at = 0; at + 1 < lines.length; at += 2) given.note(lines[at] as string, lines[at + 1] as string);
  given.delete((api?.keyHeader ?? "ocp-apim-subscription-key").toLowerCase());
  return given;
}

/** What the template took out of the URL, decoded already. */
export function pathValues({ matchedParameters }: Exchange): GivenByName {
  const given = new GivenByName();
  for (const [name, value] of matchedParameters) given.note(name, value);
  return given;
}
