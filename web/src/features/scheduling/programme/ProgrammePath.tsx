import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { KeyBadge } from "@/ui/KeyBadge";
import { PeekLink } from "@/ui/PeekLink";
import { useFigures } from "@/ui/words/figures";
import classes from "./Programme.module.css";
import type { Programme } from "./programme";

interface Props {
  programme: Programme;
}

/** When the last of several linked projects ends, and the items, first to last, that decide it. */
export function ProgrammePath({ programme }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const { projects, hidden, finish, last, path } = programme;
  const names = projects.map(({ title }) => title).join(", ");
  return (
    <section className={classes.panel} aria-label={t("programme.of", { names })}>
      <h2 className={classes.title}>{names}</h2>
      <Text size="sm">
        {t("programme.ends", {
          day: figures.date(finish),
          last: last?.title ?? t("programme.another"),
        })}
        {hidden > 0 && ` ${t("programme.hidden", { count: hidden })}`}
      </Text>
      <ol className={classes.path}>
        {path.map((step, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what may not be read has no name but its place
          <li key={at} className={classes.step}>
            <span className={classes.when}>
              {figures.date(step.start)} – {figures.date(step.finish)}
            </span>
            {step.item ? (
              <>
                <PeekLink kind="work_item" id={step.item.id} objectKey={step.item.key} fz="sm">
                  {step.item.title}
                </PeekLink>
                <KeyBadge value={step.item.key} />
                <span className={classes.quiet}>{step.project?.title}</span>
              </>
            ) : (
              <span className={classes.quiet}>{t("programme.unreadable")}</span>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
