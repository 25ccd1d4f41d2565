import { history, isolateHistory, redo, redoDepth, undo, undoDepth } from "@codemirror/commands";
import {
  Compartment,
  EditorState,
  type Extension,
  type Text,
  Transaction,
  type TransactionSpec,
} from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import type { XmlDocument } from "@/policy/xml/nodes";
import type { TextEdit } from "@/policy/xml/text-edit";
import { sharedEnd, sharedStart } from "./shared-ends";
import { treeOf } from "./tree-of";

/**
 * The one text that every view shows and edits, with one history. Line breaks are single characters in it, as in the
 * code view; `source` is the text as it is stored, with the line breaks of its author.
 */
export class EditorDocument {
  readonly #shown = new Compartment();
  readonly #crlf: boolean;
  readonly #listeners = new Set<() => void>();
  #state: EditorState;
  #view: EditorView | null = null;
  #typed: { field: string; at: number; doc: Text } | null = null;

  constructor(source: string) {
    // Where authors mixed them, each stays what it is: only "\n" divides lines, and the others are characters.
    this.#crlf = source.includes("\r") && !/\r(?!\n)|(?<!\r)\n/.test(source);
    const doc = this.#crlf ? source.replaceAll("\r\n", "\n") : source;
    this.#state = EditorState.create({
      doc,
      extensions: [history(), EditorState.lineSeparator.of("\n"), this.#shown.of([])],
    });
  }

  get state(): EditorState {
    return this.#state;
  }
  get text(): string {
    return treeOf(this.#state.doc).text;
  }
  get source(): string {
    return this.#crlf ? this.text.replaceAll("\n", "\r\n") : this.text;
  }
  /** The tree of the present text. */
  get parsed(): XmlDocument {
    return treeOf(this.#state.doc).document;
  }

  get isWellFormed(): boolean {
    return treeOf(this.#state.doc).diagnostics.length === 0;
  }

  /** From an offset into `source`, such as a trace's, to one into `text`. */
  fromSource(offset: number): number {
    if (!this.#crlf) return offset;
    const before = this.source.slice(0, offset);
    return before.length - (before.match(/\n/g)?.length ?? 0);
  }

  /** Edits of the present text, as one step of the history. */
  edit(edits: readonly TextEdit[], selectAt?: number): void {
    if (edits.length === 0) return;
    this.dispatch({
      changes: edits.map(({ start, end, text }) => ({ from: start, to: end, insert: text })),
      annotations: isolateHistory.of("full"),
      userEvent: "input.visual",
      ...(selectAt === undefined ? {} : { selection: { anchor: selectAt } }),
    });
  }

  /** The same while somebody types into a field of a form: with nothing in between, all of it is one step. */
  editField(field: string, edits: readonly TextEdit[]): void {
    if (edits.length === 0) return;
    const goesOn = this.#typed?.field === field && this.#typed.doc === this.#state.doc;
    const at = goesOn && this.#typed !== null ? this.#typed.at : Date.now();
    this.dispatch({
      changes: edits.map(({ start, end, text }) => ({ from: start, to: end, insert: text })),
      // The history joins what is near in time: these are all told as of the moment when the typing began.
      annotations: goesOn ? Transaction.time.of(at) : [Transaction.time.of(at), isolateHistory.of("before")],
    });
    this.#typed = { field, at, doc: this.#state.doc };
  }

  /** All of it, as one step of the history; what stays the same stays the same. */
  replace(source: string): void {
    const next = this.#crlf ? source.replaceAll("\r\n", "\n") : source;
    const { text } = this;
    if (next === text) return;
    const start = sharedStart(text, next);
    const rest = sharedEnd(text, next, Math.min(text.length, next.length) - start);
    this.edit([{ start, end: text.length - rest, text: next.slice(start, next.length - rest) }]);
  }

  dispatch(spec: TransactionSpec): void {
    if (this.#view !== null) this.#view.dispatch(spec);
    else this.#take([this.#state.update(spec)]);
  }

  get canUndo(): boolean {
    return undoDepth(this.#state) > 0;
  }
  get canRedo(): boolean {
    return redoDepth(this.#state) > 0;
  }
  undo(): void {
    undo({ state: this.#state, dispatch: (transaction) => this.#send(transaction) });
  }
  redo(): void {
    redo({ state: this.#state, dispatch: (transaction) => this.#send(transaction) });
  }

  /** Told after every transaction, changes of the selection included. */
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Shows it as code; one view at a time. */
  openView(parent: HTMLElement, extensions: Extension): EditorView {
    this.closeView();
    this.#state = this.#state.update({ effects: this.#shown.reconfigure(extensions) }).state;
    this.#view = new EditorView({
      state: this.#state,
      parent,
      dispatchTransactions: (transactions, view) => {
        view.update(transactions);
        this.#tell(view.state);
      },
    });
    return this.#view;
  }

  closeView(): void {
    const view = this.#view;
    if (view === null) return;
    this.#view = null;
    view.destroy();
    this.#state = this.#state.update({ effects: this.#shown.reconfigure([]) }).state;
  }

  get view(): EditorView | null {
    return this.#view;
  }

  #send(transaction: Transaction): void {
    if (this.#view !== null) this.#view.dispatch(transaction);
    else this.#take([transaction]);
  }

  #take(transactions: readonly Transaction[]): void {
    const last = transactions.at(-1);
    if (last !== undefined) this.#tell(last.state);
  }

  #tell(state: EditorState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
