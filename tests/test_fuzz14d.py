import re
from hypothesis import given, settings, assume, event
from support.handwritten import handwritten, CHANGES
from cpe_label import DataError
from cpe_label.writing.edit import AuditFile
import pytest, os
from cpe_label.reading import yaml_syntax
import yaml
if os.environ.get("PYP"): yaml_syntax._Loader = yaml.SafeLoader
@settings(max_examples=int(os.environ.get("N","3000")), derandomize=False)
@given(handwritten(), CHANGES)
def test_x(text, change):
    try:
        f = AuditFile("a.yaml", text.encode())
    except DataError as e:
        event("bad " + str(e.problems[0].code)); return
    event("ok")
    name, crit, keys = change
    args = (crit,) if crit else ()
    before = f.text
    try:
        getattr(f, name)(*args, **keys)
    except AssertionError: raise
    except DataError as e:
        event("refused"+ str(e.problems[0].code)); 
        raise
    c = re.findall(r"# c\d+", before)
    assert re.findall(r"# c\d+", f.text) == c
    after = f.text
    getattr(f, name)(*args, **keys)
    assert f.text == after
