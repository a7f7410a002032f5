"""Which machine in between leads out of a company's network, as `HTTPS_PROXY` and `NO_PROXY` say."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from urllib3 import PoolManager, ProxyManager, Timeout, make_headers

if TYPE_CHECKING:
    import ssl
    from collections.abc import Mapping


def proxy_for(address: str, environ: Mapping[str, str]) -> str | None:
    """Return the proxy to reach an address through, or `None` if it is reached directly."""
    named = environ.get("https_proxy") or environ.get("HTTPS_PROXY")
    without = environ.get("no_proxy") or environ.get("NO_PROXY") or ""
    host = urlsplit(address).hostname or ""
    return None if not named or _is_excepted(host.lower(), without) else named


def pool_for(proxy: str | None, context: ssl.SSLContext, timeout: Timeout) -> PoolManager:
    """Return what opens connections; through a proxy they stay encrypted from end to end.

    Raises:
        urllib3.exceptions.HTTPError: the proxy's address is none.
        ValueError: the same.
    """
    if proxy is None:
        return PoolManager(ssl_context=context, timeout=timeout, retries=False)
    parts = urlsplit(proxy)
    named = f"{unquote(parts.username)}:{unquote(parts.password or '')}" if parts.username else None
    return ProxyManager(
        proxy, proxy_headers=make_headers(proxy_basic_auth=named), ssl_context=context, timeout=timeout, retries=False
    )


def _is_excepted(host: str, without: str) -> bool:
    """Whether a host, or a domain that it belongs to, is in a list such as `localhost, .example.org`."""
    names = [name.strip().lower().lstrip(".") for name in without.split(",")]
    return any(name and (name in {"*", host} or host.endswith(f".{name}")) for name in names)
