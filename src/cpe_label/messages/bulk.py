"""The sentences about many audits: processes, progress, and what stops them."""

from typing import Final

from .phrase import Phrase

BULK: Final[dict[str, Phrase]] = {
    "jobs": Phrase(
        "how many processes share the work (default: 1; 0: one for each core)",
        "nombre de processus qui se partagent le travail (par défaut : 1 ; 0 : un par cœur)",
    ),
    "read_a_second": Phrase(
        "{number} documents read, {rate} a second…", "{number} documents lus, {rate} par seconde…"
    ),
    "read_with_time_left": Phrase(
        "{number} documents read, {rate} a second, {left} left…",
        "{number} documents lus, {rate} par seconde, encore {left}…",
    ),
    "process_ended": Phrase(
        "A process that worked on the audits was ended from outside, perhaps for want of memory. "
        "What was written before is whole; the rest is missing.",
        "Un processus qui traitait les audits a été arrêté de l'extérieur, faute de mémoire "
        "peut-être. Ce qui a été écrit avant est entier ; le reste manque.",
    ),
}
