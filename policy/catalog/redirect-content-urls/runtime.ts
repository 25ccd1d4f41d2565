import type { Runtime } from "@/policy/catalog/compile";
import { type Exchange, proceed } from "@/policy/exchange";
import { changeText } from "@/policy/kits/content/change-text";
import { isJsonType, isXmlType, mediaTypeOf } from "@/policy/kits/content/media-type";
import { replaceBaseUrl } from "@/policy/kits/content/replace-base-url";
import { messageOf } from "@/policy/message";

/** Which types of content have links is not documented: here those that are text. Headers stay as they are. */
export const runtime: Runtime = {
  compile(_node, { message }) {
    const isOutbound = message === "response";
    return (exchange) => {
      const backend = backendUrl(exchange);
      const gateway = gatewayUrl(exchange);
      const target = messageOf(exchange, message);
      if (backend === null || gateway === null || !isText(target.headers.get("content-type"))) return proceed;
      const [from, to] = isOutbound ? [backend, gateway] : [gateway, backend];
      return changeText(target, "redirect-content-urls", (text) => replaceBaseUrl(text, from, to));
    };
  },
};

const isText = (contentType: string | undefined): boolean =>
  isJsonType(contentType) ||
  isXmlType(contentType) ||
  /^text\/|^application\/(x-)?javascript$/.test(mediaTypeOf(contentType));

function backendUrl({ target, resources }: Exchange): string | null {
  const entity = target.backendId === null ? null : resources.backend(target.backendId);
  return entity?.url ?? target.baseUrl;
}

/** Where the client reached the API: with its version and revision, if they are in the path. */
function gatewayUrl({ request, api }: Exchange): string | null {
  if (api === null) return null;
  const { scheme, hostName, port, path } = request;
  const base = api.path === "" ? "" : `/${api.path.replace(/^\/|\/$/g, "")}`;
  const written = path.slice(0, base.length);
  if (written.toLowerCase() !== base.toLowerCase()) return null;
  const revision = /^;rev=\d+/i.exec(path.slice(base.length))?.[0] ?? "";
  const rest = path.slice(base.length + revision.length);
  const version = api.version === null || api.version === "" ? "" : `/${api.version}`;
  const versionInPath = rest.toLowerCase().startsWith(version.toLowerCase()) ? rest.slice(0, version.length) : "";
  const isStandard = port === (scheme === "https" || scheme === "wss" ? 443 : 80);
  return `${scheme}://${hostName}${isStandard ? "" : `:${port}`}${written}${revision}${versionInPath}`;
}
