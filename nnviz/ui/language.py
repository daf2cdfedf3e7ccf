"""English and Korean: which one the window speaks, and the way from one to the other.

The window's sentences are written in English where they are used. Qt Linguist's lupdate finds them there, in
``self.tr("...")`` and ``translate("Context", "...")``; ``packaging/translate.py`` adds what stands in tables.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QSettings, QTranslator

from nnviz.assets import asset
from nnviz.sentences import LayerName, Sentence

LANGUAGES = ("system", "en", "ko")
TITLE = "Language · 언어"  # of the choice: to be found by who reads only one of them


def translate(context: str, text: str) -> str:
    """*text* in the window's language; *context* tells apart what is spelled alike in English."""
    return QCoreApplication.translate(context, text)


class Worded(str):
    """Words of the window that remember what they were made of: ``said`` says them again in another language.

    Attributes:
        context, pattern: as for ``translate``.
        figures: what stands in its places; words and sentences among them are said again too.
        small: whether it stands within a sentence, in small letters.
    """

    context: str
    pattern: str
    figures: tuple[object, ...]
    small: bool

    def __new__(cls, context: str, pattern: str, *figures: object, small: bool = False) -> Worded:
        """*pattern* in the window's language, with *figures* in its places where there are any."""
        text = translate(context, pattern)
        if figures:
            text = text.format(*(said(figure) if isinstance(figure, str) else figure for figure in figures))
        made = super().__new__(cls, text.lower() if small else text)
        made.context, made.pattern, made.figures, made.small = context, pattern, figures, small
        return made

    def format(self, *figures: object) -> Worded:  # type: ignore[override]
        """The same with *figures* in its places."""
        return Worded(self.context, self.pattern, *figures, small=self.small)

    def lower(self) -> Worded:
        """The same in small letters."""
        return Worded(self.context, self.pattern, *self.figures, small=True)


def worded(context: str, text: str) -> str:
    """As ``translate``, for what is kept longer than a window: the name of a step of undo."""
    return Worded(context, text)


def said(text: str) -> str:
    """A sentence of the rooms without Qt in the window's language, layers by their titles; other text as it is."""
    if isinstance(text, Worded):
        return str(Worded(text.context, text.pattern, *text.figures, small=text.small))
    if isinstance(text, LayerName):
        return f"{translate('Catalogue', text.kind)} {text.number}".rstrip() if text.kind else str(text)
    if not isinstance(text, Sentence):
        return text
    figures = (said(figure) if isinstance(figure, str) else figure for figure in text.figures)
    return translate("Sentences", text.pattern).format(*figures)


def choices() -> tuple[tuple[str, str], ...]:
    """The languages to choose from, each with its own name for itself."""
    return (("system", translate("Language", "As the system")), ("en", "English"), ("ko", "한국어"))


def chosen() -> str:
    """What a person chose: system, en or ko."""
    value = str(QSettings().value("language", "system"))
    return value if value in LANGUAGES else "system"


def choose(value: str) -> None:
    """Keep the choice; ``install`` has the application follow it."""
    QSettings().setValue("language", value)


def spoken() -> str:
    """The language the window should speak now: en or ko."""
    value = chosen()
    if value == "system":
        return "ko" if QLocale.system().language() == QLocale.Language.Korean else "en"
    return value


def install(app: QCoreApplication) -> None:
    """Let *app* speak the chosen language, Qt's own dialogs included."""
    for old in app.findChildren(QTranslator):
        app.removeTranslator(old)
        old.deleteLater()
    if spoken() == "ko":
        _load(app, QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath), "qtbase_ko")
        _load(app, str(asset("translations")), "nnviz_ko")


def _load(app: QCoreApplication, folder: str, name: str) -> None:
    translator = QTranslator(app)
    if translator.load(name, folder):
        app.installTranslator(translator)
    else:
        translator.deleteLater()
