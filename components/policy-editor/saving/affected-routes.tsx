"use client";

import { useTranslations } from "use-intl";
import type { Resource } from "../../data/resource";
import { useFirstOf } from "../../data/use-collection";
import { useDocument } from "../../data/use-document";
import { Method } from "../../operations/method";
import { portalPath, readableId } from "../../resources/portal-path";
import { useUsedBy } from "../../resources/used-by";
import { Skeleton } from "../../ui/skeleton";
import { TextLink } from "../../ui/text-link";
import type { PolicyTarget } from "../editing";

const most = 5;

/** Which calls a policy document is around: how many, and the first of them. */
export function AffectedRoutes({ target, draft }: { target: PolicyTarget; draft: string | null }) {
  const t = useTranslations("saving.affected");
  return (
    <section>
      <h3 className="mb-1 text-sm">{t("title")}</h3>
      {target.standing.kind === "fragment" ? (
        <Users path={target.path} />
      ) : target.owner === "/" ? (
        <Apis path="/apis" draft={draft} />
      ) : target.owner.startsWith("/products/") ? (
        <Apis path={`${target.owner}/apis`} draft={draft} />
      ) : (
        <Operations owner={target.owner} draft={draft} />
      )}
    </section>
  );
}

function Apis({ path, draft }: { path: string; draft: string | null }) {
  const t = useTranslations("saving.affected");
  const { data, error } = useFirstOf(path, { top: most, draft });
  if (error !== null) return <p className="text-muted">{t("unknown")}</p>;
  if (data === undefined) return <Skeleton className="h-11 w-2/3" />;
  return (
    <Listed title={t("apis", { count: data.count })} count={data.count}>
      {data.value.map((api) => (
        <li key={api.id} className="flex min-w-0 flex-wrap items-baseline gap-x-2">
          <span className="break-words">{String(api.properties.displayName ?? api.name)}</span>
          <code className="break-all text-muted text-xs">/{String(api.properties.path ?? "")}</code>
        </li>
      ))}
    </Listed>
  );
}

function Operations({ owner, draft }: { owner: string; draft: string | null }) {
  const t = useTranslations("saving.affected");
  const api = owner.split("/").slice(0, 3).join("/");
  const own = owner === api ? null : owner;
  const at = useDocument(api, { draft });
  const all = useFirstOf(`${api}/operations`, { top: most, enabled: own === null, draft });
  const one = useDocument(owner, { enabled: own !== null, draft });
  const found: Resource[] | undefined =
    own === null ? all.data?.value : one.data === undefined ? undefined : [one.data.resource];
  if (at.error !== null || all.error !== null || one.error !== null)
    return <p className="text-muted">{t("unknown")}</p>;
  if (found === undefined || at.data === undefined) return <Skeleton className="h-11 w-2/3" />;
  const count = own === null ? (all.data?.count ?? 0) : 1;
  const path = String(at.data.resource.properties.path ?? "");
  return (
    <Listed title={t("operations", { count })} count={count}>
      {found.map(({ id, properties }) => (
        <li key={id} className="flex min-w-0 flex-wrap items-baseline gap-x-2">
          <Method method={String(properties.method ?? "")} />
          <code className="break-all text-xs">
            {`${path === "" ? "" : `/${path}`}${String(properties.urlTemplate ?? "")}`}
          </code>
        </li>
      ))}
    </Listed>
  );
}

function Users({ path }: { path: string }) {
  const t = useTranslations("saving.affected");
  const { data, error } = useUsedBy(path);
  if (error !== null) return <p className="text-muted">{t("unknown")}</p>;
  if (data === undefined) return <Skeleton className="h-11 w-2/3" />;
  const users = [...new Set(data.value.map(({ from }) => from))];
  const count = data.count ?? users.length;
  return (
    <Listed title={t("users", { count })} count={users.length}>
      {users.slice(0, most).map((user) => {
        const href = portalPath(user);
        return (
          <li key={user} className="break-all">
            {href === null ? readableId(user) : <TextLink href={href}>{readableId(user)}</TextLink>}
          </li>
        );
      })}
    </Listed>
  );
}

function Listed({ title, count, children }: { title: string; count: number; children: React.ReactNode }) {
  const t = useTranslations("saving.affected");
  return (
    <>
      <p className="text-muted">{title}</p>
      <ul className="mt-1 flex flex-col gap-0.5">
        {children}
        {count > most ? <li className="text-muted">{t("more", { count: count - most })}</li> : null}
      </ul>
    </>
  );
}
