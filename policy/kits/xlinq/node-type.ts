/** Members of XmlNodeType. */
export const NodeType = {
  None: 0,
  Element: 1,
  Attribute: 2,
  Text: 3,
  CDATA: 4,
  ProcessingInstruction: 7,
  Comment: 8,
  Document: 9,
  DocumentType: 10,
  Whitespace: 13,
  EndElement: 15,
  XmlDeclaration: 17,
} as const;
