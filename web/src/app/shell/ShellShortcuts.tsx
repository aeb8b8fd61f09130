import { useDisclosure } from "@mantine/hooks";
import { spotlight } from "@mantine/spotlight";
import { useNavigate } from "@tanstack/react-router";
import { useShortcuts } from "@/ui/keyboard/useShortcuts";
import { navLink } from "@/ui/shell/navLink";
import { usePeek } from "@/ui/shell/usePeek";
import { useWorkspace } from "@/ui/shell/useWorkspace";
import { openCreateMenu } from "./CreateMenu";
import { ShortcutsDialog } from "./ShortcutsDialog";
import { useBuiltNav } from "./useBuiltNav";

/** The keys that work on every page. */
export function ShellShortcuts() {
  const navigate = useNavigate();
  const workspace = useWorkspace();
  const peek = usePeek();
  const entries = useBuiltNav();
  const [opened, dialog] = useDisclosure();
  useShortcuts([
    { keys: "c", run: openCreateMenu },
    { keys: "/", run: spotlight.open },
    { keys: "?", run: dialog.open },
    { keys: "Escape", run: peek.close },
    ...entries.map((entry) => ({
      keys: `g ${entry.key}`,
      run: () => void navigate(navLink(entry, workspace)),
    })),
  ]);
  return <ShortcutsDialog opened={opened} onClose={dialog.close} entries={entries} />;
}
