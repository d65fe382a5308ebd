import { Prisma } from "@/generated/prisma/client";
import { marks } from "@/lib/search/rules";

/** What a result shows of its document, beside its title: two pieces of its text in which what is sought stands. */
export const shownOf = (document: Prisma.Sql, query: Prisma.Sql) => Prisma.sql`
  ${document} ->> 'title' as title, left(${document} ->> 'summary', 300) as summary, ${document} ->> 'lang' as lang,
  array(select jsonb_array_elements_text(${document} -> 'tags') limit 6) as tags,
  case when ${query} is null then '' else ts_headline(lib_pub.speech(${document} ->> 'lang'),
    translate(left(lib_pub.prose_of(${document}), 12000), ${marks.from + marks.to}, ''), ${query},
    ${`StartSel=${marks.from}, StopSel=${marks.to}, MaxFragments=2, MaxWords=18, MinWords=6, FragmentDelimiter=" … "`}) end as passage`;

/** What was typed, as a query of PostgreSQL's. */
export const queryOf = (q: string, lang: string) => Prisma.sql`lib_pub.query_of(${q}, ${lang})`;
