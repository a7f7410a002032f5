"""What all tests share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

# The time of one example says more about the machine than about the code.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")


@pytest.fixture(scope="session")
def fixtures() -> Path:
    """The folder of real files, or a skip that says why."""
    folder = os.environ.get("CHEFETAGE_FIXTURES")
    if not folder:
        pytest.skip("CHEFETAGE_FIXTURES is not set: tests on real files need that folder")
    return Path(folder)


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's root."""
    return Path(__file__).parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    """Offer `--golden-write`, which `make golden` uses."""
    parser.addoption("--golden-write", action="store_true", help="rewrite expected pages")
