"use client";

import { BooleanField } from "./boolean-field";
import { ChoiceField } from "./choice-field";
import { useFormScope } from "./form-context";
import { matchesPattern, type WidgetProps, widgetAt } from "./form-view";
import { JsonField } from "./json-field";
import { ListField } from "./list-field";
import { MapField } from "./map-field";
import { NumberField } from "./number-field";
import { ObjectField } from "./object-field";
import { SecretField } from "./secret-field";
import { TextField } from "./text-field";

/** A member drawn as what it is: by its own widget, else as its schema says. */
export function FieldView({ path, node }: WidgetProps) {
  const { form } = useFormScope();
  if (!form.isVisible(path)) return null;
  const Widget = widgetAt(form.view, path);
  if (Widget !== undefined) return <Widget path={path} node={node} />;
  const secret = form.view.definition.secrets.find((each) => matchesPattern(each.path, path));
  if (secret !== undefined && node.kind === "text" && (secret.when?.(form.values) ?? true))
    return <SecretField path={path} node={node} />;
  switch (node.kind) {
    case "text":
      return <TextField path={path} node={node} />;
    case "number":
      return <NumberField path={path} node={node} />;
    case "boolean":
      return <BooleanField path={path} node={node} />;
    case "choice":
      return <ChoiceField path={path} node={node} />;
    case "object":
      return <ObjectField path={path} node={node} />;
    case "list":
      return <ListField path={path} node={node} />;
    case "map":
      return <MapField path={path} node={node} />;
    default:
      return <JsonField path={path} node={node} />;
  }
}
