import { Text, VisuallyHidden } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useWalkedGrid } from "@/ui/list/useWalkedGrid";
import { WalkedTable } from "@/ui/list/WalkedTable";
import { PeekLink } from "@/ui/PeekLink";
import { Answering, useSaid } from "./Answering";
import classes from "./Responsibilities.module.css";
import type { Sheet } from "./responsibilities";

interface Props {
  sheets: readonly Sheet[];
  onOpen?: (line: number, column: number) => void;
}

/** Initiatives by functions, the product's own line first. Arrows walk, Enter opens. */
export function ResponsibilityGrid({ sheets, onOpen }: Props) {
  const { t } = useTranslation();
  const said = useSaid();
  const functions = sheets[0]?.functions ?? [];
  const { grid, opening, cell } = useWalkedGrid(sheets.length, functions.length);
  const ofSide = (side: string) => functions.filter((one) => one.side === side).length;
  return (
    <WalkedTable
      grid={grid}
      label={t("responsibility.title")}
      className={classes.table}
      opens={onOpen !== undefined}
      {...opening(onOpen)}
    >
      <thead>
        <tr>
          <th scope="col" rowSpan={2}>
            {t("kind.initiative")}
          </th>
          <th scope="colgroup" colSpan={ofSide("product")}>
            {t("responsibility.side.product")}
          </th>
          <th scope="colgroup" colSpan={ofSide("project")} className={classes.second}>
            {t("responsibility.side.project")}
          </th>
        </tr>
        <tr>
          {functions.map((one, column) => (
            <th
              key={one.function}
              scope="col"
              className={column === ofSide("product") ? classes.second : undefined}
            >
              {t(`responsibility.function.${one.function}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sheets.map((sheet, line) => (
          <tr key={sheet.subject.id}>
            <th scope="row">
              {sheet.subject.kind === "product" ? (
                <>
                  <Text size="sm" fw={600}>
                    {t("responsibility.everywhere", { product: sheet.subject.title })}
                  </Text>
                  <Text size="xs" c="dimmed">
                    {t("responsibility.unlessSaid")}
                  </Text>
                </>
              ) : (
                <PeekLink
                  kind="initiative"
                  id={sheet.subject.id}
                  objectKey={sheet.subject.key}
                  fz="sm"
                >
                  {sheet.subject.title}
                </PeekLink>
              )}
            </th>
            {sheet.functions.map((one, column) => (
              <td
                key={one.function}
                {...cell(line, column)}
                title={said(one)}
                className={column === ofSide("product") ? classes.second : undefined}
              >
                <VisuallyHidden>
                  {`${t(`responsibility.function.${one.function}`)}, ${sheet.subject.title}: ${said(one)}`}
                </VisuallyHidden>
                <span aria-hidden>
                  <Answering holding={one} size="cell" />
                </span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </WalkedTable>
  );
}
