"""The shapes of the YAML files: what an author may write, and what the rooms read."""

import hashlib
from typing import Annotated, Any, Literal, TypeVar, get_args

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    ValidationInfo,
    field_validator,
    model_validator,
)

from bot.content.placeholders import fill

Factor = Literal["C", "R", "I", "S"]
Side = Literal["principle", "virtual"]
Collection = Literal["catalogue", "team", "crisis", "leader"]
Tool = Literal["chat", "annotate", "breakout", "poll", "silence", "voice"]
Text = Annotated[str, Field(min_length=1)]
FACTORS: tuple[Factor, ...] = get_args(Factor)
Each = TypeVar("Each")


def _has_every_factor(found: dict[Factor, Each]) -> dict[Factor, Each]:
    if missing := [factor for factor in FACTORS if factor not in found]:
        raise ValueError(f"nothing for {', '.join(missing)}")
    return found


ByFactor = Annotated[dict[Factor, Each], AfterValidator(_has_every_factor)]


class Piece(BaseModel):
    """Anything an author writes: no unknown keys, no change after loading."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Wording(Piece):
    """One way to say a practice; its id follows its own text, so an edit is a new wording."""

    id: str
    text: Text

    @classmethod
    def of(cls, practice_id: str, text: str) -> "Wording":
        """Make the wording that *text* is for *practice_id*."""
        digest = hashlib.sha256(text.strip().encode()).hexdigest()[:8]
        return cls(id=f"{practice_id}.{digest}", text=text)

    def said(self, teammate: str) -> str:
        """Fill in *teammate*: a name already safe for mrkdwn, or words for nobody in particular."""
        return fill(self.text, {"teammate": teammate})


class Practice(Piece):
    """Something to do that builds trust, with several ways to say it."""

    id: Text
    factor: Factor
    side: Side
    collection: Collection
    about_teammate: bool
    for_leaders: bool
    idea: Text
    reason: Text
    wordings: tuple[Wording, ...] = Field(min_length=1)

    @field_validator("wordings", mode="before")
    @classmethod
    def _from_plain_text(cls, value: Any, info: ValidationInfo) -> Any:
        if not isinstance(value, list):
            return value
        practice_id = str(info.data.get("id", ""))
        return [Wording.of(practice_id, v) if isinstance(v, str) else v for v in value]


class Practices(Piece):
    """practices.yaml."""

    practices: tuple[Practice, ...]


class Leader(Piece):
    """One of the four reflections for leaders; the practice of the same id has its nudges."""

    id: Text
    factor: Factor
    intro: Text
    questions: tuple[Text, ...] = Field(min_length=1)


class Leaders(Piece):
    """leaders.yaml."""

    leaders: tuple[Leader, ...]


class Statement(Piece):
    """Something to answer from 1 (*low*) to 5 (*high*)."""

    id: Text
    text: Text
    low: Text
    high: Text


class FactorStatement(Statement):
    """A statement that measures a factor; where *reversed*, the score is 6 minus the answer.

    S is scored as S: high means more attention on oneself.
    """

    factor: Factor
    reversed: bool = False

    def score(self, answer: int) -> int:
        """Turn an answer from 1 to 5 into the factor's score from 1 to 5."""
        return 6 - answer if self.reversed else answer


class Ends(Piece):
    """The words at the two ends of the scale, where a statement gives none of its own."""

    low: Text
    high: Text


class Statements(Piece):
    """statements.yaml: the check."""

    ends: Ends
    quick: ByFactor[FactorStatement]
    full: tuple[FactorStatement, ...]

    @model_validator(mode="before")
    @classmethod
    def _complete(cls, data: Any) -> Any:
        return _with_ends(data, "quick", "full")


class Pulse(Piece):
    """pulse.yaml: what a team is asked."""

    ends: Ends
    anchor: Statement
    bank: ByFactor[tuple[FactorStatement, ...]]
    about_poll: tuple[Statement, ...]

    @model_validator(mode="before")
    @classmethod
    def _complete(cls, data: Any) -> Any:
        return _with_ends(data, "anchor", "bank", "about_poll")


class Interaction(Piece):
    """Something for people in an online meeting to do."""

    id: Text
    factor: Factor
    tool: Tool
    minutes: int = Field(ge=1, le=15)
    people_min: int = Field(ge=2)
    people_max: int | None = Field(default=None, description="None: however many there are")
    text: Text


class Moment(Piece):
    """A short part of a meeting: an opening question, a pause to digest, a close."""

    id: Text
    minutes: int = Field(ge=1, le=15)
    text: Text


class Meetings(Piece):
    """meetings.yaml."""

    interactions: tuple[Interaction, ...]
    openers: tuple[Moment, ...]
    digests: tuple[Moment, ...]
    closers: tuple[Moment, ...]


class Prompt(Piece):
    """A question with a place for the answer."""

    id: Text
    ask: Annotated[str, Field(min_length=1, max_length=2000)]  # Slack: input.label
    hint: Annotated[str, Field(min_length=1, max_length=2000)]  # Slack: input.hint
    example: Annotated[str, Field(min_length=1, max_length=150)]  # Slack: placeholder.text


class Kickoff(Piece):
    """kickoff.yaml: what each member of a new team may tell."""

    intro: Text
    fields: tuple[Prompt, ...]


class Reflection(Piece):
    """reflection.yaml: the guided "it's me, not you" reflection, step by step."""

    intro: Text
    steps: tuple[Prompt, ...]
    close: Text


class Draft(Piece):
    """Words to edit and send oneself."""

    id: Text
    when: Text
    text: Text

    def said(self, **values: str) -> str:
        """Fill the blanks. Raises: KeyError for a blank without a value."""
        return fill(self.text, values)


class Update(Piece):
    """The drafter of regular updates: what is known, what isn't, when the next one comes."""

    prompts: tuple[Prompt, ...]
    text: Text
    nothing_new: tuple[Draft, ...]


class Mirror(Piece):
    """The draft mirror: whom a message serves, and how to say a feeling as one's own."""

    intro: Text
    questions: tuple[Text, ...]
    feelings: tuple[Text, ...]


class Drafts(Piece):
    """drafts.yaml; *own_up* runs from the smallest lateness to the most serious."""

    own_up: tuple[Draft, ...]
    thanks: tuple[Draft, ...]
    update: Update
    mirror: Mirror


class Step(Piece):
    """A part of a talk."""

    minutes: int = Field(ge=1)
    text: Text


class Guide(Piece):
    """A fifteen-minute talk about one factor."""

    title: Text
    intro: Text
    steps: tuple[Step, ...]


class Guides(Piece):
    """guides.yaml."""

    guides: ByFactor[Guide]


class Explainer(Piece):
    """One page of *why*."""

    id: Text
    title: Annotated[str, Field(min_length=1, max_length=24)]  # Slack: modal title
    text: Annotated[str, Field(min_length=1, max_length=3000)]  # Slack: section.text


class Explainers(Piece):
    """explainers.yaml."""

    explainers: tuple[Explainer, ...]


def _with_ends(data: Any, *keys: str) -> Any:
    if not isinstance(data, dict) or not isinstance(data.get("ends"), dict):
        return data
    return data | {key: _filled(data[key], data["ends"]) for key in keys if key in data}


def _filled(value: Any, extra: dict[str, Any]) -> Any:
    """Give every statement in *value* the words of the ends, and its factor where a key is one."""
    if isinstance(value, list):
        return [_filled(item, extra) for item in value]
    if isinstance(value, dict) and set(value) <= set(FACTORS):
        return {key: _filled(item, extra | {"factor": key}) for key, item in value.items()}
    return extra | value if isinstance(value, dict) else value
