/** The URL as the client knows it: Next sees its own host, the client's stands in the headers. */
export function outerUrl(request: Request): URL {
  const url = new URL(request.url);
  const host = request.headers.get("host");
  const protocol = request.headers.get("x-forwarded-proto")?.split(",")[0]?.trim();
  if (host !== null && /^[\w.:[\]-]+$/.test(host) && URL.canParse(`http://${host}`)) url.host = host;
  if (protocol === "http" || protocol === "https") url.protocol = protocol;
  return url;
}
