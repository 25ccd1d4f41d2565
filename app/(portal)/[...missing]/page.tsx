import { notFound } from "next/navigation";

/** Whatever has no page is said to have none within the frame, with its navigation. */
export default function Page() {
  notFound();
}
