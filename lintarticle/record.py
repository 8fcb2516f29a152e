"""Frozen values with named parts, whose classes cost next to nothing to define.

A dataclass or a named tuple of the standard library writes and compiles its methods when its module is imported: 0.42
and 0.16 ms for six fields, paid by every run, which imports a hundred of them. CONTRIBUTING.md says when to use which.
"""

from __future__ import annotations

import sys
from collections import _tuplegetter  # type: ignore[attr-defined] # what its own named tuples are made with
from typing import TYPE_CHECKING, Any, ClassVar, Self, dataclass_transform


@dataclass_transform(frozen_default=True)
class Record:
    """A frozen value: annotated parts in order, those with a default last; equal when all parts are.

    A part that is left out stays a class attribute, so a default is never copied, shared or pickled. Names that
    start with an underscore are not parts. Works with `functools.cached_property`.
    """

    _parts: ClassVar[tuple[str, ...]] = ()

    def __init_subclass__(cls) -> None:
        """Note the parts of a subclass after those of its bases."""
        own = (name for name in cls.__annotations__ if not name.startswith("_"))
        cls._parts = tuple(dict.fromkeys((*cls._parts, *own)))

    def __init__(self, *values: Any, **named: Any) -> None:  # noqa: ANN401 - the parts of subclasses have every type
        if len(values) == len(self._parts) and not named:
            self.__dict__.update(zip(self._parts, values, strict=True))
            return
        if len(values) > len(self._parts):
            message = f"{type(self).__name__} has {len(self._parts)} parts, got {len(values)} values"
            raise TypeError(message)
        given = dict(zip(self._parts, values, strict=False))
        if wrong := [name for name in named if name not in self._parts or name in given]:
            message = f"{type(self).__name__} has no part {wrong[0]!r}, or it was given twice"
            raise TypeError(message)
        given.update(named)
        if missing := [name for name in self._parts if name not in given and not hasattr(type(self), name)]:
            message = f"{type(self).__name__} needs {', '.join(missing)}"
            raise TypeError(message)
        self.__dict__.update(given)

    def __getstate__(self) -> dict[str, Any]:
        """Return what is copied and pickled: the parts; what was computed from them is computed again."""
        return {name: self.__dict__[name] for name in self._parts if name in self.__dict__}

    def replaced(self, **changes: Any) -> Self:  # noqa: ANN401 - any part of any record
        """Return a copy with some parts changed."""
        return type(self)(**(self.__getstate__() | changes))

    def __setattr__(self, name: str, value: object) -> None:
        message = f"{type(self).__name__} is frozen: {name} stays as it is"
        raise AttributeError(message)

    def _values(self) -> tuple[object, ...]:
        return tuple(getattr(self, name) for name in self._parts)

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self._values() == other._values()

    def __hash__(self) -> int:
        return hash((type(self), self._values()))

    def __repr__(self) -> str:
        parts = ", ".join(f"{name}={getattr(self, name)!r}" for name in self._parts)
        return f"{type(self).__name__}({parts})"


if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import NamedTuple as NamedTuple  # noqa: PLC0414 - for others
else:

    class _Kind(type):
        """Makes the annotated parts of a class the names of its items; what is derived from that is ordinary."""

        def __new__(cls, name: str, bases: tuple[type, ...], members: dict[str, Any]) -> type:
            if any(base.__name__ == "NamedTuple" for base in bases):
                fields = tuple(members.get("__annotations__", ()))
                defaults = {field: members.pop(field) for field in fields if field in members}
                members |= {field: _tuplegetter(index, None) for index, field in enumerate(fields)}
                members |= {"__slots__": (), "_fields": fields, "_field_defaults": defaults, "__match_args__": fields}
            return super().__new__(cls, name, bases, members)

    class NamedTuple(tuple, metaclass=_Kind):
        """What `typing.NamedTuple` is, which type checkers see.

        The method that makes values is written when the first value of a class is made: of most, no run makes any.
        """

        __slots__ = ()

        def __new__(cls, *values: object, **named: object) -> Self:
            """Write the method that makes values of the class, in the place of this one, and make the first."""
            kind = next(each for each in cls.__mro__ if "_fields" in vars(each))
            items = "".join(f"{field}, " for field in kind._fields)
            made = eval(f"lambda _cls, {items}: _new(_cls, ({items}))", {"_new": tuple.__new__})  # noqa: S307 - names
            made.__defaults__ = tuple(kind._field_defaults.values())
            made.__qualname__ = f"{kind.__qualname__}.__new__"
            kind.__new__ = staticmethod(made)
            return cls(*values, **named)

        @classmethod
        def _make(cls, values: Iterable[object]) -> Self:
            return cls(*values)

        def _replace(self, **changes: object) -> Self:
            made = tuple.__new__(type(self), map(changes.pop, self._fields, self))
            if changes:
                message = f"{type(self).__name__} has no part {', '.join(changes)}"
                raise ValueError(message)
            return made

        def _asdict(self) -> dict[str, object]:
            return dict(zip(self._fields, self, strict=True))

        def __getnewargs__(self) -> tuple[object, ...]:
            return tuple(self)

        def __repr__(self) -> str:
            parts = ", ".join(f"{field}={value!r}" for field, value in self._asdict().items())
            return f"{type(self).__name__}({parts})"


if TYPE_CHECKING or sys.version_info >= (3, 12):
    from functools import cached_property as cached_property  # noqa: PLC0414 - for others
else:

    class cached_property:  # noqa: N801 - as in the standard library
        """That of Python 3.12: the one of 3.11 takes a lock, which costs more than most answers."""

        def __init__(self, question: Callable[[Any], Any]) -> None:
            self._question = question
            self.__doc__ = question.__doc__

        def __set_name__(self, _: type, name: str) -> None:
            """Note under which name the answer is kept."""
            self._name = name

        def __get__(self, asked: object, _: type | None = None) -> Any:  # noqa: ANN401 - any answer
            """Ask, and keep the answer in the place of the question."""
            if asked is None:
                return self
            answer = asked.__dict__[self._name] = self._question(asked)
            return answer
