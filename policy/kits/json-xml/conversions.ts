import { jsonToXml, type ToXmlOptions } from "./json-to-xml";
import { readJson } from "./read-json";
import { type ToJsonOptions, xmlToJson } from "./xml-to-json";

// Tasks for a worker thread, and for the event loop where the text is short.

export const jsonTextToXml = (work: { text: string; parsesDates: boolean; options: ToXmlOptions }): string =>
  jsonToXml(readJson(work.text, work.parsesDates), work.options);

export const xmlTextToJson = (work: { text: string; options: ToJsonOptions }): string =>
  xmlToJson(work.text, work.options);
