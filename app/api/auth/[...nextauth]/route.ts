export { answerAuth as GET, answerAuth as POST } from "@/lib/web/auth-route";
