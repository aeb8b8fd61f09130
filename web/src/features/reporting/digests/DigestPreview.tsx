import { Alert, Button, Group, Modal, SegmentedControl, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { LoadingState } from "@/ui/LoadingState";
import { ProblemNote } from "@/ui/ProblemNote";
import { useFigures } from "@/ui/words/figures";
import { type Digest, letterQuery } from "./digests";
import classes from "./digests.module.css";
import { useDigestDeeds } from "./useDigestDeeds";

interface Props {
  digest: Digest;
  onClose: () => void;
}

/** The mail as it would be sent now, before it is switched on and after. */
export function DigestPreview({ digest, onClose }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const [form, setForm] = useState<"html" | "text">("html");
  const { data: letter, error } = useQuery(letterQuery(digest));
  const { switchOn } = useDigestDeeds(digest.product_id);
  return (
    <Modal opened onClose={onClose} size="xl" title={t("digest.previewOf", { name: digest.title })}>
      {error && !letter ? (
        <ProblemNote fault={error} />
      ) : !letter ? (
        <LoadingState />
      ) : (
        <Stack gap="sm">
          {letter.news === 0 && <Alert variant="light">{t("digest.nothingNew")}</Alert>}
          <Group justify="space-between" align="end">
            <div>
              <Text size="sm" fw={600}>
                {letter.subject}
              </Text>
              <Text size="xs" c="dimmed">
                {t("digest.envelope", {
                  to: letter.to || t("digest.nowhere"),
                  since: figures.dateTime(letter.since),
                  count: letter.news,
                })}
              </Text>
            </div>
            <SegmentedControl
              size="xs"
              aria-label={t("digest.form")}
              value={form}
              data={[
                { value: "html", label: t("digest.html") },
                { value: "text", label: t("digest.text") },
              ]}
              onChange={(next) => setForm(next as typeof form)}
            />
          </Group>
          {form === "html" ? (
            <iframe
              className={classes.letter}
              title={t("digest.previewOf", { name: digest.title })}
              // No scripts, no forms, no way out: it is somebody's words in a mail's clothes.
              sandbox=""
              srcDoc={letter.html}
            />
          ) : (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys
            <pre className={classes.plain} tabIndex={0}>
              {letter.text}
            </pre>
          )}
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t("close")}
            </Button>
            {!digest.on && (
              <Button
                loading={switchOn.isPending}
                onClick={() => switchOn.mutate(digest, { onSuccess: onClose })}
              >
                {t("digest.switchOn")}
              </Button>
            )}
          </Group>
        </Stack>
      )}
    </Modal>
  );
}
