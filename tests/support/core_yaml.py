"""YAML as an editor reads it: the core schema of YAML 1.2, with numbers, words and nothing."""

import re
from typing import Any

import yaml

_NULL = re.compile(r"(?:~|null|Null|NULL|)\Z")
_BOOL = re.compile(r"(?:true|True|TRUE|false|False|FALSE)\Z")
_INT = re.compile(r"(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)\Z")
_FLOAT = re.compile(
    r"(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"
    r"|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))\Z"
)


def core(text: str) -> Any:
    """The value of a text."""
    return _value(yaml.compose(text, yaml.SafeLoader))


def _value(node: Any) -> Any:
    if isinstance(node, yaml.MappingNode):
        return {str(_value(key)): _value(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_value(one) for one in node.value]
    return node.value if node.style else _plain(node.value)


def _plain(written: str) -> Any:
    if _NULL.match(written):
        return None
    if _BOOL.match(written):
        return written.lower() == "true"
    if _INT.match(written):
        base = {"0o": 8, "0x": 16}.get(written[:2], 10)
        return int(written[2:] if base != 10 else written, base)
    if _FLOAT.match(written):
        return float(written.lower().replace(".inf", "inf").replace(".nan", "nan"))
    return written
