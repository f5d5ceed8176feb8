"""What public functions expect of their arguments, in one sentence where they get something else."""


def expect(value: object, *kinds: type, name: str = "", hint: str = "") -> None:
    pass
