"""The bytes of a file: line ends and byte order marks change nothing."""

from support.shipped import EXAMPLES
from support.written import MINIMAL

from cpe_label import (
    parse_audit,
)
from cpe_label.reading.document import read_document


def test_lines_of_an_old_mac_are_counted() -> None:
    for name, text in (("a.yaml", f"{MINIMAL}bogus: x\n"), ("a.json", '{\n"a":\n1}\n')):
        document = read_document(text.replace("\n", "\r"), name)
        assert document.problems[0].line == read_document(text, name).problems[0].line


def test_line_ends_and_byte_order_mark_change_nothing() -> None:
    content = EXAMPLES[0].read_bytes()
    expected = parse_audit(content)
    for variant in (
        content.replace(b"\n", b"\r\n"),
        content.replace(b"\n", b"\r"),
        b"\xef\xbb\xbf" + content,
        b"%YAML 1.2\n---\n" + content,
    ):
        assert parse_audit(variant) == expected
