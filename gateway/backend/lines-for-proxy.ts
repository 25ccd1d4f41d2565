/** A plain proxy gets the backend's name in the Host line, too (RFC 9112 section 3.2.2). */
export function linesForProxy(host: string, lines: readonly string[], proxyLines: readonly string[]): string[] {
  const hasHost = lines.some((name, index) => index % 2 === 0 && name.toLowerCase() === "host");
  return [...(hasHost ? [] : ["Host", host]), ...proxyLines, ...lines];
}
