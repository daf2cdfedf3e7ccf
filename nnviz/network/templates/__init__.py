"""Networks to start from: pure functions from what is known of the data to a diagram.

They open as ordinary diagrams; ``project.from_template`` puts data and a recipe to them.
"""

from __future__ import annotations

from nnviz.network.templates import generating, plain, rebuilding, seeing, sequences
from nnviz.network.templates.template import Template

__all__ = ["TEMPLATES", "Template"]

# In the order of the gallery: what is learned first comes first.
TEMPLATES: dict[str, Template] = {
    template.name: template
    for family in (plain, seeing, sequences, rebuilding, generating)
    for template in family.TEMPLATES
}
