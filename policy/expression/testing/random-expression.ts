import type { Random } from "@/policy/testing/random";

type Kind = "int" | "long" | "double" | "string" | "bool";
const kinds: readonly Kind[] = ["int", "long", "double", "string", "bool"];

const telling: Readonly<Record<Kind, readonly string[]>> = {
  int: ["0", "1", "-1", "7", "255", "65536", "int.MaxValue", "int.MinValue", "123456789"],
  long: ["0L", "1L", "-3L", "4294967296L", "long.MaxValue", "long.MinValue"],
  double: ["0.0", "1.5", "-0.25", "1e10", "-1e300", "double.NaN", "double.PositiveInfinity", "3e9"],
  string: ['""', '"a"', '"Zb"', '"\\u00e9"', "null"],
  bool: ["true", "false"],
};

const declarations = kinds
  .map((kind) => `${kind} ${telling[kind].map((value, at) => `${kind}_${at} = ${value}`).join(", ")};`)
  .join(" ");

/** Well-typed C# of any shape, for comparing two ways of running it. */
export class RandomProgram {
  readonly #random: Random;
  readonly #variables: { name: string; kind: Kind }[] = [];
  #next = 0;
  /** Within a lambda, so that its parameter is at hand. */
  #parameter: string | null = null;

  constructor(random: Random) {
    this.#random = random;
  }

  text(): string {
    let body = `${declarations} int[] a = { 3, -1, 7 }; double[] da = { 0.5, -2.5 }; string s = null; int? n = null; object o = 5;`;
    for (const kind of kinds) body += this.#declare(kind);
    for (let at = 0; at < 4; at++) body += this.#statement(2);
    const all = this.#variables.map(({ name }) => name).join(' + "|" + ');
    return `@{ ${body} return ${this.#of(this.#random.of(kinds), 3)} + "|" + ${all}; }`;
  }

  #declare(kind: Kind): string {
    const name = `x${this.#next++}`;
    const code = `${kind} ${name} = ${this.#of(kind, 2)}; `;
    this.#variables.push({ name, kind });
    return code;
  }

  #variable(kind: Kind): string {
    return this.#random.of(this.#variables.filter((one) => one.kind === kind)).name;
  }

  #statement(depth: number): string {
    const random = this.#random;
    const kind = random.of(kinds);
    switch (random.below(depth > 0 ? 9 : 3)) {
      case 0:
        return `${this.#variable(kind)} = ${this.#of(kind, 3)};`;
      case 1: {
        const number = random.of(["int", "long", "double"] as const);
        return `${this.#variable(number)} ${random.of(["+=", "-=", "*="])} ${this.#of(number, 2)};`;
      }
      case 2:
        return `a[${random.below(3)}] ${random.of(["=", "+=", "^="])} ${this.#of("int", 2)};`;
      case 3:
        return `if (${this.#of("bool", 2)}) { ${this.#statement(depth - 1)} } else { ${this.#statement(depth - 1)} }`;
      case 4: {
        const index = `i${this.#next++}`;
        return `for (int ${index} = 0; ${index} < ${random.below(5)}; ${index}++) { ${this.#statement(depth - 1)} if (${this.#of("bool", 1)}) ${random.of(["break", "continue"])}; ${this.#statement(depth - 1)} }`;
      }
      case 5:
        return `foreach (var e${this.#next++} in a) { ${this.#statement(depth - 1)} }`;
      case 6:
        return `try { ${this.#statement(depth - 1)} ${this.#statement(depth - 1)} } catch (DivideByZeroException) { ${this.#statement(depth - 1)} } finally { ${this.#statement(depth - 1)} }`;
      case 7:
        return `switch (${this.#of("int", 1)} % 3) { case 0: ${this.#statement(depth - 1)} goto case 1; case 1: ${this.#statement(depth - 1)} break; default: ${this.#statement(depth - 1)} break; }`;
      default: {
        const name = `f${this.#next++}`;
        return `Func<int, double> ${name} = p${name} => { ${this.#statement(depth - 1)} return ${this.#lambda(`p${name}`)}; }; ${this.#variable("double")} = ${name}(${this.#of("int", 1)});`;
      }
    }
  }

  #lambda(parameter: string): string {
    const outer = this.#parameter;
    this.#parameter = parameter;
    const code = this.#of("double", 2);
    this.#parameter = outer;
    return code;
  }

  #of(kind: Kind, depth: number): string {
    const random = this.#random;
    const known = this.#variables.some((one) => one.kind === kind);
    if (depth <= 0 || random.chance(0.2)) {
      if (kind === "int" && this.#parameter !== null && random.chance(0.4)) return this.#parameter;
      return known && random.chance(0.6) ? this.#variable(kind) : this.#literal(kind);
    }
    if (random.chance(0.08))
      return `(${this.#of("bool", depth - 1)} ? ${this.#of(kind, depth - 1)} : ${this.#of(kind, depth - 1)})`;
    if (known && random.chance(0.05)) return `(${this.#variable(kind)} = ${this.#of(kind, depth - 1)})`;
    switch (kind) {
      case "int":
        return this.#int(depth - 1);
      case "long":
        return this.#long(depth - 1);
      case "double":
        return this.#double(depth - 1);
      case "string":
        return this.#string(depth - 1);
      case "bool":
        return this.#bool(depth - 1);
    }
  }

  /** A variable that holds one of the telling values, so that nothing is found out when compiling. */
  #literal(kind: Kind): string {
    return `${kind}_${this.#random.below(telling[kind].length)}`;
  }

  #two(kind: Kind, depth: number, operators: readonly string[]): string {
    return `(${this.#of(kind, depth)} ${this.#random.of(operators)} ${this.#of(kind, depth)})`;
  }

  #query(depth: number): string {
    const name = `w${this.#next++}`;
    const outer = this.#parameter;
    this.#parameter = name;
    const [one, two] = [this.#of("int", depth), this.#of("bool", depth)];
    this.#parameter = outer;
    return this.#random.of([
      `a.Where(${name} => ${two}).Count()`,
      `a.Select(${name} => ${one}).Aggregate(0, (p${name}, q${name}) => p${name} ^ q${name})`,
      `a.OrderBy(${name} => ${one}).First()`,
      `(int)da.Select(d${name} => d${name} * ${this.#of("double", 0)}).ToList()[1]`,
    ]);
  }

  #divided(kind: "int" | "long", depth: number): string {
    const divisor = this.#of(kind, depth);
    const safe = this.#random.chance(0.9) ? `(${divisor} | 2)` : divisor;
    return `(${this.#of(kind, depth)} ${this.#random.of(["/", "%"])} ${safe})`;
  }

  #int(depth: number): string {
    const random = this.#random;
    switch (random.below(11)) {
      case 9:
        return this.#query(depth);
      case 0:
        return `(int)${this.#of("double", depth)}`;
      case 1:
        return `(int)${this.#of("long", depth)}`;
      case 2:
        return random.chance(0.9) ? `a[${random.below(3)}]` : `a[${this.#of("int", 0)}]`;
      case 3:
        return `(${random.of(["byte", "sbyte", "short", "ushort", "char"])})${this.#of("int", depth)}`;
      case 4:
        return `(n ?? ${this.#of("int", depth)})`;
      case 5:
        return random.of([
          `(o is int q${this.#next} ? q${this.#next++} : 0)`,
          `${this.#variableOr("int")}`,
          `(s?.Length ?? ${this.#of("int", depth)})`,
        ]);
      case 6:
        return `${random.of(["checked", "unchecked"])}(${this.#two("int", depth, ["+", "-", "*"])})`;
      case 7:
        return `(${random.of(["-", "~", "+"])}${this.#of("int", depth)})`;
      default:
        return random.chance(0.25) ? this.#divided("int", depth) : this.#two("int", depth, [..."+-*&|^", "<<", ">>"]);
    }
  }

  #variableOr(kind: Kind): string {
    const known = this.#variables.some((one) => one.kind === kind);
    return known ? `${this.#variable(kind)}++` : this.#literal(kind);
  }

  #long(depth: number): string {
    switch (this.#random.below(5)) {
      case 0:
        return `(long)${this.#of("int", depth)}`;
      case 1:
        return `(long)${this.#of("double", depth)}`;
      case 2:
        return `(${this.#of("long", depth)} ${this.#random.of(["<<", ">>"])} ${this.#of("int", depth)})`;
      default:
        return this.#random.chance(0.25) ? this.#divided("long", depth) : this.#two("long", depth, [..."+-*&|^"]);
    }
  }

  #double(depth: number): string {
    switch (this.#random.below(5)) {
      case 0:
        return `(double)${this.#of("int", depth)}`;
      case 1:
        return `(float)${this.#of("double", depth)}`;
      case 2:
        return `da[${this.#random.below(2)}]`;
      default:
        return this.#two("double", depth, ["+", "-", "*", "/", "%"]);
    }
  }

  #string(depth: number): string {
    const kind = this.#random.of(kinds);
    switch (this.#random.below(4)) {
      case 0:
        return `(${this.#of("string", depth)} + ${this.#of(kind, depth)} + ${this.#of("string", 0)})`;
      case 1:
        return `$"{${this.#of(kind, 0)
          .replaceAll('"', "")
          .replace(/^$|^[aZ]b?$|u00e9/, "1")}}z"`;
      case 2:
        return `(s ?? ${this.#of("string", depth)})`;
      default:
        return `(${this.#of("string", depth)} + ${this.#of("string", depth)})`;
    }
  }

  #bool(depth: number): string {
    const random = this.#random;
    const number = random.of(["int", "long", "double"] as const);
    switch (random.below(6)) {
      case 0:
        return this.#two(number, depth, ["<", ">", "<=", ">=", "==", "!="]);
      case 1:
        return this.#two("string", depth, ["==", "!="]);
      case 2:
        return this.#two("bool", depth, ["&&", "||"]);
      case 3:
        return this.#two("bool", depth, ["&", "|", "^", "==", "!="]);
      case 4:
        return random.of(["(n == null)", "(n < 1)", "(o is int)", "(o is string)", "(s == null)"]);
      default:
        return `!${this.#of("bool", depth)}`;
    }
  }
}
