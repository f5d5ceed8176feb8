"""The exceptions of the package say in words what is wrong."""

from cpe_label.problems.exceptions import DataError, MissingExtraError
from cpe_label.problems.problem import (
    problem,
)


def test_a_missing_part_says_how_to_install_it() -> None:
    error = MissingExtraError("pdf")
    assert str(error) == (
        "the format pdf needs an optional part of cpe_label: pip install 'cpe_label[pdf]'"
    )
    assert error.text("fr").startswith("le format pdf demande une partie facultative")


def test_the_words_of_an_error_are_its_problems_on_lines() -> None:
    error = DataError([problem("F001").in_file("b.yaml"), problem("F001").in_file("a.yaml")])
    assert str(error) == "a.yaml: F001 no such file\nb.yaml: F001 no such file"


def test_a_missing_part_that_is_no_format_is_called_by_what_it_does() -> None:
    error = MissingExtraError("completion")
    assert str(error).startswith("completion in a shell needs an optional part of cpe_label: ")
    assert str(error).endswith("pip install 'cpe_label[completion]'")
