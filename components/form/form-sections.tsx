"use client";

import { useTranslations } from "use-intl";
import { useLooseText } from "../text/use-loose-text";
import { Card } from "../ui/card";
import { type FieldNode, nodeAt } from "./describe";
import { FieldView } from "./field-view";
import { useFormScope } from "./form-context";
import { FieldKindProvider } from "./nested-field";
import { Members } from "./object-field";

/** The members in the sections that the definition names, with an index beside them where there is room. */
export function FormSections({ before }: { before?: React.ReactNode }) {
  const t = useTranslations("form");
  const text = useLooseText();
  const { form } = useFormScope();
  const { definition, texts } = form.view;
  const sections = definition.form.sections
    .map(({ id, fields }) => ({
      id,
      title: [`kinds.${texts}.sections.${id}`, `form.sections.${id}`].find((key) => text.has(key)),
      fields: fields
        .map((path) => ({ path, node: nodeAt(form.root, path) }))
        .filter(
          (field): field is { path: string; node: FieldNode } => field.node !== undefined && form.isVisible(field.path),
        ),
    }))
    .filter(({ fields }) => fields.length > 0);
  const titleOf = (section: (typeof sections)[number]) =>
    section.title === undefined ? section.id : text(section.title);
  return (
    <FieldKindProvider value={FieldView}>
      <div className="grid grid-cols-1 items-start gap-6 xl:grid-cols-[minmax(0,1fr)_176px]">
        <div className="flex min-w-0 flex-col gap-4">
          {sections.map((section, at) => (
            <Card key={section.id} id={`section-${section.id}`} title={titleOf(section)} className="scroll-mt-4">
              <div className="flex max-w-180 flex-col gap-4">
                {at === 0 ? before : null}
                {section.fields.map(({ path, node }) =>
                  // A group that is a section by itself needs no frame and no second title.
                  section.fields.length === 1 && node.kind === "object" && !node.required && !hasRequired(node) ? (
                    <Members key={path} path={path} fields={node.fields} />
                  ) : (
                    <FieldView key={path} path={path} node={node} />
                  ),
                )}
              </div>
            </Card>
          ))}
        </div>
        {sections.length < 2 ? null : (
          <nav aria-label={t("index")} className="sticky top-4 hidden xl:block">
            <ul className="flex flex-col border-line border-l">
              {sections.map((section) => (
                <li key={section.id}>
                  <a href={`#section-${section.id}`} className="block py-1 pl-3 text-muted hover:text-text">
                    {titleOf(section)}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
      </div>
    </FieldKindProvider>
  );
}

const hasRequired = (node: FieldNode): boolean =>
  node.kind === "object" && [...node.fields.values()].some((member) => member.required);
