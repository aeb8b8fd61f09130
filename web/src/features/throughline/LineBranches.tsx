import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { KeyBadge } from "@/ui/KeyBadge";
import { KindIcon } from "@/ui/KindIcon";
import { PeekLink } from "@/ui/PeekLink";
import type { Branch } from "./lineTree";
import classes from "./ThroughlineList.module.css";
import { useEdgeWord } from "./useEdgeWord";
import { useStatusWord } from "./useStatusWord";

interface Props {
  branches: readonly Branch[];
}

export function LineBranches({ branches }: Props) {
  const { t } = useTranslation();
  const edgeWord = useEdgeWord();
  const statusWord = useStatusWord();
  return (
    <ul className={classes.branches}>
      {branches.map(({ node, type, isForward, isRepeat, branches: beyond }) => (
        <li key={`${type}:${node.id}`}>
          <div className={classes.row}>
            <KindIcon kind={node.kind} />
            <KeyBadge value={node.key} />
            <PeekLink
              kind={node.kind}
              id={node.id}
              objectKey={node.key}
              fz="sm"
              className={classes.title}
            >
              {node.title}
            </PeekLink>
            <Text size="xs" c="dimmed" className={classes.aside}>
              {[edgeWord(type, isForward), statusWord(node), isRepeat && t("throughline.repeat")]
                .filter(Boolean)
                .join(" · ")}
            </Text>
          </div>
          {beyond.length > 0 && <LineBranches branches={beyond} />}
        </li>
      ))}
    </ul>
  );
}
