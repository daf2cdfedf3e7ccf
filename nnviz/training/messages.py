"""What the window and the engine say to each other: versioned, typed, validated on arrival.

Both directions are tagged unions: ``Command`` goes to the engine, ``Event`` comes back. Pictures of weights and
surfaces are sampled by the engine to the size that was asked for, so that a frame stays small whatever the network.
Arrays travel as little-endian bytes in C order, float32 unless said otherwise.
"""

from __future__ import annotations

from nnviz.training.by_hand import SetWeights, WeightsSet
from nnviz.training.commands import (
    Export,
    KeepWithin,
    LoadKept,
    LoadWeights,
    Look,
    Pause,
    Prepare,
    Quit,
    Rate,
    Reset,
    SaveKept,
    Snapshot,
    Step,
    Stop,
    Train,
    Watch,
    WriteLogs,
)
from nnviz.training.course import Course, ShowCourse
from nnviz.training.ensembles import EnsembleJudged, JudgeEnsemble
from nnviz.training.evaluating.messages import Evaluate, Evaluation, Tried, Try
from nnviz.training.events import (
    Built,
    Ending,
    EndingKind,
    Epochs,
    Execution,
    Exported,
    Grown,
    Kept,
    KeptSaved,
    Looked,
    Progress,
    Reading,
    Ready,
    Refused,
    SnapshotTaken,
    Unforeseen,
    WeightsLoaded,
)
from nnviz.training.inside.messages import (
    Activations,
    CodePlane,
    Decoded,
    GameValues,
    Generated,
    LookInside,
    MutedFigures,
    UnitResponse,
    UnitSeen,
    Verdicts,
)
from nnviz.training.one_step.messages import ShowStep, StepNumbers
from nnviz.training.pictures import (
    Activity,
    Layers,
    Message,
    Predictions,
    Surface,
    Weights,
)
from nnviz.training.racing import (
    LaneBuilt,
    LaneEnded,
    LaneEpochs,
    Race,
    RaceEvent,
    RaceGoes,
    RaceGoOn,
    RaceKeep,
    RacePause,
    RaceRested,
    RaceStop,
)
from nnviz.training.varying import Varied, Vary

__all__ = [
    "PROTOCOL",
    "Activations",
    "Activity",
    "Built",
    "CodePlane",
    "Command",
    "Course",
    "Decoded",
    "Ending",
    "EndingKind",
    "EnsembleJudged",
    "Epochs",
    "Evaluate",
    "Evaluation",
    "Event",
    "Execution",
    "Export",
    "Exported",
    "GameValues",
    "Generated",
    "Grown",
    "JudgeEnsemble",
    "KeepWithin",
    "Kept",
    "KeptSaved",
    "LaneBuilt",
    "LaneEnded",
    "LaneEpochs",
    "Layers",
    "LoadKept",
    "LoadWeights",
    "Look",
    "LookInside",
    "Looked",
    "Message",
    "MutedFigures",
    "Pause",
    "Predictions",
    "Prepare",
    "Progress",
    "Quit",
    "Race",
    "RaceEvent",
    "RaceGoOn",
    "RaceGoes",
    "RaceKeep",
    "RacePause",
    "RaceRested",
    "RaceStop",
    "Rate",
    "Reading",
    "Ready",
    "Refused",
    "Reset",
    "SaveKept",
    "SetWeights",
    "ShowCourse",
    "ShowStep",
    "Snapshot",
    "SnapshotTaken",
    "Step",
    "StepNumbers",
    "Stop",
    "Surface",
    "Train",
    "Tried",
    "Try",
    "Unforeseen",
    "UnitResponse",
    "UnitSeen",
    "Varied",
    "Vary",
    "Verdicts",
    "Watch",
    "Weights",
    "WeightsLoaded",
    "WeightsSet",
    "WriteLogs",
]

PROTOCOL = 3

Command = (
    Prepare | Train | Rate | Pause | Step | Stop | Reset | Watch | Export | LoadWeights | Snapshot | Quit
    | Look | KeepWithin | SaveKept | LoadKept | Evaluate | Try | Vary | ShowStep | LookInside
    | SetWeights | ShowCourse | WriteLogs | Race | RaceGoOn | RacePause | RaceStop | RaceKeep
    | JudgeEnsemble
)  # fmt: skip

Event = (
    Ready | Reading | Built | Progress | Epochs | Weights | Surface | Activity | Layers | Predictions | Execution
    | Ending | Exported | WeightsLoaded | SnapshotTaken | Refused | Kept | Looked | KeptSaved | Evaluation | Tried
    | Varied | StepNumbers | Unforeseen | Activations | UnitSeen | UnitResponse | Verdicts | MutedFigures
    | WeightsSet | Course | CodePlane | Decoded | GameValues | LaneBuilt | LaneEpochs | LaneEnded | RaceGoes
    | RaceRested | EnsembleJudged | Generated
)  # fmt: skip
