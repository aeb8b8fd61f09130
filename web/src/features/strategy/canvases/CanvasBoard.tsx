import { Text } from "@mantine/core";
import type { CSSProperties } from "react";
import { useTranslation } from "react-i18next";
import { PeekLink } from "@/ui/PeekLink";
import { Term } from "@/ui/Term";
import classes from "./CanvasBoard.module.css";
import { StandingMark } from "./StandingMark";
import type { BoardTemplate, Stated, Version } from "./types";
import { useBoxWords } from "./useBoxWords";

interface Props {
  template: BoardTemplate;
  version: Pick<Version, "boxes">;
}

/** The boxes of a canvas, or of the vision board, where people are used to find them, with how each statement stands. */
export function CanvasBoard({ template, version }: Props) {
  const { t } = useTranslation();
  const words = useBoxWords(template);
  return (
    <div className={classes.container}>
      <div className={classes.board} data-template={template}>
        {version.boxes.map(({ box, statements }) => (
          <section key={box} className={classes.box} data-box={box} style={areaOf(box)}>
            <h2 className={classes.label}>
              <Term meaning={words.meaning(box)}>{words.name(box)}</Term>
            </h2>
            {statements.length > 0 ? (
              <ul className={classes.statements}>
                {statements.map((each) => (
                  <StatementLine key={each.id} statement={each} />
                ))}
              </ul>
            ) : (
              <Text size="sm" c="dimmed">
                {t("canvas.emptyBox")}
              </Text>
            )}
          </section>
        ))}
      </div>
    </div>
  );
}

/** Where a box stands on a wide screen; on a narrow one they follow each other. */
export const areaOf = (box: string) => ({ "--area": box }) as CSSProperties;

function StatementLine({ statement }: { statement: Stated }) {
  const { t } = useTranslation();
  const { id, key, text, nature, standing, supports, contradicts } = statement;
  return (
    <li className={classes.statement} data-standing={standing} data-nature={nature}>
      <PeekLink kind="statement" id={id} objectKey={key} fz="sm" className={classes.text}>
        {text}
      </PeekLink>
      <span className={classes.marks}>
        <span className={classes.nature} title={t(`canvas.natureMeans.${nature}`)}>
          {t(`canvas.nature.${nature}`)}
        </span>
        <StandingMark standing={standing} supports={supports} contradicts={contradicts} />
      </span>
    </li>
  );
}
