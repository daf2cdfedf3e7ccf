"""English and Korean: which one the window speaks."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, QSettings, QTranslator

from nnviz.assets import asset

CHOICES = (("system", "As the system"), ("en", "English"), ("ko", "한국어"))


def chosen() -> str:
    """What a person chose: system, en or ko."""
    value = str(QSettings().value("language", "system"))
    return value if value in ("system", "en", "ko") else "system"


def choose(value: str) -> None:
    """Keep the choice for the next start."""
    QSettings().setValue("language", value)


def install(app: QCoreApplication) -> None:
    """Let *app* speak the chosen language."""
    value = chosen()
    korean = value == "ko" or (value == "system" and QLocale.system().language() == QLocale.Language.Korean)
    for old in app.findChildren(QTranslator):
        app.removeTranslator(old)
        old.deleteLater()
    if korean:
        translator = QTranslator(app)
        if translator.load(str(asset("translations") / "nnviz_ko.qm")):
            app.installTranslator(translator)
