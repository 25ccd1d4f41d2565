import { answerTexts } from "@/messages/answer-texts";

export async function GET(request: Request, { params }: { params: Promise<{ locale: string; namespaces: string }> }) {
  const { locale, namespaces } = await params;
  return answerTexts(locale, namespaces, request.headers.get("if-none-match"));
}
