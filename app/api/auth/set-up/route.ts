import { answerSetUp } from "@/management/identity/answer-set-up";

export const dynamic = "force-dynamic";

export const POST = (request: Request) => answerSetUp(request);
