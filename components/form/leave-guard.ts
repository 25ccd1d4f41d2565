type Go = () => void;

let ask: ((go: Go) => void) | null = null;

/** Asks before leaving a page on which something was typed and not saved. */
export const leaveGuard = {
  hold(question: (go: Go) => void): () => void {
    ask = question;
    return () => {
      if (ask === question) ask = null;
    };
  },
  leave(go: Go): void {
    if (ask === null) go();
    else ask(go);
  },
};
