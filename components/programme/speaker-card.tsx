import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/sticky";
import { Text } from "./markdown";

type Speaker = { name: string; bio: string; pronouns: string | null; website: string | null };

/** Who speaks, in their own words. */
export function SpeakerCard({ speaker: { name, bio, pronouns, website } }: { speaker: Speaker }) {
  const t = useTranslations("programme");
  return (
    <Card className="grid gap-2">
      <h3 className="font-semibold">
        {name} {pronouns && <span className="font-normal text-sm text-soft">({pronouns})</span>}
      </h3>
      {bio && <Text>{bio}</Text>}
      {website && (
        <p>
          <a href={website} rel="nofollow noopener noreferrer" className="text-accent text-sm underline">
            {t("website")}
          </a>
        </p>
      )}
    </Card>
  );
}
