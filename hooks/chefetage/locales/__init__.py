"""Every word and every number as a reader sees it; adding a language is adding a folder here.

Import `speak` from `chefetage.locales.locale` through this package: `speak("de").day(date(2026, 11, 5))`.
"""

from chefetage.locales.locale import Locale, available, speak

__all__ = ["Locale", "available", "speak"]
