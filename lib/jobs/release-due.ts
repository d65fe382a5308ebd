import { outside } from "@/lib/db/outside";

/** Makes public what two people have approved and whose embargo is over. */
export async function releaseWhatIsDue() {
  await outside((tx) => tx.$queryRaw`select release_due()`);
}
