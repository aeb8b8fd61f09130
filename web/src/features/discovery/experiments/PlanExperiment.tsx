import { Group, Modal, NumberInput, Select, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { CreateForm } from "@/ui/CreateForm";
import { usePeek } from "@/ui/shell/usePeek";
import { COMPARISONS, type Experiment, METHODS, RISKS, type Risk } from "../types";
import { useDeed } from "../useDeed";

interface Props {
  ideaId: string;
  risk: Risk;
  isOpen: boolean;
  onClose: () => void;
}

interface Values {
  title: string;
  risk: Risk;
  method: (typeof METHODS)[number];
  hypothesis: string;
  metric: string;
  unit: string;
  comparison: (typeof COMPARISONS)[number];
  threshold: number | "";
  audience: string;
}

/** What is to be found out, and what would show it, before anything is done. */
export function PlanExperiment({ isOpen, onClose, ...rest }: Props) {
  const { t } = useTranslation();
  return (
    <Modal opened={isOpen} onClose={onClose} title={t("experiment.plan")} size="lg">
      {isOpen && <Form {...rest} onClose={onClose} />}
    </Modal>
  );
}

function Form({ ideaId, risk, onClose }: Omit<Props, "isOpen">) {
  const { t } = useTranslation();
  const peek = usePeek();
  const deed = useDeed<Experiment>();
  const form = useForm<Values>({
    initialValues: {
      title: "",
      risk,
      method: "prototype",
      hypothesis: "",
      metric: "",
      unit: "",
      comparison: "at_least",
      threshold: "",
      audience: "",
    },
  });
  const submit = ({ threshold, ...fields }: Values) =>
    deed.mutate(
      {
        run: () =>
          http.post<Experiment>("/experiments", {
            ...fields,
            idea_id: ideaId,
            threshold: threshold === "" ? null : threshold,
          }),
        said: t("experiment.planned"),
      },
      {
        onSuccess: ({ id }) => {
          onClose();
          peek.open({ kind: "experiment", id });
        },
      },
    );
  return (
    <CreateForm
      onSubmit={form.onSubmit(submit)}
      onCancel={onClose}
      isPending={deed.isPending}
      fault={deed.error}
    >
      <TextInput
        label={t("experiment.name")}
        placeholder={t("experiment.nameExample")}
        required
        data-autofocus
        maxLength={300}
        {...form.getInputProps("title")}
      />
      <Group grow align="start">
        <Select
          label={t("experiment.tests")}
          allowDeselect={false}
          data={RISKS.map((value) => ({ value, label: t(`risk.${value}`) }))}
          {...form.getInputProps("risk")}
        />
        <Select
          label={t("experiment.method")}
          allowDeselect={false}
          data={METHODS.map((value) => ({ value, label: t(`experiment.methods.${value}`) }))}
          {...form.getInputProps("method")}
        />
      </Group>
      <Textarea
        label={t("experiment.hypothesis")}
        placeholder={t("experiment.hypothesisExample")}
        autosize
        minRows={2}
        {...form.getInputProps("hypothesis")}
      />
      <TextInput
        label={t("experiment.metric")}
        placeholder={t("experiment.metricExample")}
        {...form.getInputProps("metric")}
      />
      <Group grow align="start">
        <Select
          label={t("experiment.confirmedBy")}
          allowDeselect={false}
          data={COMPARISONS.map((value) => ({ value, label: t(`experiment.comparison.${value}`) }))}
          {...form.getInputProps("comparison")}
        />
        <NumberInput label={t("experiment.threshold")} {...form.getInputProps("threshold")} />
        <TextInput
          label={t("experiment.unit")}
          placeholder="%"
          maxLength={40}
          {...form.getInputProps("unit")}
        />
      </Group>
      <TextInput
        label={t("experiment.audience")}
        placeholder={t("experiment.audienceExample")}
        {...form.getInputProps("audience")}
      />
    </CreateForm>
  );
}
