import { charge, tick } from "@/policy/expression/values/budget";
import { quoteJson } from "./escape-json";
import { newLine } from "./new-line";

interface Level {
  readonly close: string;
  isEmpty: boolean;
}

/** Puts JSON together piece by piece, with two spaces per level where it is indented. */
export class JsonWriter {
  private readonly indented: boolean;
  private readonly levels: Level[] = [];
  text = "";
  /** After a property's name. */
  private expectsValue = false;

  constructor(indented: boolean) {
    this.indented = indented;
  }

  get depth(): number {
    return this.levels.length;
  }

  open(opening: string, close: string): void {
    this.beforeValue();
    this.put(opening);
    this.levels.push({ close, isEmpty: true });
  }

  close(): void {
    const level = this.levels.pop()!;
    if (!level.isEmpty) this.startLine();
    this.put(level.close);
  }

  name(name: string): void {
    const level = this.levels.at(-1);
    if (level) this.nextLine(level);
    this.put(quoteJson(name) + (this.indented ? ": " : ":"));
    this.expectsValue = true;
  }

  value(text: string): void {
    this.beforeValue();
    this.put(text);
  }

  /** Comments stand between values, without a comma of their own. */
  comment(text: string): void {
    this.expectsValue = false;
    this.startLine();
    this.put(`/*${text}*/`);
  }

  private beforeValue(): void {
    const level = this.levels.at(-1);
    if (!this.expectsValue && level) this.nextLine(level);
    this.expectsValue = false;
  }

  private nextLine(level: Level): void {
    if (!level.isEmpty) this.put(",");
    level.isEmpty = false;
    this.startLine();
  }

  private startLine(): void {
    if (this.indented) this.put(newLine + "  ".repeat(this.levels.length));
  }

  private put(text: string): void {
    tick();
    charge(text.length * 2 + 8);
    this.text += text;
  }
}
