"""A value is validated however it is made, and compared by what it says."""

from support.shipped import EXAMPLES, REFERENTIAL

import cpe_label


def test_a_copy_that_is_changed_forgets_its_file() -> None:
    audit = cpe_label.load_audit(EXAMPLES[0])
    assert audit.model_copy().source.name == str(EXAMPLES[0])
    assert audit.model_copy(update={"opinion": "x"}).source.name == ""
    referential = cpe_label.load_referential(REFERENTIAL)
    assert referential.model_copy(update={"version": "x"}).source.name == ""


def test_a_model_reads_what_it_writes() -> None:
    referential = cpe_label.load_referential(REFERENTIAL)
    assert cpe_label.Referential.model_validate(referential.model_dump()) == referential
    audit = cpe_label.load_audit(EXAMPLES[0])
    assert cpe_label.Audit.model_validate(audit.model_dump()) == audit
