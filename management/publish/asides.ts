import { randomUUID } from "node:crypto";
import type { Evaluation, EvaluationRequest } from "@/contract/console-run";
import { maxPreviews } from "@/contract/preview";
import { abilities, type FrameToPortal, type PreviewFrame } from "@/contract/stream";
import type { Sealer } from "@/lib/seal";
import { conflict, Refusal, resourceNotFound } from "../refusals";
import { parentIdOf } from "../store/parent-id";
import type { RehearsedEntry, StoredDocument } from "../store/store";
import { signPreview, signPreviewToken } from "../trace/debug-token";
import type { NodeConnection } from "./node-connection";
import type { Projector } from "./project-document";
import type { DraftToPreview } from "./status";
import { ToldPreviews } from "./told-previews";
import { takeTurns } from "./turns";

/** Of a preview and of its token; used again, it is told anew once half of it is over. */
const lifetimeMs = 10 * 60 * 1000;
const answerWithinMs = 8_000;
/** The gateway that evaluates has requests to serve. */
const maxEvaluating = 16;
/** A gateway takes no frame beyond this. */
const maxFrameLength = 24 * 1024 * 1024;
/** What is told of drafts can be lost, as what is told of commits can. */
const lookEveryMs = 5_000;

export interface AsidesOptions {
  /** null: nothing can be signed. */
  sealer: Sealer | null;
  projector: Projector;
  connections(): Iterable<NodeConnection>;
  /** Whom the test console sends to. */
  consoleNode(): NodeConnection | null;
  drafts: {
    /** Of its present state; null: it is no more. */
    digest(draftId: string): Promise<string | null>;
    changedAt(ids: readonly string[]): Promise<Map<string, Date>>;
  };
  onTrouble(error: unknown): void;
}

interface Offered {
  frame: PreviewFrame;
  /** By connection: null while it runs there, or why it does not. */
  answers: Map<NodeConnection, string | null>;
  listeners: Set<() => void>;
  /** The draft was changed, published or discarded meanwhile. */
  isOver: boolean;
}

interface Offering {
  readonly draftId: string;
  readonly made: Promise<Offered>;
  /** Since its state was last read. */
  isWritten: boolean;
}

/** What a portal asks of gateways beside the log: to preview drafts, and to evaluate expressions. */
export class Asides {
  readonly #options: AsidesOptions;
  readonly #told = new ToldPreviews();
  /** When each draft was written last whose state was looked at. */
  readonly #seen = new Map<string, number>();
  readonly #looking: NodeJS.Timeout;
  /** By draft; those asked for last stand last. */
  readonly #offered = new Map<string, Offered>();
  /** Being made ready, by draft and digest: who asks meanwhile waits for the same. */
  readonly #offering = new Map<string, Offering>();
  /** Of those, and of others that somebody still waits for. */
  readonly #awaited = new Set<Offered>();
  readonly #evaluating = new Map<
    string,
    { connection: NodeConnection; done: (evaluation: Evaluation | null) => void }
  >();

  constructor(options: AsidesOptions) {
    this.#options = options;
    this.#looking = setInterval(() => void this.#look(), lookEveryMs);
    this.#looking.unref();
  }

  close(): void {
    clearInterval(this.#looking);
  }

  async preview(draft: DraftToPreview): Promise<string> {
    const { sealer } = this.#options;
    if (sealer === null) throw new Error("Previews need a key to be signed with.");
    const node = this.#nodeThatCan(abilities.previews);
    const offered = this.#current(draft, node) ?? (await this.#offerOnce(draft, sealer));
    const problem = await this.#answer(offered, node);
    if (problem !== null) throw new Refusal(409, "DraftNotRunnable", problem);
    if (offered.isOver) throw over(draft.draftId, await this.#options.drafts.digest(draft.draftId));
    const { draftId, digest, expiresAt } = offered.frame;
    return signPreviewToken(sealer, { draftId, digest, expiresAt });
  }

  /** A draft was written, here or through another portal; null: any may have been. */
  draftWritten(draftId: string | null): void {
    const previewed = this.#previewed;
    for (const id of draftId === null ? previewed : [draftId]) if (previewed.has(id)) void this.#review(id);
  }

  evaluate(asked: EvaluationRequest): Promise<Evaluation> {
    const connection = this.#nodeThatCan(abilities.evaluation);
    if (this.#evaluating.size >= maxEvaluating) {
      throw new Refusal(429, "TooManyEvaluations", "Too many expressions are being evaluated. Try again.");
    }
    const id = randomUUID();
    return new Promise((resolve, reject) => {
      const done = (evaluation: Evaluation | null) => {
        clearTimeout(timer);
        this.#evaluating.delete(id);
        if (evaluation === null) reject(noAnswer());
        else resolve(evaluation);
      };
      const timer = setTimeout(done, answerWithinMs, null);
      this.#evaluating.set(id, { connection, done });
      const { draft = null, ...rest } = asked;
      connection.sendAside({ kind: "evaluate", id, draftId: draft, ...rest });
    });
  }

  /** A gateway came, or came again: it has forgotten what it was told. */
  begun(connection: NodeConnection): void {
    if (!mayPreview(connection)) return;
    for (const [draftId, { frame }] of this.#offered) {
      if (frame.expiresAt <= Date.now()) this.#offered.delete(draftId);
      else this.#told.tell(connection, frame);
    }
  }

  gone(connection: NodeConnection): void {
    this.#told.gone(connection);
    for (const offered of this.#all()) {
      offered.answers.delete(connection);
      for (const tell of [...offered.listeners]) tell();
    }
    for (const { connection: asked, done } of [...this.#evaluating.values()]) if (asked === connection) done(null);
  }

  answered(connection: NodeConnection, answer: Extract<FrameToPortal, { kind: "previewed" | "evaluated" }>): void {
    if (answer.kind === "evaluated") {
      const asked = this.#evaluating.get(answer.id);
      if (asked?.connection === connection) asked.done(answer.evaluation);
      return;
    }
    // A gateway that comes tells what it kept: of drafts that others ended meanwhile, too.
    if (answer.problem === null && mayPreview(connection)) {
      if (this.#told.announced(connection, answer.draftId, answer.digest, lifetimeMs))
        void this.#review(answer.draftId);
    }
    for (const offered of this.#all()) {
      const { draftId, digest } = offered.frame;
      if (draftId !== answer.draftId || digest !== answer.digest) continue;
      offered.answers.set(connection, answer.problem);
      for (const tell of [...offered.listeners]) tell();
    }
  }

  #nodeThatCan(ability: string): NodeConnection {
    const node = this.#options.consoleNode();
    if (node === null) {
      throw new Refusal(503, "NoGateway", "No gateway of this installation is connected. Start it, then try again.");
    }
    if (node.peer.abilities.has(ability)) return node;
    throw new Refusal(
      503,
      "GatewayTooOld",
      "The connected gateway is an older version that cannot do this. Update it.",
    );
  }

  #current({ draftId, digest }: DraftToPreview, node: NodeConnection): Offered | null {
    const offered = this.#offered.get(draftId);
    if (offered === undefined || offered.frame.digest !== digest) return null;
    // What could not be run may run by now: another change may have been published.
    if (typeof offered.answers.get(node) === "string") return null;
    return offered.frame.expiresAt - Date.now() > lifetimeMs / 2 ? offered : null;
  }

  #offerOnce(draft: DraftToPreview, sealer: Sealer): Promise<Offered> {
    const key = `${draft.draftId} ${draft.digest}`;
    const known = this.#offering.get(key);
    if (known !== undefined) return known.made;
    const { draftId } = draft;
    /** Of the draft, such that whoever writes it from then on finds what was told. */
    const stateOf = async (): Promise<string | null> => {
      offering.isWritten = false;
      const digest = await this.#options.drafts.digest(draftId);
      return offering.isWritten ? stateOf() : digest;
    };
    const made = this.#offer(draft, sealer, stateOf).finally(() => this.#offering.delete(key));
    const offering: Offering = { draftId, made, isWritten: false };
    this.#offering.set(key, offering);
    return made;
  }

  async #offer(
    { draftId, digest, entries }: DraftToPreview,
    sealer: Sealer,
    stateOf: () => Promise<string | null>,
  ): Promise<Offered> {
    const documents = await this.#project(await entries());
    const expiresAt = Date.now() + lifetimeMs;
    const frame = signPreview(sealer, { kind: "preview", draftId, digest, expiresAt, ...documents });
    if (JSON.stringify(frame).length > maxFrameLength) {
      throw new Refusal(409, "DraftTooLarge", "The draft is too large to be tried out. Publish a part of it first.");
    }
    const now = await stateOf();
    if (now !== digest) throw over(draftId, now);
    const offered: Offered = { frame, answers: new Map(), listeners: new Set(), isOver: false };
    this.#offered.delete(draftId);
    this.#offered.set(draftId, offered);
    for (const [first] of this.#offered) {
      if (this.#offered.size <= maxPreviews) break;
      this.#offered.delete(first);
      for (const told of this.#told.of(first)) this.#told.end(told);
    }
    for (const connection of this.#previewing()) this.#told.tell(connection, frame);
    return offered;
  }

  get #previewed(): Set<string> {
    const offering = Array.from(this.#offering.values(), ({ draftId }) => draftId);
    return new Set([...this.#offered.keys(), ...this.#told.draftIds, ...offering]);
  }

  /** Ends what is not the draft's present state. What was told meanwhile is newer than what is read here. */
  async #review(draftId: string): Promise<void> {
    const { drafts, onTrouble } = this.#options;
    for (const offering of this.#offering.values()) if (offering.draftId === draftId) offering.isWritten = true;
    const told = this.#told.of(draftId);
    const offered = this.#offered.get(draftId);
    try {
      const now = await drafts.digest(draftId);
      if (offered !== undefined && offered.frame.digest !== now) {
        offered.isOver = true;
        if (this.#offered.get(draftId) === offered) this.#offered.delete(draftId);
      }
      for (const preview of told) if (preview.digest !== now) this.#told.end(preview);
    } catch (error) {
      this.#seen.delete(draftId);
      onTrouble(error);
    }
  }

  async #look(): Promise<void> {
    const { drafts, onTrouble } = this.#options;
    const ids = this.#previewed;
    for (const draftId of this.#seen.keys()) if (!ids.has(draftId)) this.#seen.delete(draftId);
    if (ids.size === 0) return;
    try {
      const written = await drafts.changedAt([...ids]);
      for (const draftId of ids) {
        const at = written.get(draftId)?.getTime() ?? 0;
        if (this.#seen.get(draftId) === at) continue;
        this.#seen.set(draftId, at);
        await this.#review(draftId);
      }
    } catch (error) {
      onTrouble(error);
    }
  }

  async #project(entries: readonly RehearsedEntry[]): Promise<Pick<PreviewFrame, "put" | "remove">> {
    const { projector } = this.#options;
    const put: PreviewFrame["put"] = [];
    const remove: string[] = [];
    const turn = takeTurns();
    for (const entry of entries) {
      if (!projector.knows(entry.type)) continue;
      const document = entry.after === null ? null : await projector.project(storedAs(entry));
      if (document === null) remove.push(entry.id);
      else put.push(document);
      await turn();
    }
    return { put, remove };
  }

  /** Resolves when the gateway has said whether it can run it. */
  #answer(offered: Offered, node: NodeConnection): Promise<string | null> {
    return new Promise((resolve, reject) => {
      const look = (isLate = false) => {
        const answer = offered.answers.get(node);
        const isGone = ![...this.#options.connections()].includes(node);
        if (answer === undefined && !isGone && !isLate) return;
        clearTimeout(timer);
        offered.listeners.delete(look);
        if (offered.listeners.size === 0) this.#awaited.delete(offered);
        if (answer === undefined) reject(noAnswer());
        else resolve(answer);
      };
      const timer = setTimeout(look, answerWithinMs, true);
      offered.listeners.add(look);
      this.#awaited.add(offered);
      look();
    });
  }

  #all(): Set<Offered> {
    return new Set([...this.#offered.values(), ...this.#awaited]);
  }

  #previewing(): NodeConnection[] {
    return [...this.#options.connections()].filter(mayPreview);
  }
}

/** Gateways elsewhere are told only what is published. */
const mayPreview = ({ peer, hello }: NodeConnection): boolean =>
  hello !== null && peer.admission.gatewayId === null && peer.abilities.has(abilities.previews);

const over = (draftId: string, digest: string | null) =>
  digest === null
    ? resourceNotFound("Draft")
    : conflict(`The draft '${draftId}' is being changed by others. Try again.`);

const noAnswer = () => new Refusal(504, "GatewaySilent", "The gateway did not answer in time. Try again.");

function storedAs({ id, type, name, after, baseRevision }: RehearsedEntry): StoredDocument {
  const at = new Date();
  return {
    id,
    type,
    name,
    parentId: parentIdOf(id),
    properties: after as StoredDocument["properties"],
    revision: baseRevision,
    createdAt: at,
    changedAt: at,
  };
}
