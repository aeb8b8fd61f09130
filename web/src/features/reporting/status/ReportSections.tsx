import { Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { AddSentence } from "./AddSentence";
import { SentenceRow } from "./SentenceRow";
import { adding, type Edit, removing, rewriting, SECTIONS, type StatusReport } from "./status";
import classes from "./status.module.css";

interface Props {
  report: StatusReport;
  /** Nothing where the report only is read. */
  onEdit?: (edit: Edit) => void;
}

/** The sentences of a report, by what they are about. */
export function ReportSections({ report, onEdit }: Props) {
  const { t } = useTranslation();
  const { sentences, project } = report;
  return SECTIONS.map((section) => {
    const mine = sentences.filter((one) => one.section === section);
    if (mine.length === 0 && !onEdit) return null;
    const name = t(`statusReport.section.${section}`);
    return (
      <section key={section} className={classes.section} aria-label={name}>
        <Title order={2} size="h5">
          {name}
        </Title>
        <ul className={classes.sentences}>
          {mine.map((one) => (
            <SentenceRow
              key={one.id}
              projectId={project.id}
              sentence={one}
              onText={onEdit && ((text) => onEdit(rewriting(one, text)))}
              onRemove={onEdit && (() => onEdit(removing(one)))}
            />
          ))}
        </ul>
        {onEdit && <AddSentence section={name} onAdd={(text) => onEdit(adding(section, text))} />}
      </section>
    );
  });
}
