import {
  type CompileContext,
  CompileError,
  partNamed,
  partsNamed,
  read,
  readOptional,
  type Value,
} from "@/policy/catalog/compile";
import type { Exchange } from "@/policy/exchange";
import { mediaType } from "@/policy/kits/validation/media-type";
import type { PolicyNode } from "@/policy/policy-node";

interface Mapping {
  readonly from: Value<string> | null;
  readonly when: Value<boolean> | null;
  readonly to: Value<string>;
}

/** As which content type a body is to be looked at. "": it has none. */
export type ContentTypeOf = (exchange: Exchange, header: string | undefined) => string;

export function compileContentTypes(node: PolicyNode, context: CompileContext): ContentTypeOf {
  const map = partNamed(node, "content-type-map");
  if (map === undefined) return (_, header) => mediaType(header ?? "");
  const any = context.text(map, "any-content-type-value");
  const missing = context.text(map, "missing-content-type-value");
  const mappings = partsNamed(map, "type").map((each): Mapping => {
    const to = context.text(each, "to");
    const [from, when] = [context.text(each, "from"), context.boolean(each, "when")];
    if (to === null) throw new CompileError(each, "The required attribute 'to' is missing.");
    if (from === null && when === null) throw new CompileError(each, "'type' needs either 'from' or 'when'.");
    return { from, when, to };
  });
  return (exchange, header) => {
    const type = mediaType(header ?? "");
    const found = mappings.find(
      ({ from, when }) =>
        (from === null || mediaType(read(from, exchange)) === type) && (when === null || read(when, exchange)),
    );
    const mapped = found === undefined ? readOptional(any, exchange) : read(found.to, exchange);
    return mediaType(mapped ?? (type === "" ? readOptional(missing, exchange) : null) ?? type);
  };
}
