import { Button, Stack, Text, Title } from "@mantine/core";
import { IconCircleCheck, IconWand } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { grouped } from "@/ui/grouped";
import { PeekLink } from "@/ui/PeekLink";
import { useFigures } from "@/ui/words/figures";
import classes from "./FindingsPanel.module.css";
import { PolicyFields } from "./PolicyFields";
import { type Fields, type Finding, findingsQuery, type Roadmap } from "./roadmap";
import { useInitiativeSave } from "./useInitiativeSave";

interface Props {
  productId: string;
  roadmap: Roadmap;
  mayEdit: boolean;
}

/** What is wrong with the roadmap, by rule, and what would mend it at a click. */
export function FindingsPanel({ productId, roadmap, mayEdit }: Props) {
  const { t } = useTranslation();
  const { data } = useQuery(findingsQuery(productId));
  const groups = [...grouped(data ?? [], ({ rule }) => rule)];
  return (
    <Stack gap="lg">
      <Title order={2} fz="md">
        {t("findings.title")}
      </Title>
      {data?.length === 0 && (
        <Text size="sm" className={classes.sound}>
          <IconCircleCheck size={16} aria-hidden /> {t("findings.none")}
        </Text>
      )}
      {groups.map(([rule, found]) => (
        <section key={rule} aria-label={t(`findings.rule.${rule}` as "findings.rule.stale")}>
          <Text size="sm" fw={600}>
            {t(`findings.rule.${rule}` as "findings.rule.stale")} ({found.length})
          </Text>
          <Text size="xs" c="dimmed" mb="xs">
            {t(`findings.means.${rule}` as "findings.means.stale")}
          </Text>
          <ul className={classes.found}>
            {found.map((each) => (
              <FindingRow
                key={`${each.initiative.id}${JSON.stringify(each.facts)}`}
                productId={productId}
                found={each}
                roadmap={roadmap}
                mayEdit={mayEdit}
              />
            ))}
          </ul>
        </section>
      ))}
      <PolicyFields productId={productId} mayEdit={mayEdit} />
    </Stack>
  );
}

interface RowProps extends Props {
  found: Finding;
}

function FindingRow({ productId, found, roadmap, mayEdit }: RowProps) {
  const { t } = useTranslation();
  const figures = useFigures();
  const save = useInitiativeSave(productId);
  const { initiative, facts, fix } = found;
  const seen = roadmap.initiatives.find(({ id }) => id === (fix?.initiative_id ?? initiative.id));
  const said = Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [
      name,
      typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value) ? figures.date(value) : value,
    ]),
  );
  const mend = () => {
    if (!seen || !fix) return;
    const fields = { ...fix.fields, reason: fix.reason || undefined } as Fields;
    save.mutate({ seen, fields, said: t("findings.mended", { name: seen.key }) });
  };
  return (
    <li className={classes.row}>
      <div>
        <PeekLink kind="initiative" id={initiative.id} objectKey={initiative.key} fz="sm">
          {initiative.title}
        </PeekLink>
        <Text size="xs" c="dimmed">
          {t(`findings.facts.${found.rule}` as "findings.facts.stale", {
            ...said,
            defaultValue: "",
          })}
        </Text>
      </div>
      {fix && mayEdit && seen && (
        <Button
          size="compact-xs"
          flex="none"
          variant="light"
          leftSection={<IconWand size={12} aria-hidden />}
          aria-label={`${t(`findings.fix.${found.rule}` as "findings.fix.bucket_overfull")}: ${initiative.key}`}
          loading={save.isPending}
          onClick={mend}
        >
          {t(`findings.fix.${found.rule}` as "findings.fix.bucket_overfull")}
        </Button>
      )}
    </li>
  );
}
