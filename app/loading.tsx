import { ListShape } from "@/components/ui/shapes";

export default function Loading() {
  return (
    <main className="mx-auto max-w-3xl p-4">
      <ListShape />
    </main>
  );
}
