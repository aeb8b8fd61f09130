import { Button, Menu, Select, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import {
  IconCalendar,
  IconCode,
  IconFileTypePdf,
  IconPhoto,
  IconPlayerPlay,
  IconPresentation,
  IconTable,
  IconTableExport,
  IconUsersGroup,
  IconVector,
} from "@tabler/icons-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { download } from "@/api/download";
import { productsQuery } from "@/features/core/products";
import type { PartProps } from "@/ui/shell/parts";
import { useWorkspace } from "@/ui/shell/useWorkspace";
import { toast } from "@/ui/toast";
import { AudiencesModal } from "./AudiencesModal";
import { audiencesQuery } from "./audiences";

const FORMATS = {
  pdf: IconFileTypePdf,
  pptx: IconPresentation,
  png: IconPhoto,
  svg: IconVector,
  ics: IconCalendar,
  csv: IconTable,
  json: IconCode,
} as const;
type Format = keyof typeof FORMATS;

/** Takes the roadmap away as a file, as the chosen audience may see it. */
export default function ExportRoadmap({ id, colour }: PartProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const workspace = useWorkspace();
  const [audienceId, setAudienceId] = useState<string | null>(null);
  const [managing, manage] = useDisclosure();
  const { data: audiences = [] } = useQuery(audiencesQuery(id));
  // An audience has colours of its own.
  const asked = audienceId ? undefined : colour;
  const { data: products } = useQuery(productsQuery);
  const maySteer = products?.find((product) => product.id === id)?.can.edit === true;
  const save = useMutation({
    mutationFn: (format: Format) =>
      download(
        `/products/${id}/roadmap/file`,
        { format, audience_id: audienceId, colour: asked },
        `roadmap.${format}`,
      ),
    onError: (fault) => toast.failed(fault.detail || fault.title),
  });
  return (
    <>
      <Menu position="bottom-end" withinPortal width={280}>
        <Menu.Target>
          <Button
            variant="default"
            leftSection={<IconTableExport size={16} stroke={1.6} aria-hidden />}
            loading={save.isPending}
          >
            {t("export.button")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Select
            m={8}
            label={t("export.for")}
            data={[
              { value: "", label: t("export.everything") },
              ...audiences.map(({ id: value, title: label }) => ({ value, label })),
            ]}
            value={audienceId ?? ""}
            allowDeselect={false}
            comboboxProps={{ withinPortal: false }}
            onChange={(value) => setAudienceId(value || null)}
          />
          <Menu.Item
            leftSection={<IconPlayerPlay size={16} stroke={1.6} aria-hidden />}
            onClick={() =>
              void navigate({
                to: "/$workspace/present",
                params: { workspace },
                search: { product: id, audience: audienceId ?? undefined, colour: asked },
              })
            }
          >
            {t("present.start")}
          </Menu.Item>
          <Menu.Divider />
          {(Object.keys(FORMATS) as Format[]).map((format) => {
            const Icon = FORMATS[format];
            return (
              <Menu.Item
                key={format}
                leftSection={<Icon size={16} stroke={1.6} aria-hidden />}
                rightSection={
                  <Text size="xs" c="dimmed">
                    {format.toUpperCase()}
                  </Text>
                }
                onClick={() => save.mutate(format)}
              >
                {t(`export.as.${format}`)}
              </Menu.Item>
            );
          })}
          {maySteer && (
            <>
              <Menu.Divider />
              <Menu.Item
                leftSection={<IconUsersGroup size={16} stroke={1.6} aria-hidden />}
                onClick={manage.open}
              >
                {t("audience.manage")}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {managing && <AudiencesModal productId={id} onClose={manage.close} />}
    </>
  );
}
