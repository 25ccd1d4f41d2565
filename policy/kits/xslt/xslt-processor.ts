import { type SandboxedLibxslt, sandboxedLibxslt } from "./sandboxed-libxslt";

/** A transformation that cannot be done: the stylesheet's fault, or the document's. */
export class TransformationError extends Error {}

/** A document is read without the network, entities from elsewhere or an encoding other than the one it is given in. */
const readingOptions = 2_048 | 8_388_608 | 2_097_152;
const mostStylesheets = 50;
const mostResultBytes = 32 * 1024 * 1024;
/** Memory does not shrink, so an instance that needed more is not kept. */
const keptMemoryBytes = 64 * 1024 * 1024;

/** libxslt with the stylesheets that it has compiled. */
export class XsltProcessor {
  readonly #xslt: SandboxedLibxslt;
  readonly #stylesheets = new Map<string, number>();

  private constructor(xslt: SandboxedLibxslt) {
    this.#xslt = xslt;
  }

  static async start(): Promise<XsltProcessor> {
    return new XsltProcessor(await sandboxedLibxslt());
  }

  get isSpent(): boolean {
    return this.#xslt.memory().byteLength > keptMemoryBytes;
  }

  /** The result as UTF-8, whatever encoding it declares. */
  transform(stylesheet: string, document: string, parameters: readonly (readonly [string, string])[]): Uint8Array {
    const { lib } = this.#xslt;
    this.#xslt.begin();
    const style = this.#compiled(stylesheet);
    this.#xslt.begin();
    const source = this.#read(document);
    if (source === 0) throw this.#error("The body is no XML that can be transformed");
    const pairs = this.#parameters(parameters);
    let result = 0;
    try {
      result = sync(lib._xsltApplyStylesheet(style, source, pairs.address));
      if (result === 0 || this.#xslt.wasRefused()) throw this.#error("The stylesheet failed");
      return this.#saved(result, style);
    } finally {
      if (result !== 0) lib._xmlFreeDoc(result);
      lib._xmlFreeDoc(source);
      for (const address of pairs.owned) lib._free(address);
    }
  }

  #compiled(stylesheet: string): number {
    const kept = this.#stylesheets.get(stylesheet);
    if (kept !== undefined) {
      this.#stylesheets.delete(stylesheet);
      this.#stylesheets.set(stylesheet, kept);
      return kept;
    }
    const document = this.#read(stylesheet);
    if (document === 0) throw this.#error("The stylesheet is no XML");
    const style = sync(this.#xslt.lib._xsltParseStylesheetDoc(document));
    if (style === 0 || this.#xslt.wasRefused()) throw this.#error("The stylesheet does not compile");
    this.#stylesheets.set(stylesheet, style);
    if (this.#stylesheets.size > mostStylesheets) {
      const [oldest, address] = [...this.#stylesheets][0] as [string, number];
      this.#stylesheets.delete(oldest);
      this.#xslt.lib._xsltFreeStylesheet(address);
    }
    return style;
  }

  #read(text: string): number {
    const { lib } = this.#xslt;
    const bytes = new TextEncoder().encode(text);
    const address = lib._malloc(bytes.length + 1);
    const encoding = lib.stringToNewUTF8("UTF-8");
    if (address === 0) throw new TransformationError("There is not enough memory for the document.");
    this.#xslt.memory().set(bytes, address);
    try {
      return sync(lib._xmlReadMemory(address, bytes.length, 0, encoding, readingOptions));
    } finally {
      lib._free(address);
      lib._free(encoding);
    }
  }

  /** Names and XPath expressions, in turns. */
  #parameters(parameters: readonly (readonly [string, string])[]): { address: number; owned: number[] } {
    const { lib } = this.#xslt;
    const texts = parameters.flatMap(([name, value]) => [name, xpathString(value)]);
    const strings = texts.map((text): number => lib.stringToNewUTF8(text));
    const address = lib._calloc(texts.length + 1, 4);
    for (const [index, string] of strings.entries()) lib.setValue(address + index * 4, string, "*");
    return { address, owned: [...strings, address] };
  }

  #saved(result: number, style: number): Uint8Array {
    const { lib } = this.#xslt;
    const buffer = lib._xmlAllocOutputBuffer(0);
    try {
      if (lib._xsltSaveResultTo(buffer, result, style) < 0) throw this.#error("The result cannot be written");
      const start = lib._xmlOutputBufferGetContent(buffer);
      const size = lib._xmlOutputBufferGetSize(buffer);
      if (size > mostResultBytes) throw new TransformationError(`The result is larger than ${mostResultBytes} bytes.`);
      return this.#xslt.memory().slice(start, start + size);
    } finally {
      lib._xmlOutputBufferClose(buffer);
    }
  }

  #error(what: string): TransformationError {
    if (this.#xslt.wasRefused()) {
      return new TransformationError(
        `${what}: it refers to another document, and no document() and no file or address can be reached from here.`,
      );
    }
    const said = this.#xslt
      .said()
      .split("\n")
      .map((line) => line.trim());
    const lines = said.filter((line) => line !== "" && !/^\^$/.test(line)).slice(0, 3);
    return new TransformationError(lines.length === 0 ? `${what}.` : `${what}: ${lines.join(" ")}`);
  }
}

/** Calls of the module return at once, as nothing in it waits. */
const sync = (value: number | Promise<number>): number => value as number;

/** A literal of XPath 1.0, which has no escapes. */
function xpathString(value: string): string {
  const text = value.replaceAll("\0", "");
  if (!text.includes("'")) return `'${text}'`;
  if (!text.includes('"')) return `"${text}"`;
  return `concat(${text
    .split("'")
    .map((part) => `'${part}'`)
    .join(`, "'", `)})`;
}
