"""The look of the tables of an OpenDocument text: borders, a shaded label, widths."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

_BORDER, _PADDING, _SHADE = "0.5pt solid #808080", "0.1cm", "#e8eef4"


@dataclass(frozen=True, slots=True)
class Styles:
    """Names of the styles of one document."""

    cell: str
    label_cell: str
    strong: str
    amount: str
    label_column: str
    value_column: str


def add_styles(document: Any) -> Styles:  # noqa: ANN401 - odfdo is read without types
    """Put the styles in a document and return their names."""
    from odfdo import Style

    def insert(name: str, style: Any) -> str:  # noqa: ANN401
        style.name = name
        document.insert_style(style, automatic=True)
        return name

    right = Style("paragraph")
    right.set_properties({"fo:text-align": "end"}, area="paragraph")
    cell = {"area": "table-cell", "border": _BORDER, "padding": _PADDING}
    return Styles(
        cell=insert("FicheCase", Style("table-cell", **cell)),
        label_cell=insert("FicheLibelle", Style("table-cell", background_color=_SHADE, **cell)),
        strong=insert("FicheGras", Style("paragraph", area="text", bold=True)),
        amount=insert("FicheMontant", right),
        label_column=insert("FicheColonne1", Style("table-column", width="5.5cm")),
        value_column=insert("FicheColonne2", Style("table-column", width="11.5cm")),
    )
