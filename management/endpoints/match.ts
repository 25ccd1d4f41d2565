import { describeApi } from "../openapi/endpoint";
import type { Endpoint } from "./define";
import { endpoints } from "./definitions";

interface Pattern {
  endpoint: Endpoint;
  /** The path begins with {document}: any document's path may stand before `parts`. */
  belowDocument: boolean;
  parts: readonly string[];
}

export interface EndpointMatch {
  endpoint: Endpoint;
  parameters: Record<string, string>;
  /** The segments of the document it hangs below; null where it hangs below the service. */
  document: readonly string[] | null;
}

// The description lists the endpoints, so it cannot stand among them.
const patterns: readonly Pattern[] = [...endpoints, describeApi].map((endpoint) => {
  const parts = endpoint.path.split("/");
  const belowDocument = parts[0] === "{document}";
  return { endpoint, belowDocument, parts: belowDocument ? parts.slice(1) : parts };
});

/** Every endpoint whose path fits, whatever its method; those with more literal parts first. */
export function matchEndpoints(segments: readonly string[]): EndpointMatch[] {
  return patterns
    .flatMap((pattern) => {
      const match = fitting(pattern, segments);
      return match === null ? [] : [{ match, literals: pattern.parts.filter((part) => !part.startsWith("{")).length }];
    })
    .toSorted((a, b) => b.literals - a.literals)
    .map(({ match }) => match);
}

function fitting({ endpoint, belowDocument, parts }: Pattern, segments: readonly string[]): EndpointMatch | null {
  const above = segments.length - parts.length;
  if (above < 0 || (above > 0 && !belowDocument) || above % 2 === 1) return null;
  const parameters: Record<string, string> = {};
  for (const [index, part] of parts.entries()) {
    const segment = segments[above + index] as string;
    if (part.startsWith("{")) parameters[part.slice(1, -1)] = segment;
    else if (part.toLowerCase() !== segment.toLowerCase()) return null;
  }
  return { endpoint, parameters, document: belowDocument ? segments.slice(0, above) : null };
}
