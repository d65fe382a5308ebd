import { z } from "zod";
import { spaceQuery } from "@/lib/db/enter-space";
import { env } from "@/lib/env";

/** What an import page shows: where from, and what came of the repositories that were asked for last. */
export const viewImports = spaceQuery({
  atLeast: "contributor",
  input: z.undefined(),
  async run({ tx, space }) {
    const asked = await tx.gitImport.findMany({
      where: { spaceId: space.id },
      orderBy: { askedAt: "desc" },
      take: 10,
      select: {
        id: true,
        url: true,
        folder: true,
        state: true,
        commit: true,
        report: true,
        askedAt: true,
        endedAt: true,
      },
    });
    return {
      asked,
      hosts: env()
        .GIT_HOSTS.split(",")
        .map((host) => host.trim()),
    };
  },
});
