import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useFigures } from "@/ui/words/figures";
import classes from "./SharePage.module.css";
import { sharedNewsQuery } from "./shared";

interface Props {
  token: string;
  ticket: string | undefined;
  /** When this reader last looked. */
  since: string;
}

/** What changed on a shared roadmap since its reader last looked; nothing where nothing did. */
export function SharedNews({ token, ticket, since }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const { data: news } = useQuery(sharedNewsQuery(token, ticket, since));
  if (!news || news.told.length === 0) return null;
  const heading = t("shared.news", { when: figures.dateTime(news.since) });
  return (
    <section className={classes.news} aria-label={heading}>
      <details open>
        <summary>{heading}</summary>
        <ul>
          {news.told.map(({ title, lines }) => (
            <li key={`${title} ${lines.join(" ")}`}>
              <strong>{title}</strong>
              {lines.map((line) => (
                <div key={line}>{line}</div>
              ))}
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
