import { Fault } from "@/policy/fault";

/** A mistake of ours, as a fault: the client learns nothing of it, and `cause` is for the log. */
export class UnexpectedFault extends Fault {
  constructor(cause: unknown, source: string) {
    super({ source, reason: null, status: 500, message: "An unexpected error occurred.", cause });
  }
}
