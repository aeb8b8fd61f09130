import { Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { PeekLink } from "@/ui/PeekLink";
import classes from "./Highlights.module.css";
import { quotesQuery } from "./highlights";
import { ImportanceMark } from "./ImportanceMark";

interface Props {
  kind: "opportunity" | "idea";
  id: string;
}

/** What was said for it, in the words of those who said it, the most important first. */
export function QuoteList({ kind, id }: Props) {
  const { t } = useTranslation();
  const { data: quotes } = useQuery(quotesQuery(kind, id));
  if (!quotes || quotes.length === 0) return null;
  return (
    <section aria-label={t("highlight.quotes")}>
      <Title order={2} fz="sm" mb={4}>
        {t("highlight.quotes")}
      </Title>
      <ul className={classes.list}>
        {quotes.map(({ id: key, quote, importance, insight, customer, start }) => (
          <li key={key} className={classes.row}>
            <blockquote className={classes.quote}>{quote || t("highlight.erased")}</blockquote>
            <div className={classes.facts}>
              <ImportanceMark value={importance} />
              <PeekLink kind="insight" id={insight.id} objectKey={insight.key} fz="sm">
                {insight.key}
              </PeekLink>
              <Text span size="xs" c="dimmed" truncate>
                {[customer?.title, start === null && t("highlight.gone")]
                  .filter(Boolean)
                  .join(" · ")}
              </Text>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
