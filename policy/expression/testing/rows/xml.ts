import type { Row } from "./row";

export const rows: readonly Row[] = [
  // Reading
  [`XElement.Parse("<a><b>1</b></a>").Element("b").Value`, "1"],
  [`XElement.Parse("<a> <b/> </a>").ToString()`, "<a>\n  <b />\n</a>"],
  [`XElement.Parse("<a></a>").ToString()`, "<a></a>"],
  [`XElement.Parse("<a/>").ToString()`, "<a />"],
  [`XElement.Parse("<a><b/>text<c/></a>").ToString()`, "<a>\n  <b />text<c /></a>"],
  [`XElement.Parse("<a>x<b><c/></b></a>").ToString()`, "<a>x<b><c /></b></a>"],
  [`XElement.Parse("<a> <b/> </a>", LoadOptions.PreserveWhitespace).ToString()`, "<a> <b /> </a>"],
  [`XElement.Parse("<a><b/></a>").ToString(SaveOptions.DisableFormatting)`, "<a><b /></a>"],
  [`XElement.Parse("<a x='1' y='&lt;&quot;'/>").ToString()`, `<a x="1" y="&lt;&quot;" />`],
  [`XElement.Parse("<a>&lt;&#65;&#x42;&amp;</a>").Value`, "<AB&"],
  [`XElement.Parse("<a><![CDATA[<x>]]></a>").Value`, "<x>"],
  [`XElement.Parse("<a><![CDATA[<x>]]></a>").ToString()`, "<a><![CDATA[<x>]]></a>"],
  [`XElement.Parse("<a><!-- c --><?p d?></a>").ToString()`, "<a>\n  <!-- c -->\n  <?p d?>\n</a>"],
  [`XDocument.Parse("<?xml version='1.0' encoding='utf-8'?><a/>").ToString()`, "<a />"],
  [
    `XDocument.Parse("<?xml version='1.0' encoding='utf-8'?><a/>").Declaration.ToString()`,
    `<?xml version="1.0" encoding="utf-8"?>`,
  ],
  [`XDocument.Parse("<a><b/></a>").Root.Name.LocalName`, "a"],
  [`XElement.Parse("<a>x<b>y</b>z</a>").Value`, "xyz"],
  // What cannot be read
  [`XElement.Parse("")`, "throws System.Xml.XmlException: Root element is missing."],
  [`XElement.Parse("x")`, "throws System.Xml.XmlException: Data at the root level is invalid. Line 1, position 1."],
  [
    `XElement.Parse("<a><b></a>")`,
    "throws System.Xml.XmlException: The 'b' start tag on line 1 position 5 does not match the end tag of 'a'. Line 1, position 9.",
  ],
  [
    `XElement.Parse("<a>")`,
    "throws System.Xml.XmlException: Unexpected end of file has occurred. The following elements are not closed: a. Line 1, position 4.",
  ],
  [
    `XElement.Parse("<a/><b/>")`,
    "throws System.Xml.XmlException: There are multiple root elements. Line 1, position 6.",
  ],
  [
    `XElement.Parse("<a x='1' x='2'/>")`,
    "throws System.Xml.XmlException: 'x' is a duplicate attribute name. Line 1, position 10.",
  ],
  [`XElement.Parse("<p:a/>")`, "throws System.Xml.XmlException: 'p' is an undeclared prefix. Line 1, position 2."],
  [
    `XElement.Parse("<a>&x;</a>")`,
    "throws System.Xml.XmlException: Reference to undeclared entity 'x'. Line 1, position 5.",
  ],
  [
    `XElement.Parse("<1/>")`,
    "throws System.Xml.XmlException: Name cannot begin with the '1' character, hexadecimal value 0x31. Line 1, position 2.",
  ],
  [
    `XDocument.Parse("<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>")`,
    "throws System.Xml.XmlException: For security reasons DTD is prohibited in this XML document. To enable DTD processing set the DtdProcessing property on XmlReaderSettings to Parse and pass the settings into XmlReader.Create method.",
  ],
  [`XElement.Parse(null)`, "throws System.ArgumentNullException"],
  // Names
  [`XElement.Parse("<a xmlns='u'><b/></a>").Name.ToString()`, "{u}a"],
  [`XElement.Parse("<a xmlns='u'><b/></a>").Element("b") == null`, "True"],
  [`XElement.Parse("<a xmlns='u'><b/></a>").Element("{u}b").Name.NamespaceName`, "u"],
  [`{ XNamespace n = "u"; return XElement.Parse("<p:a xmlns:p='u'><p:b>1</p:b></p:a>").Element(n + "b").Value; }`, "1"],
  [
    `XElement.Parse("<p:a xmlns:p='u'><p:b/></p:a>").ToString(SaveOptions.DisableFormatting)`,
    `<p:a xmlns:p="u"><p:b /></p:a>`,
  ],
  [
    `{ XNamespace n = "u"; return new XElement(n + "a", new XElement(n + "b"), new XElement("c")).ToString(SaveOptions.DisableFormatting); }`,
    `<a xmlns="u"><b /><c xmlns="" /></a>`,
  ],
  [
    `{ XNamespace n = "u"; return new XElement("a", new XAttribute(XNamespace.Xmlns + "p", "u"), new XElement(n + "b")).ToString(SaveOptions.DisableFormatting); }`,
    `<a xmlns:p="u"><p:b /></a>`,
  ],
  [
    `{ XNamespace n = "u"; return new XElement("a", new XAttribute(n + "x", 1)).ToString(); }`,
    `<a p1:x="1" xmlns:p1="u" />`,
  ],
  [`XName.Get("a", "u") == "{u}a"`, "True"],
  [`XElement.Parse("<a xmlns='u'/>").Name.Namespace == "u"`, "True"],
  [
    `new XElement("a b")`,
    "throws System.Xml.XmlException: The ' ' character, hexadecimal value 0x20, cannot be included in a name.",
  ],
  [`XElement.Parse("<a xmlns='u'/>").GetDefaultNamespace().ToString()`, "u"],
  // Building
  [`new XElement("a", 1, "x", true, null, 1.5).ToString()`, "<a>1xtrue1.5</a>"],
  [`new XElement("a", new XAttribute("x", 1), new XElement("b", "t")).ToString()`, `<a x="1">\n  <b>t</b>\n</a>`],
  [`new XElement("a", "").ToString()`, "<a></a>"],
  [
    `new XElement("a", new[] { 1, 2 }.Select(i => new XElement("i", i))).ToString(SaveOptions.DisableFormatting)`,
    "<a><i>1</i><i>2</i></a>",
  ],
  [`new XDocument(new XDeclaration("1.0", "utf-8", null), new XElement("a")).ToString()`, "<a />"],
  [
    `new XDocument(new XElement("a"), new XElement("b"))`,
    "throws System.InvalidOperationException: This operation would create an incorrectly structured document.",
  ],
  [
    `new XElement("a", new XAttribute("x", 1), new XAttribute("x", 2))`,
    "throws System.InvalidOperationException: Duplicate attribute.",
  ],
  [`new XElement("a", new XCData("x]]>y")).ToString()`, "<a><![CDATA[x]]]]><![CDATA[>y]]></a>"],
  [`new XElement("a", "1 < 2 & \\"q\\"").ToString()`, `<a>1 &lt; 2 &amp; "q"</a>`],
  [`new XElement("a", new XAttribute("x", "a\\nb")).ToString()`, `<a x="a&#xA;b" />`],
  [`new XAttribute("x", "1").ToString()`, `x="1"`],
  // Changing
  [
    `{ var e = XElement.Parse("<a><b/></a>"); e.AddFirst(new XElement("c")); e.Add("t"); return e.ToString(SaveOptions.DisableFormatting); }`,
    "<a><c /><b />t</a>",
  ],
  [
    `{ var e = XElement.Parse("<a><b/></a>"); e.Element("b").AddAfterSelf(new XElement("c")); e.Element("b").AddBeforeSelf(new XElement("d")); return e.ToString(SaveOptions.DisableFormatting); }`,
    "<a><d /><b /><c /></a>",
  ],
  [
    `{ var e = XElement.Parse("<a><b/><c/></a>"); e.Element("b").Remove(); return e.ToString(SaveOptions.DisableFormatting); }`,
    "<a><c /></a>",
  ],
  [
    `{ var e = XElement.Parse("<a><b/></a>"); e.Element("b").ReplaceWith(new XElement("x", 1)); return e.ToString(SaveOptions.DisableFormatting); }`,
    "<a><x>1</x></a>",
  ],
  [`{ var e = XElement.Parse("<a><b/></a>"); e.Descendants().Remove(); return e.ToString(); }`, "<a />"],
  [
    `{ var e = new XElement("a"); e.SetAttributeValue("x", 1); e.SetElementValue("b", true); e.SetAttributeValue("x", 2); return e.ToString(SaveOptions.DisableFormatting); }`,
    `<a x="2"><b>true</b></a>`,
  ],
  [`{ var e = XElement.Parse("<a x='1'/>"); e.SetAttributeValue("x", null); return e.ToString(); }`, "<a />"],
  [`{ var e = XElement.Parse("<a><b/></a>"); e.Value = "t"; e.Name = "z"; return e.ToString(); }`, "<z>t</z>"],
  [`{ var e = new XElement("a"); var b = new XElement("b"); e.Add(b); e.Add(b); return e.Elements().Count(); }`, "2"],
  // Looking around
  [`XElement.Parse("<a><b>1</b><b>2</b></a>").Elements("b").Select(e => (int)e).Sum()`, "3"],
  [`XElement.Parse("<a><b><c/></b></a>").Descendants("c").First().Ancestors().Count()`, "2"],
  [`XElement.Parse("<a><b><c/></b></a>").Descendants().Count()`, "2"],
  [`XElement.Parse("<a x='1'/>").Attribute("x").Value`, "1"],
  [`XElement.Parse("<a x='1'/>").Attribute("y") == null`, "True"],
  [`(int)XElement.Parse("<a x='1'/>").Attribute("x")`, "1"],
  [`(int?)XElement.Parse("<a/>").Attribute("x") == null`, "True"],
  [`(string)XElement.Parse("<a/>").Element("b") == null`, "True"],
  [`(bool)XElement.Parse("<a>1</a>")`, "True"],
  [
    `(int)XElement.Parse("<a/>").Element("b")`,
    "throws System.ArgumentNullException: Value cannot be null. (Parameter 'element')",
  ],
  [`((XElement)XElement.Parse("<a><b>t</b></a>").FirstNode).Value`, "t"],
  [`XElement.Parse("<a>t</a>").FirstNode.NodeType`, "Text"],
  [`XElement.Parse("<a><b/></a>").Element("b").Parent.Name.LocalName`, "a"],
  [`XElement.Parse("<a><b/></a>").HasElements`, "True"],
  [`XNode.DeepEquals(XElement.Parse("<a x='1'><b/></a>"), XElement.Parse("<a  x=\\"1\\" ><b /></a>"))`, "True"],
  [`XDocument.Parse("<a><b>1</b><b>2</b></a>").Descendants("b").Last().Value`, "2"],
  // The older classes
  [
    `{ var d = new System.Xml.XmlDocument(); d.LoadXml("<a><b>1</b></a>"); return d.DocumentElement.SelectSingleNode("/a/b").InnerText; }`,
    "1",
  ],
  [
    `{ var d = new System.Xml.XmlDocument(); d.LoadXml("<a><b k='1'>x</b><b k='2'>y</b></a>"); return d.SelectSingleNode("//b[@k='2']").InnerText; }`,
    "y",
  ],
  [`{ var d = new System.Xml.XmlDocument(); d.LoadXml("<a><b/></a>"); return d.OuterXml; }`, "<a><b /></a>"],
  [
    `{ using (System.Xml.XmlReader r = System.Xml.XmlReader.Create(new System.IO.StringReader("<a><x/><b>1</b></a>"))) { r.MoveToContent(); r.Read(); while (!r.EOF) { if (r.Name == "b") { return (XNode.ReadFrom(r) as XElement).Value; } r.Read(); } } return ""; }`,
    "1",
  ],
  [`"" + XElement.Parse("<a x='1&lt;'/>").FirstAttribute`, `x="1&lt;"`],
  [`"" + new XText("a<b") + new XComment("c")`, "a&lt;b<!--c-->"],
  [`XElement.Parse("<a><b><c/></b><c/></a>").Elements("b").Elements("c").Count()`, "1"],
  [`string.Join(",", XElement.Parse("<a y='1' x='2'/>").Attributes().Select(a => a.Name + a.Value))`, "y1,x2"],
  [`(DateTime)XElement.Parse("<a>2024-01-02T03:04:05Z</a>")`, "01/02/2024 03:04:05"],
  [`(double)XElement.Parse("<a>INF</a>")`, "Infinity"],
  [
    `(bool)XElement.Parse("<a>yes</a>")`,
    "throws System.FormatException: The string 'yes' is not a valid Boolean value.",
  ],
];
