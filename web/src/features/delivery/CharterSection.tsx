import { Button, Group, Modal, Text, Title } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconFileText } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import type { Schemas, Shown } from "@/api/shown";
import { ProblemNote } from "@/ui/ProblemNote";
import type { PartProps } from "@/ui/shell/parts";
import { Term } from "@/ui/Term";
import { CharterCard } from "./CharterCard";
import { chartersQuery } from "./delivery";
import { ProposeCharter } from "./ProposeCharter";

type Initiative = Shown<Schemas["InitiativeOut"]>;

/** On an initiative: the agreement with the project that realises it, or a way to propose one. */
export default function CharterSection({ id }: PartProps) {
  const { t } = useTranslation();
  const [opened, modal] = useDisclosure();
  const { data: initiative } = useQuery({
    queryKey: ["initiative", id],
    queryFn: ({ signal }) => http.get<Initiative>(`/initiatives/${id}`, { signal }),
  });
  const { data: charters, error } = useQuery(chartersQuery(id));
  if (!initiative) return null;
  const isOpen = charters?.some(({ state }) => state !== "declined");
  return (
    <section>
      <Group justify="space-between" mb={4}>
        <Title order={2} fz="sm">
          <Term meaning={t("charter.means")}>{t("charter.title")}</Term>
        </Title>
        {initiative.can.plan && !isOpen && (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconFileText size={16} stroke={1.6} aria-hidden />}
            onClick={modal.open}
          >
            {t("charter.propose")}
          </Button>
        )}
      </Group>
      <ProblemNote fault={charters ? null : error} />
      {charters?.length === 0 && (
        <Text size="sm" c="dimmed">
          {t("charter.none")}
        </Text>
      )}
      {charters?.map((charter) => (
        <CharterCard key={charter.id} charter={charter} other="project" />
      ))}
      <Modal
        opened={opened}
        onClose={modal.close}
        title={t("charter.proposeFor", { name: initiative.key })}
        size="lg"
      >
        <ProposeCharter initiative={initiative} onDone={modal.close} />
      </Modal>
    </section>
  );
}
