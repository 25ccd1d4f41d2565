"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { mask } from "@/management/resources/define";
import { isObject } from "../diff/is-object";
import { sameJson } from "../diff/property-diff";
import { KeyValueEditor } from "../ui/key-value-editor";
import { FieldFrame } from "./field-frame";
import { useFormScope } from "./form-context";
import type { WidgetProps } from "./form-view";
import { JsonField } from "./json-field";
import { fromPairs, toPairs } from "./pairs";
import { useField } from "./use-field";

export function MapField({ path, node }: WidgetProps) {
  const several = node.kind === "map" && node.value.kind === "list" && node.value.item.kind === "text";
  const single = node.kind === "map" && node.value.kind === "text";
  return several || single ? (
    <Pairs path={path} node={node} several={several} />
  ) : (
    <JsonField path={path} node={node} />
  );
}

function Pairs({ path, node, several }: WidgetProps & { several: boolean }) {
  const t = useTranslations("form");
  const field = useField(path, node);
  const { form, texts } = useFormScope();
  const value = isObject(field.value) ? field.value : undefined;
  const [pairs, setPairs] = useState(() => toPairs(value ?? {}));
  // What stands here while a name is still blank is not the form's yet; what the form holds otherwise counts.
  const current = sameJson(fromPairs(pairs, several), value) ? pairs : toPairs(value ?? {});
  const below = [...form.shown].find(([at]) => at.startsWith(`${path}.`));
  const error =
    field.error ?? (below === undefined ? undefined : `${below[0].slice(path.length + 1).split(".")[0]}: ${below[1]}`);
  return (
    <FieldFrame field={{ ...field, error }} labelled={false}>
      <KeyValueEditor
        pairs={current}
        keyLabel={t("map.key")}
        valueLabel={t("map.value")}
        addLabel={texts.add(path)}
        disabled={field.disabled}
        isMasked={(text) => text === mask}
        onBlur={field.touch}
        onPairs={(next) => {
          setPairs(next);
          field.set(fromPairs(next, several));
        }}
      />
    </FieldFrame>
  );
}
