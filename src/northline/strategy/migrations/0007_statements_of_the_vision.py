"""The boxes of the vision board hold statements: what was plain text in them becomes some, a line each."""

import hashlib
import json
import re

import django.db.models.deletion
from django.db import migrations, models

BOXES = {
    "statement": "statement",
    "target_group": "target_group",
    "needs": "needs",
    "product": "product_text",
    "business_goals": "business_goals",
}
LONGEST = 300
_BULLET = re.compile(r"^[-*•–]\s+")


def split(text):
    """The statements of a box: its lines, those too long for one at the ends of sentences, then of words."""
    found = []
    for line in text.splitlines():
        rest = _BULLET.sub("", line.strip())
        while len(rest) > LONGEST:
            end = max(rest.rfind(mark, 0, LONGEST) + 1 for mark in (". ", "; ", "! ", "? "))
            end = end or rest.rfind(" ", 0, LONGEST) or LONGEST
            end = end if end > 0 else LONGEST
            found.append(rest[:end].strip())
            rest = rest[end:].strip()
        if rest:
            found.append(rest)
    return found


def make_statements(apps, schema_editor):
    alias = schema_editor.connection.alias
    visions = apps.get_model("strategy", "Vision").objects.using(alias)
    line, boxes = None, {}
    for row in visions.order_by("product_id", "number"):
        if line != row.product_id:
            line, boxes = row.product_id, {}
        boxes = _next_version(apps, alias, row, boxes)
        texts = {column: "\n".join(each["text"] for each in boxes[box]) for box, column in BOXES.items()}
        visions.filter(pk=row.pk).update(boxes=boxes, **texts)
        _keep_signed(apps, alias, row, boxes)
    _rename_boxes(apps, alias)


def _next_version(apps, alias, row, before):
    """What the version says; a statement that goes on from one of the version before keeps its row."""
    statements = apps.get_model("strategy", "Statement").objects.using(alias)
    boxes, standing = {}, set()
    for box, column in BOXES.items():
        left = {each["text"]: each["id"] for each in before.get(box, [])}
        texts = list(dict.fromkeys(split(getattr(row, column))))
        known = {text: left.pop(text) for text in texts if text in left}
        # Those that were reworded go on in the order in which they stood.
        reworded = dict(zip((text for text in texts if text not in known), left.values(), strict=False))
        boxes[box] = []
        for text in texts:
            key = known.get(text) or reworded.get(text)
            if key is None:
                key = str(_made(apps, alias, row, box, text).pk)
            statements.filter(pk=key).update(title=text, vision_id=row.pk, archived_at=None)
            standing.add(key)
            boxes[box].append({"id": key, "text": text, "nature": "assumption"})
    gone = {each["id"] for said in before.values() for each in said} - standing
    statements.filter(pk__in=gone).update(archived_at=row.created_at)
    return boxes


def _made(apps, alias, row, box, text):
    counters = apps.get_model("core", "Counter").objects.using(alias)
    counter, _ = counters.get_or_create(workspace_id=row.workspace_id, name="key:ST")
    counter.value += 1
    counter.save(update_fields=["value"])
    return (
        apps.get_model("strategy", "Statement")
        .objects.using(alias)
        .create(
            workspace_id=row.workspace_id,
            vision_id=row.pk,
            product_id=row.product_id,
            key=f"ST-{counter.value}",
            title=text,
            box=box,
        )
    )


def _keep_signed(apps, alias, row, boxes):
    """Who signed the words signed these statements: the content is told as that of a canvas, with its own hash."""
    content = {box: [[each["nature"], each["text"]] for each in said] for box, said in boxes.items()}
    told = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    signed = {"content_hash": hashlib.sha256(told.encode()).hexdigest()}
    verdicts = apps.get_model("strategy", "Verdict").objects.using(alias)
    for sign_off in apps.get_model("strategy", "SignOff").objects.using(alias).filter(document_id=row.pk):
        sign_off.content, sign_off.content_hash = content, signed["content_hash"]
        sign_off.material = [_named(box) for box in sign_off.material]
        sign_off.save(update_fields=["content", "content_hash", "material"])
        verdicts.filter(sign_off_id=sign_off.pk).update(**signed)


def _rename_boxes(apps, alias):
    stakeholders = apps.get_model("strategy", "Stakeholder").objects.using(alias)
    for pk, boxes in stakeholders.values_list("pk", "boxes"):
        if "product_text" in boxes:
            stakeholders.filter(pk=pk).update(boxes=[_named(box) for box in boxes])


def _named(box):
    return "product" if box == "product_text" else box


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0007_fields_of_types_of_objects"),
        ("strategy", "0006_canvases_and_themes"),
    ]

    operations = [
        migrations.AddField("vision", "boxes", models.JSONField(default=dict)),
        migrations.AlterField(
            "statement",
            "canvas",
            models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="statements",
                to="strategy.canvas",
            ),
        ),
        migrations.AddField(
            "statement",
            "vision",
            models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="statements",
                to="strategy.vision",
            ),
        ),
        migrations.RunPython(make_statements, migrations.RunPython.noop),
    ]
