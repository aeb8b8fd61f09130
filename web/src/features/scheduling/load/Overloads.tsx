import { Alert, Anchor, Button, Group, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { PeekLink } from "@/ui/PeekLink";
import { ProblemNote } from "@/ui/ProblemNote";
import { useWorkspace } from "@/ui/shell/useWorkspace";
import { useFigures } from "@/ui/words/figures";
import { type Overload, overloadsQuery, type Span, type Within } from "./load";
import { OverloadBreaks } from "./OverloadBreaks";

const STEP = 20;
const MOST = 200;
const AGAIN_MS = 300;

interface Props {
  span: Span;
  soft: boolean;
  within: Within;
}

/** Who has more to do than they can, and what gives way. */
export function Overloads({ span, soft, within }: Props) {
  const { t } = useTranslation();
  const [limit, setLimit] = useState(STEP);
  const { data, error, isFetching } = useQuery({
    ...overloadsQuery(span, soft, limit, within),
    // Asked again until all is told that takes too long for one answer.
    refetchInterval: ({ state }) =>
      state.data?.items.some(({ breaks }) => breaks === null) ? AGAIN_MS : false,
  });
  if (!data) return <ProblemNote fault={error} />;
  return (
    <section aria-label={t("load.overloads")}>
      <Title order={2} fz="md" mt="lg" mb="xs">
        {t("load.overloads")}
      </Title>
      {data.count === 0 && (
        <Text size="sm" c="dimmed">
          {t("load.noOverloads")}
        </Text>
      )}
      <Stack gap="xs">
        {data.items.map((one) => (
          <OverloadNote key={`${one.resource.id} ${one.first}`} overload={one} />
        ))}
      </Stack>
      {data.items.length < Math.min(data.count, MOST) && (
        <Button
          size="compact-sm"
          variant="subtle"
          mt="xs"
          loading={isFetching}
          onClick={() => setLimit(Math.min(limit + STEP, MOST))}
        >
          {t("load.moreOverloads", { count: data.count - data.items.length })}
        </Button>
      )}
    </section>
  );
}

function OverloadNote({ overload }: { overload: Overload }) {
  const { t } = useTranslation();
  const figures = useFigures();
  const workspace = useWorkspace();
  const { resource, first, last, over, items, breaks } = overload;
  const projects = [...new Set(items.map(({ project }) => project.id))];
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
      <OverloadBreaks breaks={breaks} />
    </Alert>
  );
}
