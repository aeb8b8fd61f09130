import {
  Button,
  Group,
  Modal,
  Radio,
  SegmentedControl,
  Stack,
  Text,
  TextInput,
} from "@mantine/core";
import { useForm } from "@mantine/form";
import { useDisclosure } from "@mantine/hooks";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { useDone } from "@/features/core/useDone";
import { ProblemNote } from "@/ui/ProblemNote";
import { methodsQuery } from "./queries";
import { METHODS, type Scorecard } from "./types";

interface Props {
  productId: string;
  /** What opens it. */
  target: (open: () => void) => ReactNode;
  onMade: (made: Scorecard) => void;
}

/** Starts a scorecard from a published method. */
export function NewScorecard({ productId, target, onMade }: Props) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const done = useDone();
  const [opened, modal] = useDisclosure();
  const { data: methods } = useQuery({ ...methodsQuery, enabled: opened });
  const form = useForm({
    initialValues: {
      title: "",
      method: "rice" as (typeof METHODS)[number],
      about: "initiative" as Scorecard["about"],
    },
  });
  const make = useMutation({
    mutationFn: (values: typeof form.values) =>
      http.post<Scorecard>("/scorecards", {
        ...values,
        title: values.title || t(`scorecard.method.${values.method}`),
        product_id: productId,
      }),
    onSuccess: async (made) => {
      await cache.invalidateQueries({ queryKey: ["scorecard", "list"] });
      void done(t("create.done", { name: made.key }));
      modal.close();
      form.reset();
      onMade(made);
    },
    onError: (fault) => form.setErrors(fault.byField()),
  });
  return (
    <>
      {target(modal.open)}
      <Modal opened={opened} onClose={modal.close} title={t("scorecard.new")} size="lg">
        <form className="nl-form" onSubmit={form.onSubmit((values) => make.mutate(values))}>
          <Group grow align="end">
            <TextInput
              label={t("scorecard.title")}
              placeholder={t(`scorecard.method.${form.values.method}`)}
              maxLength={300}
              data-autofocus
              {...form.getInputProps("title")}
            />
            <SegmentedControl
              aria-label={t("scorecard.about")}
              data={[
                { value: "initiative", label: t("scorecard.aboutInitiatives") },
                { value: "idea", label: t("scorecard.aboutIdeas") },
              ]}
              {...form.getInputProps("about")}
            />
          </Group>
          <Radio.Group label={t("scorecard.start")} {...form.getInputProps("method")}>
            <Stack gap={4} mt={8}>
              {METHODS.map((name) => {
                const method = methods?.find((each) => each.name === name);
                return (
                  <Radio
                    key={name}
                    value={name}
                    label={t(`scorecard.method.${name}`)}
                    description={
                      <>
                        {t(`scorecard.says.${name}`)}
                        {method && name !== "kano" && (
                          <Text span ff="monospace" fz="xs" ml={6}>
                            {method.formula}
                          </Text>
                        )}
                      </>
                    }
                  />
                );
              })}
            </Stack>
          </Radio.Group>
          <ProblemNote fault={make.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={modal.close}>
              {t("cancel")}
            </Button>
            <Button type="submit" loading={make.isPending}>
              {t("scorecard.make")}
            </Button>
          </Group>
        </form>
      </Modal>
    </>
  );
}
