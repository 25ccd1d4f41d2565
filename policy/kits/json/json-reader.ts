import { charge, tick } from "@/policy/expression/values/budget";
import { NetException } from "@/policy/expression/values/net-exception";
import { type PathStep, writePath } from "./json-position";

export type JsonToken =
  | "None"
  | "StartObject"
  | "StartArray"
  | "StartConstructor"
  | "PropertyName"
  | "Comment"
  | "Integer"
  | "Float"
  | "String"
  | "Boolean"
  | "Null"
  | "Undefined"
  | "EndObject"
  | "EndArray"
  | "EndConstructor"
  | "Date";

/** What the next token may be; as in Newtonsoft's reader, on which the texts of its errors depend. */
export type ReaderState =
  | "Start"
  | "Property"
  | "ObjectStart"
  | "Object"
  | "ArrayStart"
  | "Array"
  | "ConstructorStart"
  | "Constructor"
  | "PostValue"
  | "Finished";

export type ContainerKind = "Object" | "Array" | "Constructor";

interface Container {
  readonly kind: ContainerKind;
  name: string | null;
  index: number;
}

const maxDepth = 64;

/** The part of a JSON reader that knows where in the document it is. */
export abstract class JsonReader {
  token: JsonToken = "None";
  /** Boxed; the name, of a property or constructor. */
  value: unknown = null;
  protected state: ReaderState = "Start";
  protected readonly containers: Container[] = [];

  protected abstract get where(): { line: number; position: number };

  /** How many containers are open. */
  get depth(): number {
    return this.containers.length;
  }

  protected get inside(): ContainerKind | null {
    return this.containers.at(-1)?.kind ?? null;
  }

  get path(): string {
    const fresh = this.state === "ArrayStart" || this.state === "ObjectStart" || this.state === "ConstructorStart";
    const steps: PathStep[] = [];
    for (const { kind, name, index } of fresh ? this.containers.slice(0, -1) : this.containers) {
      if (kind !== "Object") steps.push(index);
      else if (name !== null) steps.push(name);
    }
    return writePath(steps);
  }

  error(message: string, exception = "JsonReaderException"): NetException {
    const { line, position } = this.where;
    const sentence = message.endsWith(".") ? message : `${message}.`;
    return new NetException(
      `Newtonsoft.Json.${exception}`,
      `${sentence} Path '${this.path}', line ${line}, position ${position}.`,
    );
  }

  protected open(kind: ContainerKind, name: string | null): true {
    tick();
    this.finishValue();
    this.token = `Start${kind}`;
    this.value = name;
    this.containers.push({ kind, name: null, index: -1 });
    this.state = `${kind}Start`;
    if (this.containers.length > maxDepth) throw this.error(`The reader's MaxDepth of ${maxDepth} has been exceeded.`);
    return true;
  }

  protected close(kind: ContainerKind): true {
    this.token = `End${kind}`;
    this.value = null;
    const closed = this.containers.pop()?.kind ?? "None";
    if (closed !== kind) throw this.error(`JsonToken End${kind} is not valid for closing JsonType ${closed}.`);
    this.state = this.containers.length > 0 ? "PostValue" : "Finished";
    return true;
  }

  protected named(name: string): true {
    tick();
    charge(name.length * 2 + 32);
    this.token = "PropertyName";
    this.value = name;
    this.state = "Property";
    const container = this.containers.at(-1);
    if (container) container.name = name;
    return true;
  }

  protected primitive(token: JsonToken, value: unknown): true {
    tick();
    this.token = token;
    this.value = value;
    this.afterValue();
    return true;
  }

  protected afterValue(): void {
    this.state = this.containers.length > 0 ? "PostValue" : "Finished";
    this.finishValue();
  }

  private finishValue(): void {
    const container = this.containers.at(-1);
    if (container && container.kind !== "Object") container.index++;
  }
}
