import { Card } from "../ui/card";
import { Skeleton } from "../ui/skeleton";

/** Stands for a form until its code and its document are there. */
export function FormSkeleton({ titled = false }: { titled?: boolean }) {
  return (
    <>
      {titled ? <Skeleton className="mt-8 mb-5 h-7 w-56" /> : null}
      <Card title={<Skeleton className="h-4 w-24" />} className="xl:mr-[200px]">
        <div className="flex max-w-180 flex-col gap-5">
          {["a", "b", "c", "d"].map((field) => (
            <div key={field} className="flex flex-col gap-1.5">
              <Skeleton className="h-4 w-28" />
              <Skeleton className="h-8" />
            </div>
          ))}
        </div>
      </Card>
    </>
  );
}
