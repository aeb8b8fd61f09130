import type { RichNode } from "@/api/types";
import type { Subject } from "@/features/core/activity";
import RichTextEditor from "@/ui/text/RichTextEditor";
import { MentionList } from "./MentionList";
import { useMentions } from "./useMentions";

interface Props {
  subject: Subject;
  doc: RichNode;
  label: string;
  onChange: (doc: RichNode) => void;
  onSubmit: () => void;
}

/** The editor with members to mention; loaded when somebody begins to write. */
export default function CommentEditor({ subject, doc, label, onChange, onSubmit }: Props) {
  const { extension, asking } = useMentions(subject);
  return (
    <>
      <RichTextEditor
        doc={doc}
        label={label}
        placeholder={label}
        extra={extension}
        isBrief
        autoFocus
        onChange={onChange}
        onSubmit={onSubmit}
      />
      {asking && <MentionList asking={asking} />}
    </>
  );
}
