"use client";

import { Plus } from "lucide-react";
import { Button } from "../../ui/button";

export function AddPart({ text, onAdd }: { text: string; onAdd(): void }) {
  return (
    <Button size="small" tone="ghost" className="max-w-full self-start text-muted" onClick={onAdd}>
      <Plus size={16} aria-hidden className="shrink-0" />
      <span className="truncate">{text}</span>
    </Button>
  );
}
