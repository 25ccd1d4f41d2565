import type { Context } from "../context";
import { writeToDraft } from "../log/draft";
import type { ChangeHead, StoreTransaction } from "../store/store";

/** What a change is called is known only once its work has read what there is; it says so through `name`. */
type Work<T> = (tx: StoreTransaction, name: (title: string) => void) => Promise<T>;

/** Runs `work` as one change of the configuration, or of the caller's draft. `revision` is null when nothing changed. */
export async function transact<T>(context: Context, work: Work<T>): Promise<{ revision: number | null; result: T }> {
  const head: ChangeHead = { actor: context.caller.actor, title: "Change the configuration" };
  const run = (tx: StoreTransaction) =>
    work(tx, (title) => {
      head.title = title;
    });
  if (context.draftId !== undefined)
    return { revision: null, result: await writeToDraft(context, context.draftId, run) };
  return context.management.store.commit(head, run);
}
