import { randomId } from "@mantine/hooks";
import { modals } from "@mantine/modals";
import { t } from "../words/words";
import { StaleChoice } from "./StaleChoice";

/** Shows mine beside the saved state; answers the fields to send, or null to take theirs. */
export function resolveStale<T>(current: T, mine: Partial<T>): Promise<Partial<T> | null> {
  return new Promise((answer) => {
    const id = randomId("stale-");
    const choose = (fields: Partial<T> | null) => {
      answer(fields);
      modals.close(id);
    };
    modals.open({
      modalId: id,
      title: t("stale.title"),
      size: "lg",
      // Closing without choosing must not overwrite anyone.
      onClose: () => answer(null),
      children: (
        <StaleChoice
          current={current as Record<string, unknown>}
          mine={mine}
          onKeepMine={() => choose(mine)}
          onTakeTheirs={() => choose(null)}
        />
      ),
    });
  });
}
