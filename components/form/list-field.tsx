// biome-ignore-all lint/a11y/useSemanticElements: the group is labelled by the field around it, not by a legend
"use client";

import type { Json } from "@/lib/json";
import { Checkbox } from "../ui/checkbox";
import { FieldError } from "../ui/field";
import { ListEditor } from "../ui/list-editor";
import { TextInput } from "../ui/text-input";
import type { FieldNode } from "./describe";
import { FieldFrame } from "./field-frame";
import { useFormScope } from "./form-context";
import { type WidgetProps, widgetAt } from "./form-view";
import { NestedField } from "./nested-field";
import { Members } from "./object-field";
import { useField } from "./use-field";

/** Several of one kind; of a short set of choices, a row of boxes to tick. */
export function ListField({ path, node }: WidgetProps) {
  const field = useField(path, node);
  const { form, texts } = useFormScope();
  if (node.kind !== "list") return null;
  const { item } = node;
  const items = Array.isArray(field.value) ? field.value : [];
  if (item.kind === "choice") return <Choices path={path} node={node} options={item.options} />;
  const own = widgetAt(form.view, `${path}.0`) !== undefined;
  return (
    <FieldFrame field={field} labelled={false}>
      <ListEditor<Json>
        items={items}
        onItems={(next) => field.set(next)}
        blank={() => (item.kind === "object" ? {} : item.kind === "list" ? [] : "")}
        addLabel={texts.add(path)}
        itemLabel={(at) => texts.item(path, at)}
        disabled={field.disabled}
        ordered={item.kind === "object"}
        framed={item.kind === "object"}
        max={node.max}
        renderItem={(_, at) =>
          item.kind === "object" && !own ? (
            <ItemMembers path={`${path}.${at}`} item={item} />
          ) : item.kind === "text" && !own ? (
            <PlainItem path={`${path}.${at}`} item={item} label={texts.item(path, at)} />
          ) : (
            <NestedField path={`${path}.${at}`} node={item} />
          )
        }
      />
    </FieldFrame>
  );
}

function ItemMembers({ path, item }: { path: string; item: FieldNode & { kind: "object" } }) {
  return <Members path={path} fields={item.fields} />;
}

/** A text in a list has no label of its own: the list has. */
function PlainItem({ path, item, label }: { path: string; item: FieldNode; label: string }) {
  const field = useField(path, item);
  return (
    <>
      <TextInput
        {...field.ids}
        mono
        aria-label={label}
        value={typeof field.value === "string" ? field.value : ""}
        disabled={field.disabled}
        onBlur={field.touch}
        onChange={(event) => field.set(event.target.value)}
      />
      <FieldError id={field.id} error={field.error} />
    </>
  );
}

function Choices({ path, node, options }: WidgetProps & { options: readonly string[] }) {
  const field = useField(path, node);
  const { form, texts } = useFormScope();
  const chosen = field.value ?? form.view.assumed?.[path];
  const items = Array.isArray(chosen) ? chosen : [];
  return (
    <FieldFrame field={field} labelled={false}>
      <div
        className="flex flex-wrap gap-x-4 gap-y-1"
        role="group"
        aria-labelledby={`${field.id}-label`}
        id={field.id}
        tabIndex={-1}
      >
        {options.map((option) => (
          // biome-ignore lint/a11y/noLabelWithoutControl: the box stands inside
          <label key={option} className="flex items-center gap-1">
            <Checkbox
              checked={items.includes(option)}
              disabled={field.disabled}
              onChange={(event) => {
                const next = options.filter((each) => (each === option ? event.target.checked : items.includes(each)));
                field.set(next);
                field.touch();
              }}
            />
            {texts.option(path, option)}
          </label>
        ))}
      </div>
    </FieldFrame>
  );
}
