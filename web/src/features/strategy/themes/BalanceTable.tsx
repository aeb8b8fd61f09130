import { NumberInput, Table, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { colourOf } from "@/features/core/laneColours";
import type { Product } from "@/features/core/products";
import type { Theme } from "@/features/core/themes";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import { PeekLink } from "@/ui/PeekLink";
import { Term } from "@/ui/Term";
import { useFigures } from "@/ui/words/figures";
import { usePeriodText } from "../usePeriodText";
import classes from "./Balance.module.css";
import { balanceQuery, type Weight } from "./queries";
import { ShareBar } from "./ShareBar";
import { useThemeSave } from "./useThemeSave";

interface Props {
  product: Product;
  themes: readonly Theme[];
  period: string;
}

/** Every theme with its intended and its actual share, and the difference in words and figures. */
export function BalanceTable({ product, themes, period }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const periodText = usePeriodText();
  const { data: balance, error } = useQuery(balanceQuery(product.id, period));
  if (error && !balance) return <ErrorState title={error.title} detail={error.detail} />;
  if (!balance) return <LoadingState rows={5} />;
  const place = new Map(themes.map(({ id }, index) => [id, index]));
  const find = (weight: Weight) => themes.find(({ id }) => id === weight.theme?.id);
  return (
    <>
      <div className={classes.scroll}>
        <Table className={classes.table} aria-label={t("theme.balance")}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("kind.theme")}</Table.Th>
              <Table.Th className={classes.figure}>
                <Term meaning={t("theme.intendedMeans")}>{t("theme.intended")}</Term>
              </Table.Th>
              <Table.Th className={classes.wide}>
                <Term meaning={t("theme.actualMeans")}>{t("theme.actual")}</Term>
              </Table.Th>
              <Table.Th className={classes.figure}>{t("theme.difference")}</Table.Th>
              <Table.Th className={classes.figure}>{t("theme.days")}</Table.Th>
              <Table.Th className={classes.figure}>{t("theme.done")}</Table.Th>
              <Table.Th className={classes.figure}>{t("theme.initiatives")}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {balance.items.map((weight) => (
              <WeightRow
                key={weight.theme?.id ?? ""}
                weight={weight}
                theme={find(weight)}
                colour={colourOf(weight.colour, place.get(weight.theme?.id ?? "") ?? 0)}
                period={period}
              />
            ))}
          </Table.Tbody>
        </Table>
      </div>
      <Text size="sm" c="dimmed" mt="sm">
        {t("theme.total", {
          period: periodText(period),
          intended: figures.percent(balance.intended / 100),
          days: figures.number(Math.round(balance.days)),
        })}
      </Text>
    </>
  );
}

interface RowProps {
  weight: Weight;
  /** Undefined for the work outside of all themes. */
  theme: Theme | undefined;
  colour: string;
  period: string;
}

function WeightRow({ weight, theme, colour, period }: RowProps) {
  const { t } = useTranslation();
  const figures = useFigures();
  const { intended, actual, difference, planned, done, initiatives } = weight;
  return (
    <Table.Tr>
      <Table.Th scope="row" className={classes.name}>
        {theme ? (
          <span className={classes.title}>
            <span className={classes.mark} style={{ background: colour }} />
            <PeekLink kind="theme" id={theme.id} objectKey={theme.key} fz="sm" fw={500}>
              {theme.title}
            </PeekLink>
          </span>
        ) : (
          <Text size="sm" c="dimmed">
            {t("theme.outside")}
          </Text>
        )}
      </Table.Th>
      <Table.Td className={classes.figure}>
        {theme && <ShareInput theme={theme} period={period} />}
      </Table.Td>
      <Table.Td className={classes.wide}>
        <ShareBar
          actual={actual}
          intended={intended}
          colour={theme ? colour : "var(--mantine-color-dimmed)"}
        />
      </Table.Td>
      <Table.Td className={classes.figure}>
        {difference !== null && (
          <span data-far={Math.abs(difference) >= 10 || undefined} className={classes.difference}>
            {t(difference < 0 ? "theme.less" : "theme.more", {
              points: figures.number(Math.abs(Math.round(difference))),
            })}
          </span>
        )}
      </Table.Td>
      <Table.Td className={classes.figure}>{figures.number(Math.round(planned))}</Table.Td>
      <Table.Td className={classes.figure}>
        {planned > 0 ? figures.percent(done / planned) : "–"}
      </Table.Td>
      <Table.Td className={classes.figure}>{figures.number(initiatives)}</Table.Td>
    </Table.Tr>
  );
}

function ShareInput({ theme, period }: { theme: Theme; period: string }) {
  const { t } = useTranslation();
  const figures = useFigures();
  const save = useThemeSave(theme.id);
  const share = theme.shares[period] ?? null;
  if (theme.can.edit !== true) return share === null ? "–" : figures.percent(share / 100);
  const put = (said: string) => {
    const next = said === "" ? null : Number.parseInt(said, 10);
    if (next !== share && !Number.isNaN(next)) {
      save.mutate({ seen: theme, fields: { shares: { [period]: next } } });
    }
  };
  return (
    <NumberInput
      key={`${theme.version} ${period} ${save.failureCount}`}
      size="xs"
      w={72}
      hideControls
      suffix={"\u202f%"}
      min={0}
      max={100}
      allowDecimal={false}
      aria-label={t("theme.shareOf", { theme: theme.title })}
      defaultValue={share ?? ""}
      onBlur={(event) => put(event.currentTarget.value)}
      onKeyDown={(event) => event.key === "Enter" && event.currentTarget.blur()}
    />
  );
}
