import type { Span } from "./xml/nodes";

export type Severity = "error" | "warning";
export type ExpressionCode = `CS${string}` | `GH${string}`;

/** Something wrong in a policy document, where, and in words for its author. */
export interface Diagnostic {
  /** Of this table, or of the C# compiler: "CS1061". */
  code: DiagnosticCode | ExpressionCode;
  /** A document with errors is not saved; a warning is legal and unwise. */
  severity: Severity;
  message: string;
  /** The element it is about, for ARM's `target`; empty for the document as a whole. */
  element: string;
  span: Span;
  /** Both count from 1. */
  line: number;
  column: number;
}

const list = (names: readonly string[]) => names.map((name) => `'${name}'`).join(", ");
const expected = (names: readonly string[]) =>
  names.length === 0 ? "" : ` List of possible elements expected: ${list(names)}.`;

/** Every message of the language, by code, in the words that API Management uses wherever those are known. */
export const messages = {
  "xml-malformed": (what: string) => what,
  "dtd-prohibited": () => "For security reasons DTD is prohibited in this XML document.",
  "entity-unknown": (name: string | null) =>
    name === null
      ? "An '&' must be written as '&amp;' here."
      : `Reference to undeclared entity '${name}'. Only amp, lt, gt, quot and apos are known.`,
  "expression-unclosed": () => "The expression is not closed.",
  "document-too-large": (maxBytes: number) => `The document is larger than ${maxBytes / 1024} KB.`,
  "nested-too-deep": (maxDepth: number) => `Elements are nested more than ${maxDepth} levels deep.`,
  "root-wrong": (root: string) =>
    root === "policies"
      ? "Policy section is not allowed in the specified scope. The root element must be 'policies'."
      : `The root element must be '${root}'.`,
  "root-missing": (root: string) => `The document has no root element. It must be '${root}'.`,
  "section-unknown": (name: string, sections: readonly string[]) =>
    `The element 'policies' has invalid child element '${name}'.${expected(sections)}`,
  "section-repeated": (name: string) => `The section '${name}' may appear only once.`,
  "child-unknown": (parent: string, child: string, names: readonly string[]) =>
    `The element '${parent}' has invalid child element '${child}'.${expected(names)}`,
  "child-missing": (parent: string, names: readonly string[]) =>
    `The element '${parent}' has incomplete content.${expected(names)}`,
  "child-repeated": (parent: string, child: string, max: number) =>
    `The element '${parent}' may hold '${child}' at most ${max === 1 ? "once" : `${max} times`}.`,
  "text-forbidden": (element: string, names: readonly string[]) =>
    `The element '${element}' cannot contain text.${expected(names)}`,
  "attribute-unknown": (name: string, meant: string | null = null) =>
    `The '${name}' attribute is not declared.${meant === null ? "" : ` Did you mean '${meant}'?`}`,
  "attribute-missing": (name: string) => `The required attribute '${name}' is missing.`,
  "attribute-invalid": (name: string, value: string, type: string, why: string) =>
    `The '${name}' attribute is invalid - The value '${value}' is invalid according to its datatype '${type}' - ${why}`,
  "attributes-conflict": (names: readonly string[]) => `Only one of the attributes ${list(names)} may be given.`,
  "attributes-one-needed": (names: readonly string[]) => `One of the attributes ${list(names)} is required.`,
  "attribute-needs": (name: string, needed: string) =>
    `The '${name}' attribute may only be used together with '${needed}'.`,
  "policy-unavailable": (name: string) => `policy '${name}' is not available.`,
  "policy-wrong-section": () => "Policy is not allowed in the specified section.",
  "policy-wrong-scope": () => "Policy is not allowed in the specified scope.",
  "policy-once-per-section": (name: string) => `The policy '${name}' may be used only once in a section.`,
  "policy-once-per-document": (name: string) => `The policy '${name}' may be used only once in a policy definition.`,
  "fragment-wrong-section": (id: string, name: string) =>
    `The fragment '${id}' holds '${name}', which is not allowed in this section.`,
  "fragment-wrong-scope": (id: string, name: string) =>
    `The fragment '${id}' holds '${name}', which is not allowed in this scope.`,
  "fragment-once-per-section": (id: string, name: string) =>
    `The fragment '${id}' holds '${name}', which may be used only once in a section.`,
  "fragment-once-per-document": (id: string, name: string) =>
    `The fragment '${id}' holds '${name}', which may be used only once in a policy definition.`,
  "backend-one-policy": () =>
    "The section 'backend' may hold only one policy. Put several inside one policy that holds others, such as 'choose'.",
  "base-repeated": () => "'base' may appear only once in a section.",
  "base-misplaced": () => "'base' may only stand directly inside a section.",
  "base-in-fragment": () => "'base' is not allowed in a policy fragment.",
  "fragment-in-fragment": () => "A policy fragment cannot include another policy fragment.",
  "section-in-fragment": (name: string) => `The section '${name}' is not allowed in a policy fragment.`,
  "named-value-unknown": (name: string) => `Cannot find a property '${name}'.`,
  "fragment-unknown": (id: string) => `Policy fragment '${id}' could not be found.`,
  "backend-unknown": (id: string) => `Backend with id '${id}' could not be found.`,
  "certificate-unknown": (id: string) => `Certificate '${id}' could not be found.`,
  "logger-unknown": () => "Logger not found",
  "expression-forbidden": (name: string) => `The '${name}' attribute cannot hold an expression.`,
  "value-unsupported": (what: string) => `${what} is not supported yet by this version.`,
  "template-parameter-unknown": () =>
    "Only parameters specified in the original URL template can be used in the rewrite template",
  "url-needed": (element: string) => `'${element}' needs a 'set-url' unless its mode is 'copy'.`,
  "header-protected": (name: string) => `The header '${name}' is managed by the gateway and cannot be changed.`,
  "value-invalid": (what: string) => what,

  // Legal, and unwise.
  "value-placeholder": (value: string, type: string) =>
    `'${value}' looks like a gap that a deployment tool fills. It must be of the type '${type}' when the document is saved.`,
  "text-placeholder": (text: string) => `'${text}' looks like a gap that a deployment tool fills.`,
  "header-name-odd": (name: string) => `'${name}' is not a header name; a request that meets it fails.`,
  "root-absent": () => "The document has no 'policies' around it. It is a snippet: it cannot be saved as it stands.",
  "base-missing": (section: string) =>
    `The section '${section}' has no 'base': what the wider scopes do in it is dropped.`,
  "when-unreachable": () => "This branch is never taken: a branch before it always is.",
  "when-repeated": (line: number) => `This branch is never taken: its condition is that of line ${line}.`,
  "when-never": () => "This branch is never taken: its condition is always false.",
  "policy-unreachable": (name: string) => `This is never reached: '${name}' before it ends the pipeline.`,
  "secret-in-trace": (what: string) =>
    `${what} is written to a place that people read. Traces and logs are kept longer than secrets should be.`,
  "variable-unused": (name: string) =>
    `The variable '${name}' is set in this fragment and read nowhere in it: whatever includes it must know of it.`,
  "backend-unsent": () => "The section 'backend' holds neither 'base' nor 'forward-request': no request is sent.",
  "cors-late": () => "'cors' should be the first policy of 'inbound', or other policies refuse preflight requests.",
  "cache-alone": (name: string, other: string) => `'${name}' does nothing without '${other}'.`,
  "retry-unbuffered": () =>
    "A request with a body cannot be sent again: set buffer-request-body=\"true\" on this 'forward-request'.",
  "policy-undocumented": (name: string) => `'${name}' is not documented; API Management may change or drop it.`,
} satisfies Record<string, (...args: never[]) => string>;

export type DiagnosticCode = keyof typeof messages;

const warnings: ReadonlySet<DiagnosticCode> = new Set([
  "value-placeholder",
  "text-placeholder",
  "header-name-odd",
  "root-absent",
  "base-missing",
  "when-unreachable",
  "when-repeated",
  "when-never",
  "policy-unreachable",
  "secret-in-trace",
  "variable-unused",
  "backend-unsent",
  "cors-late",
  "cache-alone",
  "retry-unbuffered",
  "policy-undocumented",
]);

const maxDiagnostics = 100;

/** Collects what is wrong with one document; the first hundred are enough for anybody. */
export class Diagnostics {
  readonly found: Diagnostic[] = [];
  private readonly count: Record<Severity, number> = { error: 0, warning: 0 };
  private lineStarts: number[] | null = null;
  private readonly source: string;

  constructor(source: string) {
    this.source = source;
  }

  report<C extends DiagnosticCode>(
    code: C,
    at: Span,
    element: string,
    ...args: Parameters<(typeof messages)[C]>
  ): void {
    const message = (messages[code] as (...args: unknown[]) => string)(...args);
    this.add(code, warnings.has(code) ? "warning" : "error", message, at, element);
  }

  /** What is wrong inside an expression, in the words of the C# compiler. */
  reportExpression(problem: { code: string; severity: Severity; message: string }, at: Span, element: string): void {
    this.add(problem.code as ExpressionCode, problem.severity, problem.message, at, element);
  }

  private add(code: Diagnostic["code"], severity: Severity, message: string, at: Span, element: string): void {
    // Warnings give way: a hundred of them must not hide an error.
    if (this.count[severity] >= maxDiagnostics) return;
    this.count[severity]++;
    this.found.push({ code, severity, message, element, span: at, ...this.position(at.start) });
  }

  position(offset: number): { line: number; column: number } {
    this.lineStarts ??= lineStartsOf(this.source);
    const starts = this.lineStarts;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] as number) + 1 };
  }
}

function lineStartsOf(source: string): number[] {
  const starts = [0];
  for (let at = source.indexOf("\n"); at >= 0; at = source.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

/** As the management API tells it. */
export function describe({ element, line, column, message, severity }: Diagnostic): string {
  const what = severity === "error" ? "Error" : "Warning";
  return element === ""
    ? `${what} on line ${line}, column ${column}: ${message}`
    : `${what} in element '${element}' on line ${line}, column ${column}: ${message}`;
}

export const isError = ({ severity }: Diagnostic): boolean => severity === "error";

/** The message, the line it is about and a caret below the place. */
export function showWithCaret(diagnostic: Diagnostic, source: string): string {
  const start = source.lastIndexOf("\n", diagnostic.span.start - 1) + 1;
  const end = source.indexOf("\n", diagnostic.span.start);
  const line = source.slice(start, end < 0 ? source.length : end).replace(/\r$/, "");
  const indent = line.slice(0, diagnostic.column - 1).replace(/[^\t]/g, " ");
  return `${describe(diagnostic)}\n  | ${line}\n  | ${indent}^`;
}
