import { cloneElement, type HTMLAttributes, isValidElement, type ReactNode } from "react";
import { classNames } from "./class-names";

type Given = Record<string, unknown>;

/** Gives its one child what it was given itself: both are heard, and what the child says of itself holds. */
export function Slot({ children, ...given }: HTMLAttributes<HTMLElement> & { children: ReactNode } & Given) {
  return isValidElement<Given>(children) ? cloneElement(children, merged(given, children.props)) : children;
}

type Handler = (...args: unknown[]) => void;

function merged(given: Given, own: Given): Given {
  const both: Given = { ...given, ...own };
  for (const [name, value] of Object.entries(given)) {
    const ownValue = own[name];
    if (value === undefined || ownValue === undefined) both[name] = ownValue ?? value;
    else if (name === "className") both[name] = classNames(value as string, ownValue as string);
    else if (/^on[A-Z]/.test(name)) {
      both[name] = (...args: unknown[]) => {
        (ownValue as Handler)(...args);
        (value as Handler)(...args);
      };
    }
  }
  return both;
}
