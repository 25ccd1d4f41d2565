import { classNames } from "../ui/class-names";

const colours: Readonly<Record<string, string>> = {
  GET: "text-info",
  POST: "text-good",
  PUT: "text-warn",
  PATCH: "text-warn",
  DELETE: "text-bad",
};

/** An HTTP method, always as wide as the longest common one, so that paths line up. */
export const Method = ({ method }: { method: string }) => (
  <code className={classNames("inline-block w-14 font-strong text-xs", colours[method.toUpperCase()] ?? "text-muted")}>
    {method.toUpperCase()}
  </code>
);
