"""What to write instead of what was written, where one reading is likely: added to a problem."""

from collections.abc import Mapping
from typing import Any, Final

from ..text.typography import Language
from .phrase import Phrase, Words, say

ADVICE: Final[dict[str, Phrase]] = {
    "no_answer_yet": Phrase(
        "; without an answer yet, leave the place after the colon empty",
        " ; tant qu'il n'y a pas de réponse, laissez vide la place après les deux-points",
    ),
    "no_decision_yet": Phrase(
        "; without a decision yet, take « decision » out",
        " ; tant que rien n'est décidé, retirez « decision »",
    ),
    "met_in_part": Phrase(
        "; a criterion met in part is « not_met »; if you have not decided yet, leave the place "
        "after the colon empty",
        " ; un critère satisfait en partie est « not_met » ; si vous n'avez pas encore tranché, "
        "laissez vide la place après les deux-points",
    ),
    "day_first": Phrase(
        "; the first number was taken for the day, as in French",
        " ; le premier nombre est pris pour le jour, le deuxième pour le mois",
    ),
    "which_day": Phrase(
        "; which day of that month? for its last one, write {last:quote}",
        " ; quel jour de ce mois ? pour le dernier, écrivez {last:quote}",
    ),
    "days_of_month": Phrase(
        "; that month has {days} days",
        " ; ce mois-là compte {days} jours",
    ),
    "months_of_year": Phrase(
        "; a year has 12 months, and this is month {month}",
        " ; une année compte 12 mois, et ceci est le mois {month}",
    ),
    "form": Phrase("; write « {form} »", " ; écrivez « {form} »"),
    "form_of_each": Phrase(
        "; write a line « - {form} » for each", " ; écrivez une ligne « - {form} » pour chacun"
    ),
    "dash": Phrase(
        "; write « - » before its first key, and line up the others below that key",
        " ; écrivez « - » devant sa première clé, et alignez les autres sous celle-ci",
    ),
    "who_and_when": Phrase(
        "; write who acts and by when, « {form} », and what is to be done beside it: "
        "« recommendation: {text} »",
        " ; écrivez qui agit et pour quand, « {form} », et ce qu'il y a à faire à côté : "
        "« recommendation: {text} »",
    ),
}
"""By the name of a reading, the sentence that follows a message."""


def _same(form: str) -> Phrase:
    return Phrase(form, form)


FORMS: Final[dict[str, Phrase]] = {
    "Action": _same("{{owner: …, due: {day:kind}}}"),
    "AuditedOn": _same("{{from: {day:kind}}}"),
    "Auditor": _same("{{name: {text}}}"),
    "Citation": _same("{{source: {text}, at: …}}"),
    "Criterion": _same("{{id: …, level: …, title: {text}, requirement: …}}"),
    "Decision": _same("{{outcome: {word}, decided_on: {day:kind}}}"),
    "Event": _same("{{event: {word}, on: {day:kind}}}"),
    "Finding": _same("{{status: …, comment: {text}}}"),
    "status": _same("{{status: {word}}}"),
    "InForce": _same("{{from: {day:kind}}}"),
    "Level": _same("{{id: …, title: {text}, required: …}}"),
    "Organisation": _same("{{id: …, name: {text}}}"),
    "PreviousLabel": _same("{{last_day: {day:kind}}}"),
    "ReferenceDocument": _same("{{id: …, title: {text}}}"),
    "ReferentialName": _same("{{id: …, version: …}}"),
    "Section": _same("{{id: …, title: {text}, criteria: …}}"),
    "Validity": _same("{{years: …, renewal_window_months: …}}"),
}
"""By model, its keys as a person writes them, with what was written instead of them."""


def advised(language: Language, words: Words, arguments: Mapping[str, Any]) -> str:
    """The sentence that the arguments of a problem ask for, or nothing."""
    if "advice" not in arguments or not (advice := arguments["advice"]):
        return ""
    form = arguments.get("form")
    shown = say(FORMS[form], language, **arguments) if form else ""
    return say(ADVICE[advice], language, words, **{**arguments, "form": shown})
