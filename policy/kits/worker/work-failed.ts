/**
 * Why a worker thread gave no answer: "busy", too much waits already; "too-long", its time was over; "broken", the thread
 * ended, as it does when it needs too much memory; "failed", the work threw.
 */
export class WorkFailed extends Error {
  readonly reason: "busy" | "too-long" | "broken" | "failed";

  constructor(reason: WorkFailed["reason"], message: string) {
    super(message);
    this.reason = reason;
  }
}
