import { Button, Stack, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Door } from "@/ui/Door";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import { ProblemNote } from "@/ui/ProblemNote";
import { subscribeAgain, subscriptionQuery, unsubscribe } from "../digests/digests";

/** Where a reader ends their digest, without an account. */
export function UnsubscribePage({ token }: { token: string }) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const query = subscriptionQuery(token);
  const { data: subscription, error } = useQuery(query);
  const decide = useMutation({
    mutationFn: (isOver: boolean) => (isOver ? unsubscribe(token) : subscribeAgain(token)),
    onSuccess: (next) => cache.setQueryData(query.queryKey, next),
  });
  if (error && !subscription) {
    return (
      <main>
        <ErrorState
          isQuiet={error.status === 404}
          title={error.status === 404 ? t("unsubscribe.unknown") : error.title}
          detail={error.detail}
        />
      </main>
    );
  }
  if (!subscription) return <LoadingState />;
  const { product, name, unsubscribed } = subscription;
  return (
    <Door title={t(unsubscribed ? "unsubscribe.over" : "unsubscribe.title", { product })}>
      <Stack gap="md">
        <Text>
          {t(unsubscribed ? "unsubscribe.overMeans" : "unsubscribe.means", { product, name })}
        </Text>
        <ProblemNote fault={decide.error} />
        <Button
          variant={unsubscribed ? "default" : "filled"}
          loading={decide.isPending}
          onClick={() => decide.mutate(!unsubscribed)}
        >
          {t(unsubscribed ? "unsubscribe.again" : "unsubscribe.do")}
        </Button>
      </Stack>
    </Door>
  );
}
