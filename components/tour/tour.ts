/** The way from the first sign-in to a call that a policy answers. */
export const tourSteps = ["limit", "call", "why"] as const;
export type TourStep = (typeof tourSteps)[number];

export interface TourState {
  running: boolean;
  /** The policy of the tour has answered a call. */
  called: boolean;
}

const key = "gatehouse-tour";
const tooManyRequests = 429;
const idle: TourState = { running: false, called: false };
const listeners = new Set<() => void>();
let state: TourState | null = null;

/** Where this browser's person is on the tour; survives a reload. */
export const tour = {
  current(): TourState {
    state ??= readTour(storage()?.getItem(key) ?? null);
    return state;
  },
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  start: () => change({ running: true, called: false }),
  noteCall(status: number): void {
    const { running, called } = tour.current();
    if (running && !called && status === tooManyRequests) change({ running, called: true });
  },
  end: () => change(idle),
  /** Before the browser has spoken. */
  idle: () => idle,
};

export function readTour(text: string | null): TourState {
  return text === "limit" ? { running: true, called: false } : text === "why" ? { running: true, called: true } : idle;
}

function change(next: TourState): void {
  state = next;
  if (next.running) storage()?.setItem(key, next.called ? "why" : "limit");
  else storage()?.removeItem(key);
  for (const listener of listeners) listener();
}

/** Browsers may forbid it. */
function storage(): Storage | null {
  try {
    return typeof window === "undefined" ? null : window.localStorage;
  } catch {
    return null;
  }
}

/** The step that is next, by what there is already. */
export const stepOf = ({ called }: TourState, hasPolicy: boolean): TourStep =>
  !hasPolicy ? "limit" : called ? "why" : "call";
