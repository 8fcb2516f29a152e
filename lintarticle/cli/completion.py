"""`lintarticle completion`: a script that completes commands, options and their values in a shell."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib import import_module

from lintarticle.cli.arguments import Parser, parser_of
from lintarticle.cli.errors import CLEAN
from lintarticle.config.preset import NAMES
from lintarticle.config.selection import BUILT_IN, EVERYTHING
from lintarticle.output import FORMATS
from lintarticle.record import NamedTuple

_RULES = (*(rule.name for rule in BUILT_IN.rules), *BUILT_IN.families)

_VALUES: Mapping[str, Sequence[str]] = {
    "--preset": NAMES,
    "--select": (*_RULES, EVERYTHING),
    "--ignore": _RULES,
    "--only": _RULES,
    "explain RULE": _RULES,
}
"""The values of options and arguments that the parser does not know."""


class Completed(NamedTuple):
    """One option: its spellings, what it is for, whether a value follows, and which."""

    names: tuple[str, ...]
    help: str
    takes_value: bool
    values: tuple[str, ...]


class Command(NamedTuple):
    """One command: what it does, its options, and the words that may follow it (none: files)."""

    name: str
    summary: str
    options: tuple[Completed, ...]
    words: tuple[str, ...]


def run(arguments: Sequence[str]) -> int:
    """Run the command and return its exit code."""
    parser = Parser(
        "completion",
        "Print a script that completes commands, options and their values. For bash: source <(lintarticle completion "
        "bash) in ~/.bashrc; for zsh the same in ~/.zshrc, after compinit; for fish: lintarticle completion fish > "
        "~/.config/fish/completions/lintarticle.fish.",
    )
    parser.add_argument("shell", choices=tuple(_SCRIPTS), help="the shell")
    options = parser.parse(arguments)
    sys.stdout.write("".join(f"{line}\n" for line in _SCRIPTS[options.shell](list(_commands()))))
    return CLEAN


def _commands() -> Iterator[Command]:
    from lintarticle.cli.main import COMMANDS

    for name, summary in COMMANDS.items():
        parser = parser_of(import_module(f"lintarticle.cli.{name.replace('-', '_')}"))
        actions = parser._actions  # noqa: SLF001 - argparse lists them nowhere else
        options = tuple(
            Completed(
                tuple(action.option_strings),
                _first_clause(action.help or ""),
                action.nargs != 0,
                tuple(map(str, action.choices or _values(action.option_strings, name))),
            )
            for action in actions
            if action.option_strings
        )
        words = [
            each
            for action in actions
            if not action.option_strings
            for each in action.choices or _VALUES.get(f"{name} {action.metavar}", ())
        ]
        yield Command(name, summary, options, tuple(map(str, words)))


def _values(names: Sequence[str], command: str) -> Sequence[str]:
    if "--output-format" in names and command in ("check", "fix"):
        return [*FORMATS]
    return next((_VALUES[name] for name in names if name in _VALUES), ())


def _first_clause(text: str) -> str:
    return text.partition(";")[0].partition(" (")[0].strip().replace("%%", "%")


# --- scripts --------------------------------------------------------------------------------------------------


def _bash(commands: Sequence[Command]) -> Iterator[str]:
    yield "# Completion of lintarticle for bash: source <(lintarticle completion bash)"
    yield "_lintarticle() {"
    yield '  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} words=""'
    yield '  [[ $before == "=" ]] && before=${COMP_WORDS[COMP_CWORD-2]}'
    yield '  [[ $word == "=" ]] && word=""'
    yield "  if (( COMP_CWORD == 1 )); then"
    yield f'    COMPREPLY=($(compgen -W "{" ".join(each.name for each in commands)}" -- "$word"))'
    yield "    return"
    yield "  fi"
    yield '  case "${COMP_WORDS[1]} $before" in'
    for command in commands:
        for option in command.options:
            for name in option.names if option.takes_value else ():
                made = f'COMPREPLY=($(compgen -W "{" ".join(option.values)}" -- "$word"))'
                yield f'    "{command.name} {name}") {made}; return ;;'
    yield "  esac"
    yield '  case "${COMP_WORDS[1]}" in'
    for command in commands:
        names = " ".join(name for option in command.options for name in option.names)
        yield f'    {command.name}) [[ $word == -* ]] && words="{names}" || words="{" ".join(command.words)}" ;;'
    yield "  esac"
    yield '  COMPREPLY=($(compgen -W "$words" -- "$word"))'
    yield "}"
    yield "complete -o bashdefault -o default -F _lintarticle lintarticle"


def _zsh(commands: Sequence[Command]) -> Iterator[str]:
    yield "#compdef lintarticle"
    yield "# Completion of lintarticle for zsh: source <(lintarticle completion zsh), after compinit"
    yield "_lintarticle() {"
    yield "  local -a commands options"
    yield "  if (( CURRENT == 2 )); then"
    yield f"    commands=({' '.join(_quoted(f'{each.name}:{each.summary}') for each in commands)})"
    yield "    _describe -t commands command commands; _files"
    yield "    return"
    yield "  fi"
    yield "  local before=$words[CURRENT-1]"
    yield "  [[ $PREFIX == --*=* ]] && { before=${PREFIX%%=*}; compset -P 1 '*=' }"
    yield '  case "$words[2] $before" in'
    for command in commands:
        for option in command.options:
            for name in option.names if option.takes_value else ():
                given = f"compadd -- {' '.join(option.values)}" if option.values else "_files"
                yield f'    "{command.name} {name}") {given}; return ;;'
    yield "  esac"
    yield '  case "$words[2]" in'
    for command in commands:
        described = (f"{name}:{option.help}" for option in command.options for name in option.names)
        after = f"compadd -- {' '.join(command.words)}" if command.words else "_files"
        listed = " ".join(map(_quoted, described))
        yield f"    {command.name}) options=({listed}); [[ $PREFIX != -* ]] && {{ {after}; return }} ;;"
    yield "  esac"
    yield "  if (( $#options )); then _describe -o -t options option options; else _files; fi"
    yield "}"
    yield "compdef _lintarticle lintarticle"


def _fish(commands: Sequence[Command]) -> Iterator[str]:
    yield "# Completion of lintarticle for fish: ~/.config/fish/completions/lintarticle.fish"
    for command in commands:
        yield f"complete -c lintarticle -n __fish_use_subcommand -a {command.name} -d {_quoted(command.summary)}"
    for command in commands:
        start = f"complete -c lintarticle -n '__fish_seen_subcommand_from {command.name}'"
        for option in command.options:
            names = "".join(f" -l {name[2:]}" if name.startswith("--") else f" -s {name[1:]}" for name in option.names)
            value = (
                f" -x -a {_quoted(' '.join(option.values))}" if option.values else " -r" if option.takes_value else ""
            )
            yield f"{start}{names}{value} -d {_quoted(option.help)}"
        if command.words:
            yield f"{start} -f -a {_quoted(' '.join(command.words))}"


def _quoted(text: str) -> str:
    return "'" + text.replace("\\", "").replace("'", "’") + "'"


_SCRIPTS: Mapping[str, Callable[[Sequence[Command]], Iterator[str]]] = {"bash": _bash, "zsh": _zsh, "fish": _fish}
