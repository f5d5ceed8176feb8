"""The page in which an audit is filled in where there is no network.

The page holds all that it needs: its form, its style, its script, and the data that the script
counts with and the sentences that it says. A policy in it lets nothing else run or be loaded.
"""

from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha256
from typing import Any, Final

from .._version import __version__
from ..messages.blank_audit import BLANK_AUDIT
from ..messages.form import FORM, SAID
from ..messages.form_words import LABELS, words_of_page
from ..messages.phrase import MORE_NAMES, MOST_NAMES, say, unfilled, with_terms
from ..messages.reports import REPORT
from ..messages.states import OUTCOMES, PAPER, STANDINGS, STATUSES, TONES, VERDICTS, StateStyle
from ..model.audit import AUDIT_FORMAT
from ..model.fields import ID_PATTERN, LONGEST_ID
from ..model.readings import LONGEST
from ..model.referential import Criterion, Level, Referential
from ..problems.catalogue import CATALOGUE, NEAR_MISS
from ..reading.builder import LONGEST_TEXT
from ..reading.files import MOST_BYTES
from ..rules.engine import BEFORE_DECISION
from ..text.display import FORBIDDEN, LONGEST_QUOTE, UNSAFE
from ..text.typography import FIRST_OF_MONTH, MONTHS, NARROW, Language, joined, required_shown
from ..writing.reminder import Former
from .formats import html
from .formats.bars import percent
from .prose import prose
from .view.localizer import Localizer
from .view.referential import referential_view

SCRIPTS: Final = tuple(
    f"form{part}.js"
    for part in (
        *("-data", "-score", "-words", "-file", "-gaps", "-problems"),
        *(
            "-panel",
            "-bar",
            "-auditors",
            "-drafts",
            "-list",
            "-tabs",
            "-saving",
            "-find",
            "-print",
            "",
        ),
    )
)
"""The parts of the script, in the order in which they stand in the page."""

_WORDS_OF_REPORTS: Final = (
    *("gauge", "gauge_section", "nothing_applicable", "lacking", "all_to_assess"),
    *("some_to_assess", "lacking_and_to_assess", "above", "no_margin"),
    *("missing_one", "missing_all", "missing_any", "missing_and_assess"),
    *("assess_one", "assess_all", "assess_any"),
)
"""What the script says in the very words of reports, by key."""

PROBLEMS: Final = (
    *("A016", "A017", "A018", "A019", "A020", "A021", "A023", "A025", "A026", "A027"),
    *("A032", "A033", "A034", "A036", "A037", "A038"),
)
"""The problems of which the script says what `check` says; others have sentences of the page."""


def form_page(referential: Referential, language: Language, former: Former | None = None) -> str:
    """Write the page in which an audit of a referential is filled in.

    With the audit before, the organisation and the label to renew are filled in, and each former
    finding is recalled under its criterion; no answer is copied.
    """
    return _Form(referential, language, former).page()


def counted_referential(referential: Referential, language: Language) -> dict[str, Any]:
    """A referential as the script of the page counts its criteria, as plain data."""
    return _Form(referential, language, None).counted()


class _Form(Localizer):
    def __init__(self, referential: Referential, language: Language, former: Former | None) -> None:
        super().__init__(language)
        self.referential = referential
        self.former = former

    def page(self) -> str:
        """The page itself."""
        environment = html.environment()
        colours = {"paper": PAPER, "tones": TONES, "statuses": STATUSES}
        style = environment.get_template("form-style.css").render(colours)
        script = "".join(environment.get_template(name).render() for name in SCRIPTS)
        referential = referential_view(self.referential, self.language)
        return environment.get_template("form.html.j2").render(
            **colours,
            language=self.language,
            referential=referential,
            described=prose(referential.description),
            levels=[self.level(level) for level in self.referential.levels],
            recalled=self.recalled,
            recalls=self.recalls(),
            retired=self.retired(),
            no_longer=self.phrase(BLANK_AUDIT["retired"]),
            say=self.sentence,
            report=self.say,
            word=self.word,
            data=self.data(),
            scripts=SCRIPTS,
            hashes={"style": _hash(style), "script": _hash(script)},
            engine=f"cpe_label {__version__}",
        )

    def sentence(self, key: str, /, **blanks: object) -> str:
        """A sentence of this page."""
        return say(FORM[key], self.language, **blanks)

    # ── The audit before ─────────────────────────────────────────────────────────────────────────

    def recalls(self) -> str:
        """Of which audit something is recalled: its organisation and its day."""
        if self.former is None:
            return ""
        audit = self.former.audit
        name = self.line(audit.organisation.name)
        return self.sentence("former", name=name, day=audit.audited_on.last)

    def recalled(self, name: str) -> tuple[str, ...]:
        """What to recall under a criterion, one sentence each."""
        if self.former is None:
            return ()
        return self.texts(self.former.reminders(self.referential.by_id[name], self.language))

    def retired(self) -> list[tuple[str, str, tuple[str, ...]]]:
        """The criteria that this version no longer has: identifier, title, what was found."""
        former = self.former
        if former is None:
            return []
        return [
            (one.id, self.line(one.title), self.texts(former.recalled(one, self.language)))
            for one in former.retired(self.referential)
        ]

    # ── What the script works with ───────────────────────────────────────────────────────────────

    def level(self, level: Level) -> dict[str, Any]:
        """A level, its share as the fraction that decides and in words."""
        required = level.required
        return {
            "id": level.id,
            "title": self.line(level.title),
            "required": required_shown(str(required), self.language),
            "numerator": required.numerator,
            "denominator": required.denominator,
            "is_whole": required.is_whole,
            "each_section": level.scope == "each_section",
            "mark": percent(required.numerator, required.denominator),
        }

    def data(self) -> dict[str, Any]:
        """All that the script knows of the referential, and every sentence that it says."""
        return {
            "referential": self.counted(),
            "start": self.start(),
            "former": self.former.audit.organisation.as_written() if self.former else None,
            "before_decision": {
                f"{kind} {verdict} {str(complete).lower()}": standing
                for (kind, verdict, complete), standing in BEFORE_DECISION.items()
            },
            "verdicts": self.states(VERDICTS),
            "standings": self.states(STANDINGS),
            "outcomes": {key: self.phrase(style) for key, style in OUTCOMES.items()},
            "report": {key: unfilled(REPORT[key], self.language) for key in _WORDS_OF_REPORTS},
            "said": {key: unfilled(phrase, self.language) for key, phrase in SAID.items()},
            "problems": {code: self.problem(code) for code in PROBLEMS},
            "labels": {path: self.phrase(phrase) for path, phrase in LABELS.items()},
            "months": MONTHS[self.language],
            "first_of_month": FIRST_OF_MONTH[self.language],
            "more_names": unfilled(MORE_NAMES, self.language),
            "last_name": joined(("{before}", "{last}"), self.language),
            "most_named": MOST_NAMES,
            "longest_quote": LONGEST_QUOTE,
            "in_force": self.referential.in_force.as_written(),
            "zero_is_one": self.language == "fr",
            "between_thousands": NARROW if self.language == "fr" else "",
            "most_bytes": MOST_BYTES,
            "longest_text": LONGEST_TEXT,
            "longest_id": LONGEST_ID,
            "identifier": ID_PATTERN,
            "hidden": FORBIDDEN.pattern,
            "unsafe": UNSAFE.pattern,
            "no_identifier": unfilled(CATALOGUE["A004"], self.language),
            "near_miss": unfilled(NEAR_MISS, self.language),
            "longest_meant": LONGEST,
        }

    def problem(self, code: str) -> dict[str, str]:
        """The message of a problem, with its blanks, and whether it holds a file back."""
        entry = CATALOGUE[code]
        text = with_terms(entry, self.language, words_of_page(self.language))
        return {"text": text, "severity": entry.severity}

    def counted(self) -> dict[str, Any]:
        """The referential as its criteria are counted."""
        referential = self.referential
        return {
            "id": referential.id,
            "version": referential.version,
            "digest": referential.digest,
            "levels": [self.level(level) for level in referential.levels],
            "sections": [
                {
                    "id": section.id,
                    "title": self.line(section.title),
                    "criteria": [self.criterion(one) for one in section.criteria],
                }
                for section in referential.sections
            ],
        }

    def criterion(self, criterion: Criterion) -> dict[str, Any]:
        return {
            "id": criterion.id,
            "level": criterion.level,
            "title": self.line(criterion.title),
            "may_not_apply": criterion.not_applicable_when is not None,
        }

    def start(self) -> dict[str, Any]:
        """The audit with which the page opens, with the keys of its file."""
        named = {"id": self.referential.id, "version": self.referential.version}
        start: dict[str, Any] = {"format": AUDIT_FORMAT, "referential": named, "kind": "audit"}
        if self.former is None:
            return start
        known = {
            "organisation": self.former.audit.organisation.as_written(),
            "previous": self.former.previous(),
        }
        return start | {key: value for key, value in known.items() if value}

    def states(self, styles: Mapping[str, StateStyle]) -> dict[str, dict[str, str]]:
        """Each state by its key: its word, its shape and its tone."""
        words = {key: self.word(styles, key) for key in styles}
        return {
            key: {"text": one.text, "icon": one.icon, "tone": one.tone}
            for key, one in words.items()
        }


def _hash(text: str) -> str:
    """The fingerprint by which a policy lets this very text run, or apply.

    Without blanks around it, as it stands in the page: a validator forgets the last line break.
    """
    return f"sha256-{b64encode(sha256(text.strip().encode()).digest()).decode()}"
