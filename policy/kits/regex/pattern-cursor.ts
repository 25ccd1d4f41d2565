import { tick } from "@/policy/expression/values/budget";
import { argumentException, type NetException } from "@/policy/expression/values/net-exception";

/** Where the parser of patterns stands. */
export class PatternCursor {
  readonly pattern: string;
  at = 0;

  constructor(pattern: string) {
    this.pattern = pattern;
  }

  get atEnd(): boolean {
    return this.at >= this.pattern.length;
  }

  /** The character so many places ahead; "" past the end. */
  peek(ahead = 0): string {
    return this.pattern.charAt(this.at + ahead);
  }

  next(): string {
    tick();
    return this.pattern.charAt(this.at++);
  }

  take(text: string): boolean {
    if (!this.pattern.startsWith(text, this.at)) return false;
    this.at += text.length;
    return true;
  }

  /** What the pattern matches from here; sticky patterns only. */
  scan(pattern: RegExp): string | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.pattern);
    if (found === null) return null;
    this.at += found[0].length;
    return found[0];
  }

  /** An ArgumentException in the words of .NET. */
  error(message: string): NetException {
    return argumentException(`Invalid pattern '${this.pattern}' at offset ${this.at}. ${message}`);
  }
}
