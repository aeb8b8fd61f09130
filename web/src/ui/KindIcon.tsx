import { iconOf, useKindWord } from "./kinds";

interface Props {
  kind: string;
  size?: number;
}

export function KindIcon({ kind, size = 16 }: Props) {
  const word = useKindWord()(kind);
  const Icon = iconOf(kind);
  return (
    <Icon
      size={size}
      stroke={1.6}
      color="var(--mantine-color-dimmed)"
      role="img"
      aria-label={word}
      style={{ flex: "none" }}
    />
  );
}
