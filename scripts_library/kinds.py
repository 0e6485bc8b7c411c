"""The one table of kinds: what `kind:` in a document may say, and the struct that it is read into."""

from collections.abc import Mapping
from types import MappingProxyType

from scripts_library.appraisal_plan import AppraisalPlan
from scripts_library.document import Document
from scripts_library.objections import Objections
from scripts_library.outcomes import Outcomes
from scripts_library.script import Script

KINDS: Mapping[str, type[Document]] = MappingProxyType(
    {
        "script": Script,
        "objections": Objections,
        "outcomes": Outcomes,
        "appraisal": AppraisalPlan,
    }
)


def kind_of(document: Document) -> str:
    """The word that stands under `kind:` in this document."""
    return next(kind for kind, struct in KINDS.items() if type(document) is struct)
