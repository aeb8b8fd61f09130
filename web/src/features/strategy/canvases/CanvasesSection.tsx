import { Button, Select, Text, Title } from "@mantine/core";
import { IconLayoutBoard, IconMessage2, IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Product } from "@/features/core/products";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import { useCreate } from "@/ui/shell/useCreate";
import { usePeek } from "@/ui/shell/usePeek";
import classes from "../StrategyPage.module.css";
import type { OnView, StrategyView } from "../view";
import { CanvasPages } from "./CanvasPages";
import { canvasesQuery } from "./queries";
import { type Canvas, WEAK } from "./types";

interface Props {
  product: Product;
  view: StrategyView;
  onView: OnView;
}

/** The canvases of a product, one at a time. */
export function CanvasesSection({ product, view, onView }: Props) {
  const { t } = useTranslation();
  const create = useCreate();
  const peek = usePeek();
  const { data: canvases, error, refetch } = useQuery(canvasesQuery(product.id));
  if (error && !canvases) {
    return <ErrorState title={error.title} detail={error.detail} onRetry={() => void refetch()} />;
  }
  if (!canvases) return <LoadingState rows={6} />;
  const canEdit = product.can.edit === true;
  const canvas = canvases.find(({ key }) => key === view.canvas) ?? canvases[0];
  if (!canvas) {
    return (
      <EmptyState
        icon={IconLayoutBoard}
        sentence={t("canvas.teach")}
        action={
          canEdit && <Button onClick={() => create.open("canvas")}>{t("canvas.first")}</Button>
        }
        example={t("canvas.example")}
      />
    );
  }
  return (
    <section>
      <div className={classes.head}>
        <Title order={2} className={classes.hidden}>
          {t("canvas.plural")}
        </Title>
        <Select
          w={280}
          aria-label={t("canvas.which")}
          allowDeselect={false}
          value={canvas.key}
          data={canvases.map(({ key, title }) => ({ value: key, label: title }))}
          onChange={(key) =>
            onView({ canvas: key ?? undefined, version: undefined, since: undefined })
          }
        />
        <Text size="sm" c="dimmed">
          {t(`canvas.templates.${canvas.template}`)}
        </Text>
        <Standings canvas={canvas} />
        <div className={classes.end}>
          <Button
            variant="subtle"
            color="gray"
            size="xs"
            leftSection={<IconMessage2 size={16} aria-hidden />}
            onClick={() => peek.open({ kind: "canvas", id: canvas.id })}
          >
            {t("version.talk")}
          </Button>
          {canEdit && (
            <Button
              size="xs"
              variant="default"
              leftSection={<IconPlus size={16} aria-hidden />}
              onClick={() => create.open("canvas")}
            >
              {t("canvas.new")}
            </Button>
          )}
        </div>
      </div>
      <CanvasPages key={canvas.id} canvas={canvas} view={view} onView={onView} />
    </section>
  );
}

/** How many assumptions of the newest version are weak. */
function Standings({ canvas }: { canvas: Canvas }) {
  const { t } = useTranslation();
  const found = WEAK.flatMap((standing) => {
    const count = canvas.standings[standing] ?? 0;
    return count > 0 ? [t(`canvas.count.${standing}`, { count })] : [];
  });
  if (canvas.statements === 0) return null;
  return (
    <Text size="sm" c="dimmed">
      {found.length > 0 ? found.join(" · ") : t("canvas.allSupported")}
    </Text>
  );
}
