/** What one evaluation may use. */
export interface Limits {
  steps: number;
  bytes: number;
  milliseconds: number;
}

/** Ends an evaluation. It is no .NET exception: a policy cannot catch it. */
export class BudgetExceeded extends Error {}

export const defaultLimits: Limits = { steps: 20_000_000, bytes: 64 * 1024 * 1024, milliseconds: 80 };

/** At first and at most so many steps pass between two looks at the clock. */
const firstStride = 4;
const longestStride = 1024;
/** Looks come more often where more time than this passes between them. */
const unseenMilliseconds = 0.5;

// Evaluations are synchronous, so one meter serves them all; a nested one counts towards the outer.
let depth = 0;
let stride = firstStride;
let untilClock = firstStride;
let stepsLeft = 0;
let bytesLeft = 0;
let milliseconds = 0;
/** 0 until the first look at the clock, so that short evaluations never look. */
let deadline = 0;
let lastLook = 0;
/** What share of its time an evaluation may take before the processor is asked, and how much longer the clock may run. */
const untimedShare = 0.25;
const slowestShare = 10;
let processorStart = 0;
let lastDeadline = 0;
let startedAt = 0;

/** Counts one unit of work: an iteration, a call, an element looked at. */
export function tick(): void {
  if (--untilClock <= 0) look();
}

// Compared so that a count that is no number ends the evaluation, rather than the counting.

/** Counts many units of work at once, such as a native search through a long string. */
export function tickMany(units: number): void {
  untilClock -= units;
  if (!(untilClock > 0)) look();
}

/** Counts memory that is about to be taken; call it before taking it. */
export function charge(bytes: number): void {
  bytesLeft -= bytes;
  if (!(bytesLeft >= 0) && depth > 0) throw new BudgetExceeded("The expression needs more memory than it may use.");
}

/** The bodies that this evaluation has been given more for. */
const allowed = new Set<object>();

/** A body that somebody sent is no policy's doing: what reading it takes is added, once, to what the evaluation may use. */
export function allowForBody(body: object, bodyBytes: number): void {
  if (allowed.has(body)) return;
  allowed.add(body);
  stepsLeft += bodyBytes * 8;
  bytesLeft += bodyBytes * 64;
  milliseconds += bodyBytes / 2_000;
}

function look(): void {
  stepsLeft -= stride - untilClock;
  untilClock = stride;
  if (depth === 0) return;
  if (!(stepsLeft >= 0)) throw new BudgetExceeded("The expression takes more steps than it may.");
  const now = performance.now();
  if (deadline === 0) {
    startedAt = now;
    deadline = now + milliseconds * untimedShare;
  }
  if (now > deadline) lookAtProcessor(now);
  // A step may be a costly native call.
  if (now - lastLook > unseenMilliseconds && lastLook > 0) stride = Math.max(1, stride >> 2);
  else stride = Math.min(longestStride, stride * 2);
  untilClock = stride;
  lastLook = now;
}

/**
 * A busy machine must not end an expression that had no chance to run, so what counts is the processor's time. Asking
 * for it costs a microsecond: short evaluations never do.
 */
function lookAtProcessor(now: number): void {
  const processor = processorMs();
  if (processorStart === 0) {
    // What the processor had done by then nobody asked: longer than until that look, it may have been doing something else.
    processorStart = processor - Math.min(now - startedAt, milliseconds * untimedShare);
    lastDeadline = now + milliseconds * slowestShare;
  }
  // Collectors and compilers work beside an evaluation, so that the processor may count more than has passed.
  const used = Math.min(processor - processorStart, now - startedAt);
  if (used >= milliseconds || now > lastDeadline) {
    throw new BudgetExceeded("The expression takes longer than it may.");
  }
  deadline = now + Math.max(1, (milliseconds - used) / 2);
}

function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

export function begin(limits: Limits): void {
  if (depth++ > 0) return;
  stride = firstStride;
  untilClock = stride;
  stepsLeft = limits.steps;
  bytesLeft = limits.bytes;
  milliseconds = limits.milliseconds;
  deadline = 0;
  lastLook = 0;
  processorStart = 0;
  if (allowed.size > 0) allowed.clear();
}

export function end(): void {
  depth--;
}
