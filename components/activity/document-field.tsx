"use client";

import { useId, useState } from "react";
import { lastSegment } from "../data/resource";
import { searchableKinds } from "../shell/searchable-kinds";
import { useEntitySearch } from "../shell/use-entity-search";
import { TextInput } from "../ui/text-input";

/** A document's id: typed, or found by its name. Taken over on Enter, on leaving, and when one is chosen. */
export function DocumentField({
  id,
  label,
  placeholder,
  value,
  onValue,
}: {
  id: string;
  /** Where no label stands beside it. */
  label?: string;
  placeholder: string;
  value: string;
  onValue(document: string): void;
}) {
  const listId = useId();
  const [typed, setTyped] = useState(value);
  const [shown, setShown] = useState(value);
  if (shown !== value) {
    // The address changed by other means: back, a link.
    setShown(value);
    setTyped(value);
  }
  const { data = [] } = useEntitySearch(lastSegment(typed));
  const found = data.map(({ section, name, title }) => ({
    document: `${searchableKinds.find((kind) => kind.section === section)?.collection ?? ""}/${name}`,
    title,
  }));
  const take = (text: string) => {
    const wanted = text.trim();
    // A name leads to what it is the name of; anything else is an id.
    const named = wanted === "" || wanted.startsWith("/") ? undefined : found[0]?.document;
    const next = named ?? (wanted === "" || wanted.startsWith("/") ? wanted : `/${wanted}`);
    setTyped(next);
    if (next !== value) onValue(next);
  };
  return (
    <>
      <TextInput
        id={id}
        mono
        aria-label={label}
        list={listId}
        placeholder={placeholder}
        value={typed}
        onChange={(event) => {
          const next = event.target.value;
          setTyped(next);
          if (next === "" || found.some(({ document }) => document === next)) take(next);
        }}
        onBlur={() => take(typed)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
          event.preventDefault();
          take(typed);
        }}
      />
      <datalist id={listId}>
        {found.map(({ document, title }) => (
          <option key={document} value={document}>
            {title}
          </option>
        ))}
      </datalist>
    </>
  );
}
