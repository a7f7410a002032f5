"""What a page may load and run: nothing from elsewhere, and no script that stands in the page itself.

A verbatim that slipped through every sanitiser would still not run. Styles may stand inline: tables carry some.
"""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Sequence

    from chefetage.model.base import Language

_RULES = (
    "default-src 'none'", "script-src 'self'", "style-src 'self' 'unsafe-inline'", "img-src 'self' data:",
    "font-src 'self'", "media-src 'self' data:", "connect-src 'self'", "worker-src 'self'", "base-uri 'none'",
    "form-action 'none'",
)  # fmt: skip

PAGE = "; ".join(_RULES)
"""For every page that has our scripts beside it."""

STILL = "default-src 'none'; base-uri 'none'; form-action 'none'"
"""For small pages that hold nothing but words and links."""

META = Markup('<meta http-equiv="Content-Security-Policy" content="{policy}">')


def lost_script(languages: Sequence[Language]) -> str:
    """Return the script of the page that is shown at any unknown address, where no file can be found beside it.

    It finds out where the site begins from the part of the address before a language.
    """
    roots = "|".join([*languages, r"404\.html"])
    return (
        'for(const link of document.querySelectorAll("[data-home]")){'
        rf"const site=location.pathname.match(/^(.*?\/)(?:{roots})(?:\/|$)/);"
        "if(site)link.href=site[1]+link.dataset.home}"
    )


def lost_policy(script: str) -> str:
    """Return the policy of that page: this one script and its own style, nothing else."""
    digest = b64encode(sha256(script.encode()).digest()).decode()
    return f"{STILL}; script-src 'sha256-{digest}'; style-src 'unsafe-inline'"
