import { answerAuth } from "@/management/identity/answer-auth";

export const dynamic = "force-dynamic";

const answer = (request: Request) => answerAuth(request);

export { answer as GET, answer as POST };
