import { Button, Group, Menu, Text } from "@mantine/core";
import { IconBarrierBlock, IconPlus } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { useDone } from "@/features/core/useDone";
import { EmptyState } from "@/ui/EmptyState";
import { LoadingState } from "@/ui/LoadingState";
import { PageBody } from "@/ui/PageBody";
import { PeekLink } from "@/ui/PeekLink";
import type { PartProps } from "@/ui/shell/parts";
import { toast } from "@/ui/toast";
import { useFigures } from "@/ui/words/figures";
import { GateBody } from "./GateBody";
import { GateStateMark } from "./GateStateMark";
import classes from "./Gates.module.css";
import { type Gate, gatesQuery, TEMPLATES } from "./gates";

/** The gates of a project, in order. */
export default function ProjectGates({ id }: PartProps) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const done = useDone();
  const { data, error } = useQuery(gatesQuery(id));
  const make = useMutation({
    mutationFn: ({ path, body }: { path: string; body: unknown; says: string }) =>
      http.post(path, body),
    onSuccess: (_, { says }) => {
      void cache.invalidateQueries({ queryKey: ["gate"] });
      void done(says);
    },
    onError: (fault) => toast.failed(fault.detail || fault.title),
  });
  if (error && !data) throw error;
  if (!data) return <LoadingState />;
  const tools = data.can.edit && (
    <Group
      className={data.items.length > 0 ? classes.tools : undefined}
      gap="sm"
      justify={data.items.length > 0 ? "flex-end" : "center"}
    >
      <Menu>
        <Menu.Target>
          <Button size="xs" variant="default">
            {t("gate.usual")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {TEMPLATES.map((template) => (
            <Menu.Item
              key={template}
              onClick={() =>
                make.mutate({
                  path: `/projects/${id}/gates/usual`,
                  body: { template },
                  says: t("gate.didSetUpUsual"),
                })
              }
            >
              {t(`gate.template.${template}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Button
        size="xs"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() =>
          make.mutate({
            path: "/gates",
            body: { project_id: id, title: t("gate.newTitle") },
            says: t("gate.didSetUp"),
          })
        }
      >
        {t("gate.add")}
      </Button>
    </Group>
  );
  return (
    <PageBody>
      {data.items.length === 0 ? (
        <EmptyState icon={IconBarrierBlock} sentence={t("gate.empty")} action={tools} />
      ) : (
        <>
          {tools}
          <ol className={classes.gates}>
            {data.items.map((gate) => (
              <GateCard key={gate.id} gate={gate} />
            ))}
          </ol>
        </>
      )}
    </PageBody>
  );
}

function GateCard({ gate }: { gate: Gate }) {
  const { t } = useTranslation();
  const figures = useFigures();
  const facts = [
    t("gate.metOf", { met: gate.met, count: gate.criteria.length }),
    gate.owner && t("gate.decidedBy", { name: gate.owner.name }),
    gate.due && t("gate.dueOn", { date: figures.date(gate.due) }),
    gate.milestone?.title,
  ];
  return (
    <li className={classes.gate} data-gate={gate.key}>
      <div className={classes.head}>
        <PeekLink kind="gate" id={gate.id} objectKey={gate.key} fw={600}>
          {gate.title}
        </PeekLink>
        <GateStateMark state={gate.state} />
        <Text size="sm" c="dimmed">
          {facts.filter(Boolean).join(" · ")}
        </Text>
      </div>
      <GateBody gate={gate} />
    </li>
  );
}
