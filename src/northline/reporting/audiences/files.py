"""A product's roadmap as a file, as an audience may see it, or all of it."""

from __future__ import annotations

from dataclasses import replace

from northline.core.exports.making import Made
from northline.products.models import Product
from northline.reporting.audiences import actions
from northline.reporting.audiences.sight import Sight, drawn_as
from northline.reporting.audiences.view import roadmap_for
from northline.reporting.exports.files import Format, made_of
from northline.reporting.models import Audience
from northline.roadmap.queries.colouring import check_field


def roadmap_file(
    product: Product, *, format: Format, layout: str | None, audience: Audience | None, colour: str | None
) -> Made:
    """The file; coloured as the audience's roadmap is, or by another field that it may see.

    Raises NotFound for the audience of another product, and what an unknown colour raises.
    """
    actions.require_reader(audience, product)
    check_field(product, colour or "")
    sight = audience.sight() if audience else Sight(fields=actions.fields_known(product))
    if colour is not None:
        sight = replace(sight, colour=colour)
    shown = roadmap_for(product, sight)
    chosen = layout or drawn_as(audience.layout if audience else "timeline", sight.fields)
    reader = audience.title if audience else ""
    return made_of(shown, product=product, format=format, layout=chosen, fields=sight.fields, reader=reader)
