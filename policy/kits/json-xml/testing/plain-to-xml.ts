import type { ToXmlOptions } from "../json-to-xml";

/** Nothing is asked for. */
export const plainToXml: ToXmlOptions = {
  attributeBlock: null,
  attributePrefix: "@",
  namespaceBlock: null,
  namespacePrefix: null,
  namespaceSeparator: "_",
  invalidCharacter: null,
  nullText: null,
  trims: false,
  emptyIsNull: false,
};
