"""The optimizers and learning rate schedules of Keras: their arguments, defaults, ranges and what each is for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

ArgumentType = Literal["float", "int", "bool", "rate", "floats", "ints"]


@dataclass(frozen=True)
class Argument:
    """One argument of an optimizer or a schedule.

    Attributes:
        name: Keras's own name.
        type: ``rate`` is a number or a schedule; ``floats`` and ``ints`` are lists.
        default: Keras's default; None where the argument is off unless given.
        doc: what it does, in one sentence.
        minimum, maximum: the range, ends included; None for no limit.
        above: a limit that is itself left out.
        required: whether Keras has no default for it.
        advanced: whether it is one of those that every optimizer has and few people need.
    """

    name: str
    type: ArgumentType
    default: Any
    doc: str
    minimum: float | None = None
    maximum: float | None = None
    above: float | None = None
    required: bool = False
    advanced: bool = False


@dataclass(frozen=True)
class RuleKind:
    """An optimizer or a schedule.

    Attributes:
        kind: the Keras class name.
        doc: what it is good for, in one sentence.
        args: its arguments, in Keras's order.
    """

    kind: str
    doc: str
    args: tuple[Argument, ...]

    def arg(self, name: str) -> Argument | None:
        """The argument called *name*."""
        return next((arg for arg in self.args if arg.name == name), None)


def _rate(default: float = 0.001) -> Argument:
    doc = "How far each step moves the weights: a number, or a schedule over the steps."
    return Argument("learning_rate", "rate", default, doc, above=0)


def _decay(default: float | None = None) -> Argument:
    doc = "Shrinks the weights a little in every step, which keeps them small."
    return Argument("weight_decay", "float", default, doc, minimum=0, advanced=default is None)


def _share(name: str, default: float, doc: str) -> Argument:
    """An average's memory: 0 forgets at once, close to 1 remembers long."""
    return Argument(name, "float", default, doc, minimum=0, maximum=1)


def _epsilon(default: float = 1e-7, name: str = "epsilon") -> Argument:
    doc = "A small number that keeps divisions away from zero."
    return Argument(name, "float", default, doc, above=0, advanced=True)


def _beta(name: str, default: float, what: str, above: float | None = None) -> Argument:
    """Like a share, but never quite 1, where the first step would divide by zero."""
    doc = f"How long the average of the {what} remembers."
    least = 0 if above is None else None
    return Argument(name, "float", default, doc, minimum=least, maximum=0.999999, above=above)


def _betas(what: str = "squared gradient") -> tuple[Argument, Argument]:
    return _beta("beta_1", 0.9, "gradient"), _beta("beta_2", 0.999, what)


COMMON: tuple[Argument, ...] = (
    _decay(),
    Argument("clipnorm", "float", None, "The largest norm of one weight array's gradient.", above=0, advanced=True),
    Argument("clipvalue", "float", None, "The largest size of one number of a gradient.", above=0, advanced=True),
    Argument("global_clipnorm", "float", None, "The largest norm of all gradients together.", above=0, advanced=True),
    Argument("use_ema", "bool", False, "Ends with a moving average of the weights.", advanced=True),
    Argument(
        "ema_momentum", "float", 0.99, "How long that average remembers.", minimum=0, maximum=1, advanced=True
    ),
    Argument(
        "ema_overwrite_frequency", "int", None, "Steps after which the average takes the weights' place.",
        minimum=1, advanced=True,
    ),
    Argument(
        "loss_scale_factor", "float", None, "Scales the loss up for small number formats.", above=0, advanced=True
    ),
    Argument(
        "gradient_accumulation_steps", "int", None, "Batches whose gradients are averaged into one step.",
        minimum=2, advanced=True,
    ),
)  # fmt: skip


def _optimizer(kind: str, doc: str, *args: Argument) -> RuleKind:
    own = {arg.name for arg in args}
    return RuleKind(kind, doc, (*args, *(arg for arg in COMMON if arg.name not in own)))


_AMSGRAD = Argument("amsgrad", "bool", False, "Keeps the largest average seen, for a surer convergence.")
_ACCUMULATOR = Argument("initial_accumulator_value", "float", 0.1, "Where the sums of squares start.", minimum=0)
_RHO = "How long the average of the squared gradient remembers."
_MOMENTUM = "How much of the last step is carried on into this one."


def _penalty(name: str, doc: str) -> Argument:
    return Argument(name, "float", 0.0, doc, minimum=0)


_ADAPTIVE = (
    _optimizer("Adam", "A step of its own for every weight; the usual first choice.",
               _rate(), *_betas(), _epsilon(), _AMSGRAD),
    _optimizer("SGD", "Plain gradient descent, with momentum if wanted; what textbooks show.",
               _rate(0.01), _share("momentum", 0.0, _MOMENTUM),
               Argument("nesterov", "bool", False, "Looks ahead along the momentum before it steps.")),
    _optimizer("RMSprop", "Steps divided by the recent size of the gradient; often used for recurrent networks.",
               _rate(), _share("rho", 0.9, _RHO), _share("momentum", 0.0, _MOMENTUM), _epsilon(),
               Argument("centered", "bool", False, "Divides by the gradient's spread instead of its size.")),
    _optimizer("AdamW", "Adam with weight decay kept apart from the gradient.",
               _rate(), _decay(0.004), *_betas(), _epsilon(), _AMSGRAD),
    _optimizer("Nadam", "Adam with Nesterov's look ahead.", _rate(), *_betas(), _epsilon()),
    _optimizer("Adamax", "Adam measured by the largest gradient; steady with rare features.",
               _rate(), *_betas("largest gradient"), _epsilon()),
    _optimizer("Adagrad", "Steps that only shrink; for rare features.", _rate(), _ACCUMULATOR, _epsilon()),
    _optimizer("Adadelta", "Adagrad that forgets; works best with a learning rate of 1.",
               _rate(), _share("rho", 0.95, _RHO), _epsilon()),
)  # fmt: skip

_SPECIAL = (
    _optimizer("Adafactor", "Adam with little memory, for very large layers.", _rate(),
               Argument("beta_2_decay", "float", -0.8, "How fast the average's memory grows.", maximum=0),
               _epsilon(1e-30, "epsilon_1"), _epsilon(1e-3, "epsilon_2"),
               Argument("clip_threshold", "float", 1.0, "The largest step before it is scaled down.", above=0),
               Argument("relative_step", "bool", True, "Lets the learning rate fall with the steps.")),
    _optimizer("Ftrl", "For sparse linear models; can drive weights to exactly zero.", _rate(),
               Argument("learning_rate_power", "float", -0.5, "How fast the steps shrink.", maximum=0),
               _ACCUMULATOR,
               _penalty("l1_regularization_strength", "The pull of each weight towards exactly zero."),
               _penalty("l2_regularization_strength", "The pull of each weight towards small values."),
               _penalty("l2_shrinkage_regularization_strength",
                         "A pull to small values that acts on the gradient alone."),
               _penalty("beta", "A number that tempers the first steps.")),
    _optimizer("Lion", "Steps of one size by the gradient's sign; wants a learning rate 3 to 10 times smaller.",
               _rate(), _beta("beta_1", 0.9, "gradient in this step", above=0),
               _beta("beta_2", 0.99, "gradient that is kept")),
    _optimizer("Lamb", "Adam scaled to each layer, for very large batches.", _rate(), *_betas(), _epsilon()),
    _optimizer("Muon", "Makes each matrix's step orthogonal; Adam for everything else.", _rate(),
               _beta("adam_beta_1", 0.9, "gradient in Adam's part"),
               _beta("adam_beta_2", 0.999, "squared gradient in Adam's part"),
               Argument("adam_weight_decay", "float", 0.004, "Weight decay where Adam is used.", minimum=0),
               _epsilon(), _decay(0.004),
               Argument("exclude_embeddings", "bool", True, "Leaves embeddings to Adam."),
               Argument("muon_a", "float", 3.4445, "First coefficient of the iteration.", advanced=True),
               Argument("muon_b", "float", -4.775, "Second coefficient of the iteration.", advanced=True),
               Argument("muon_c", "float", 2.0315, "Third coefficient of the iteration.", advanced=True),
               Argument("adam_lr_ratio", "float", 1.0, "Adam's learning rate as a share of Muon's.", above=0),
               _share("momentum", 0.95, _MOMENTUM),
               Argument("ns_steps", "int", 5, "Rounds of the iteration.", minimum=1, maximum=100),
               Argument("nesterov", "bool", True, "Looks ahead along the momentum before it steps."),
               Argument("rms_rate", "float", 0.2, "Brings Muon's steps to the size of Adam's.", above=0)),
    _optimizer("ScheduleFreeAdamW", "AdamW that needs no schedule: it averages its own path.", _rate(0.0025),
               *_betas(), _epsilon(1e-8),
               Argument("warmup_steps", "int", 0, "Batches over which the learning rate rises.", minimum=0)),
)  # fmt: skip

OPTIMIZERS: dict[str, RuleKind] = {rule.kind: rule for rule in (*_ADAPTIVE, *_SPECIAL)}


def _start(doc: str = "The learning rate of the first step.") -> Argument:
    return Argument("initial_learning_rate", "float", None, doc, above=0, required=True)


def _steps(name: str = "decay_steps", doc: str = "Batches over which it falls.") -> Argument:
    return Argument(name, "int", None, doc, minimum=1, required=True)


_ALPHA = Argument("alpha", "float", 0.0, "What is left in the end, as a share.", minimum=0, maximum=1)
_STAIRCASE = Argument("staircase", "bool", False, "Falls in stairs instead of smoothly.")
_FALL = Argument("decay_rate", "float", None, "How strongly it falls.", above=0, required=True)

_SCHEDULES = (
    RuleKind("ExponentialDecay", "Multiplied by the decay rate after every so many batches.",
             (_start(), _steps(), _FALL, _STAIRCASE)),
    RuleKind("CosineDecay", "Falls along half a cosine, after a warm-up if wanted.",
             (_start(), _steps(), _ALPHA,
              Argument("warmup_target", "float", None, "The learning rate after the warm-up.", above=0),
              Argument("warmup_steps", "int", 0, "Batches of the warm-up.", minimum=0))),
    RuleKind("CosineDecayRestarts", "Falls along a cosine again and again.",
             (_start(), _steps("first_decay_steps", "Batches of the first fall."),
              Argument("t_mul", "float", 2.0, "How much longer each fall is than the last.", above=0),
              Argument("m_mul", "float", 1.0, "How high each fall starts, as a share of the last.", above=0),
              _ALPHA)),
    RuleKind("InverseTimeDecay", "Divided by a number that grows with the batches.",
             (_start(), _steps(), _FALL, _STAIRCASE)),
    RuleKind("PolynomialDecay", "Falls to an end value along a line or a power of it.",
             (_start(), _steps(),
              Argument("end_learning_rate", "float", 0.0001, "The learning rate in the end.", minimum=0),
              Argument("power", "float", 1.0, "1 is a straight line.", above=0),
              Argument("cycle", "bool", False, "Starts again after the end."))),
    RuleKind("PiecewiseConstantDecay", "One learning rate after another.",
             (Argument("boundaries", "ints", None, "The batches after which the next value holds.",
                       minimum=0, required=True),
              Argument("values", "floats", None, "The learning rates: one more than boundaries.",
                       above=0, required=True))),
)  # fmt: skip

SCHEDULES: dict[str, RuleKind] = {rule.kind: rule for rule in _SCHEDULES}


def full_args(kind: str, args: Mapping[str, Any]) -> dict[str, Any]:
    """The arguments of the optimizer *kind* with Keras's defaults where *args* has none."""
    return {arg.name: args.get(arg.name, arg.default) for arg in OPTIMIZERS[kind].args}


def first_learning_rate(kind: str, args: Mapping[str, Any]) -> float:
    """The learning rate of the first step: the number itself, or where the schedule starts."""
    rate = full_args(kind, args)["learning_rate"]
    if not isinstance(rate, Mapping):
        return float(rate)
    return float(rate["values"][0] if "values" in rate else rate["initial_learning_rate"])
