import { charge, tickMany } from "@/policy/expression/values/budget";
import { NetException } from "@/policy/expression/values/net-exception";
import { NetObject } from "@/policy/expression/values/net-object";

/** System.IO.StringReader */
export class StringReader extends NetObject {
  private readonly text: string;
  private at = 0;
  private closed = false;

  constructor(text: string) {
    super();
    this.text = text;
  }

  override get typeName(): string {
    return "System.IO.StringReader";
  }

  close(): void {
    this.closed = true;
  }

  peek(): number {
    this.checkOpen();
    return this.at < this.text.length ? this.text.charCodeAt(this.at) : -1;
  }

  read(): number {
    const code = this.peek();
    if (code >= 0) this.at++;
    return code;
  }

  /** At most so many characters. */
  take(count: number): string {
    this.checkOpen();
    const taken = this.text.slice(this.at, this.at + count);
    charge(2 * taken.length);
    this.at += taken.length;
    return taken;
  }

  readLine(): string | null {
    this.checkOpen();
    if (this.at >= this.text.length) return null;
    const end = /\r\n|\r|\n/g;
    end.lastIndex = this.at;
    const found = end.exec(this.text);
    const line = this.text.slice(this.at, found?.index);
    tickMany(line.length);
    charge(2 * line.length);
    this.at += line.length + (found?.[0].length ?? 0);
    return line;
  }

  private checkOpen(): void {
    if (this.closed) throw new NetException("System.ObjectDisposedException", "Cannot read from a closed TextReader.");
  }
}
