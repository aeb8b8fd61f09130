import { Alert, Anchor, Group, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { PeekLink } from "@/ui/PeekLink";
import { ProblemNote } from "@/ui/ProblemNote";
import { useWorkspace } from "@/ui/shell/useWorkspace";
import { useFigures } from "@/ui/words/figures";
import { type Overload, overloadsQuery, type Span, type Within } from "./load";

const MOST = 20;

interface Props {
  span: Span;
  soft: boolean;
  within: Within;
}

/** Who has more to do than they can, and what gives way. */
export function Overloads({ span, soft, within }: Props) {
  const { t } = useTranslation();
  const { data, error } = useQuery(overloadsQuery(span, soft, within));
  if (!data) return <ProblemNote fault={error} />;
  return (
    <section aria-label={t("load.overloads")}>
      <Title order={2} fz="md" mt="lg" mb="xs">
        {t("load.overloads")}
      </Title>
      {data.length === 0 && (
        <Text size="sm" c="dimmed">
          {t("load.noOverloads")}
        </Text>
      )}
      <Stack gap="xs">
        {data.slice(0, MOST).map((one) => (
          <OverloadNote key={`${one.resource.id} ${one.first}`} overload={one} />
        ))}
      </Stack>
      {data.length > MOST && (
        <Text size="sm" c="dimmed" mt="xs">
          {t("load.moreOverloads", { count: data.length - MOST })}
        </Text>
      )}
    </section>
  );
}

function OverloadNote({ overload }: { overload: Overload }) {
  const { t } = useTranslation();
  const figures = useFigures();
  const workspace = useWorkspace();
  const { resource, first, last, over, items, waits, finish_later_hours: later } = overload;
  const projects = [...new Set(items.map(({ project }) => project.id))];
  const waiting = items.find(({ item }) => item.id === waits?.id);
  return (
    <Alert variant="default" p="sm" className="nl-title">
      <Group gap="xs" justify="space-between" align="flex-start">
        <Text size="sm">
          <strong>{resource.title}</strong> · {figures.date(first)}
          {last !== first && ` – ${figures.date(last)}`} ·{" "}
          {t("load.over", { over: figures.number(over) })}
        </Text>
        <Anchor
          fz="sm"
          renderRoot={(props) => (
            <Link
              {...props}
              to="/$workspace/levelling"
              params={{ workspace }}
              search={{ projects }}
            />
          )}
        >
          {t("levelling.open")}
        </Anchor>
      </Group>
      <Group gap="4px 12px">
        {items.map(({ item, hours }) => (
          <PeekLink key={item.id} kind="work_item" id={item.id} objectKey={item.key} fz="sm">
            {item.key} {item.title} ({figures.number(hours)} h)
          </PeekLink>
        ))}
      </Group>
      {waiting && (
        <Text size="sm" c="dimmed">
          {later > 0
            ? t("load.breaks", {
                item: waiting.item.key,
                project: waiting.project.title,
                hours: figures.number(later),
              })
            : t("load.waits", { item: waiting.item.key })}
        </Text>
      )}
    </Alert>
  );
}
