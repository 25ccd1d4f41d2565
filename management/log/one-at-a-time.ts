const running = new Map<string, Promise<unknown>>();

/** Runs what concerns one draft one after the other, so that two writers of one portal do not meet. */
export function oneAtATime<T>(draftId: string, work: () => Promise<T>): Promise<T> {
  const result = (running.get(draftId) ?? Promise.resolve()).then(work);
  const done = result.then(
    () => {},
    () => {},
  );
  running.set(draftId, done);
  void done.then(() => {
    if (running.get(draftId) === done) running.delete(draftId);
  });
  return result;
}
