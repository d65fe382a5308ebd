import { z } from "zod";
import { nameInput } from "@/lib/member/input";

export const createOrgInput = z.strictObject({ name: nameInput, ownerName: nameInput });
