import { QueryView } from "@/policy/kits/message/query-view";
import type { UrlView } from "@/policy/kits/message/url-view";
import { NetUri, uriKinds } from "@/policy/kits/net/net-uri";
import { implementType } from "@/policy/library/implement";

export const runtime = implementType("IUrl", {
  Host: (url: UrlView) => url.host,
  Path: (url: UrlView) => url.path,
  Port: (url: UrlView) => url.port,
  Query: (url: UrlView) => new QueryView(url.query),
  QueryString: (url: UrlView) => url.query,
  Scheme: (url: UrlView) => url.scheme,
  "ToUri()": (url: UrlView) => NetUri.create(url.toText(), uriKinds.absolute),
  "ToString()": (url: UrlView) => url.toText(),
});
