"""An engine without Keras: speaks the protocol, and fails in the way it is told to.

Usage: fake_engine.py MODE [MARKER]. With MARKER, a file, the failure happens once: the next engine behaves.
"""

from __future__ import annotations

import json
import os
import select
import signal
import struct
import sys
import time
from pathlib import Path

from nnviz.training.ensembles import Judged
from nnviz.training.framing import command_reader, encode
from nnviz.training.messages import (
    PROTOCOL,
    Built,
    Ending,
    EnsembleJudged,
    Epochs,
    Exported,
    JudgeEnsemble,
    KeptSaved,
    LaneBuilt,
    LaneEnded,
    LaneEpochs,
    LoadWeights,
    Look,
    Looked,
    Pause,
    Prepare,
    Progress,
    Quit,
    Race,
    RaceGoOn,
    RaceKeep,
    RacePause,
    RaceRested,
    RaceStop,
    Reading,
    Ready,
    Refused,
    Reset,
    SaveKept,
    Snapshot,
    SnapshotTaken,
    Step,
    Stop,
    Train,
    Watch,
    WeightsLoaded,
)
from nnviz.training.messages import Export as ExportCommand
from nnviz.training.pictures import Weights

FAULT_AFTER = 3
PACE = 0.001


def write(data: bytes) -> None:
    while data:
        data = data[os.write(1, data) :]


def send(event) -> None:
    write(encode(event))


def fail(mode: str) -> None:
    if mode in ("SEGV", "ABRT", "KILL", "TERM"):
        os.kill(os.getpid(), getattr(signal, f"SIG{mode}"))
        signal.pause()
    elif mode == "exit":
        os._exit(0)
    elif mode == "half":
        write(encode(Epochs.of(FAULT_AFTER + 1, ("loss",), ((0.5,),), 0.1, 1.0))[:-3])
        os._exit(0)
    elif mode == "huge":
        # Behind a good frame, in the same write: the good one must still arrive.
        good = encode(Epochs.of(FAULT_AFTER + 1, ("loss",), ((0.5,),), 0.1, 1.0))
        write(good + struct.pack("<I", 1 << 31) + b"x" * 100)
        time.sleep(600)
    elif mode == "garbage":
        write(struct.pack("<I", 12) + b"not msgpack!")
        time.sleep(600)
    elif mode == "closed_pipe":
        os.close(1)
        time.sleep(600)
    elif mode == "hang":
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        time.sleep(600)
    elif mode == "busy":
        while True:
            sum(range(10**6))


class FakeEngine:
    def __init__(self, mode: str) -> None:
        self.mode = mode
        self.reader = command_reader()
        self.queue = []
        self.epoch = 0
        self.target = None
        self.begun = False
        self.watch = Watch()
        self.lanes = []  # of a race that is not over: what was asked for
        self.lane_epochs = []
        self.races = False

    def commands(self, wait: float | None):
        if select.select([0], [], [], wait)[0]:
            data = os.read(0, 65536)
            if not data:
                os._exit(0)
            self.queue += self.reader.feed(data)
        commands, self.queue = self.queue, []
        return commands

    def run(self) -> None:
        send(Ready(PROTOCOL, "0", "0", "fake", os.getpid()))
        while True:
            for command in self.commands(PACE if self.target is not None or self.races else None):
                self.obey(command)
            if self.races:
                self.race()
            if self.target is not None:
                self.train()

    def obey(self, command) -> None:
        match command:
            case Prepare():
                self.prepare(command)
            case Reset():
                self.end("stopped")
                self.epoch, self.begun = 0, False
                self.built()
            case Train(epochs):
                self.target, self.begun = epochs, True
            case Pause():
                self.end("paused")
            case Stop():
                self.end("stopped", always=self.epoch > 0)
            case Step():
                self.one_epoch()
                self.end("paused", always=True)
            case Watch():
                self.watch = command
                self.picture()
            case ExportCommand(format, path):
                Path(path).write_bytes(b"weights")
                send(Exported(format, path, 7))
            case Snapshot(path):
                Path(path).write_bytes(b"weights")
                send(SnapshotTaken(path, self.epoch))
            case Look(epoch):
                send(Looked(epoch))
            case SaveKept(folder):
                send(KeptSaved(folder, (), ()))
            case Race(lanes):
                self.end("paused")
                self.lanes, self.lane_epochs, self.races = list(lanes), [0] * len(lanes), True
                for number in range(len(lanes)):
                    send(LaneBuilt(number, 10 + number))
            case RaceGoOn():
                self.races = bool(self.lanes)
            case RaceKeep():
                self.write_lanes()
            case RacePause():
                self.races = False
                send(RaceRested("paused"))
                self.write_lanes()
            case RaceStop() if self.lanes:
                self.rest_lanes("stopped", "stopped")
            case JudgeEnsemble(number, members) if members:
                parts = {"validation": {"accuracy": 0.5, "loss": 1.0}, "test": {"accuracy": 0.25, "loss": 2.0}}
                better = {part: {key: value * 1.5 for key, value in found.items()} for part, found in parts.items()}
                judged = [Judged("member", parts) for _ in members] + [Judged("average", better)]
                judged.append(Judged("vote", {part: {"accuracy": 0.6} for part in parts}))
                send(EnsembleJudged(number, 0.5))
                send(EnsembleJudged(number, judged=tuple(judged), agreement=dict.fromkeys(parts, 0.75)))
            case LoadWeights(path):
                send(WeightsLoaded(path, 1))
            case Quit():
                if self.mode == "stubborn":
                    signal.signal(signal.SIGTERM, signal.SIG_IGN)
                    time.sleep(600)
                os._exit(0)

    def race(self) -> None:
        """An epoch of each variant; its loss falls with its number."""
        ends = [json.loads(lane.project)["training"]["epochs"] for lane in self.lanes]
        for number, done in enumerate(self.lane_epochs):
            if done < ends[number]:
                row = (1 / (done + 1) / (number + 1), 0.5)
                epochs = Epochs.of(done + 1, ("loss", "accuracy"), (row,), 0.1, (done + 1) * PACE * (number + 1))
                send(LaneEpochs(number, epochs))
                self.lane_epochs[number] += 1
        if self.lane_epochs == ends:
            self.rest_lanes("finished", "over")

    def rest_lanes(self, ending: str, kind: str) -> None:
        for number, done in enumerate(self.lane_epochs):
            send(LaneEnded(number, Ending(ending, f"It {ending}.", done, done * PACE * (number + 1))))
        self.races = False
        send(RaceRested(kind))
        self.write_lanes()
        self.lanes = []

    def write_lanes(self) -> None:
        for lane, done in zip(self.lanes, self.lane_epochs, strict=True):
            Path(lane.snapshot).write_bytes(b"weights")
            send(SnapshotTaken(lane.snapshot, done))
            send(KeptSaved(lane.kept, (), ()))

    def prepare(self, command: Prepare) -> None:
        if b"refuse" in command.project or "unfit" in (command.weights or ""):
            send(Refused("Prepare", "This cannot be built.", "h1"))
            return
        begun = command.keep and self.begun
        self.end("stopped")
        self.begun = begun
        if not command.keep:
            self.epoch = 0
        if command.weights:
            self.epoch = command.epoch
        send(Reading(0.4))
        self.built()

    def built(self) -> None:
        send(Built(9, 4, 0, 1, self.epoch, begun=self.begun, worn=self.mode == "worn"))
        self.picture()

    def picture(self) -> None:
        if self.watch.cells:
            send(Weights(self.epoch, ()))

    def one_epoch(self) -> None:
        self.epoch += 1
        send(Epochs.of(self.epoch, ("loss", "accuracy"), ((1 / self.epoch, 0.5),), 0.1, self.epoch * PACE))
        self.picture()

    def train(self) -> None:
        if self.epoch == FAULT_AFTER:
            fail(self.mode)
        if self.epoch >= self.target:
            self.end("finished")
            return
        if self.mode == "flood":
            self.flood()
            return
        send(Progress(self.epoch, 1, 2, 0.1, self.epoch * PACE))
        self.one_epoch()

    def flood(self) -> None:
        """Every epoch in frames of its own, as fast as the pipe takes them."""
        frames = []
        while self.epoch < self.target:
            self.epoch += 1
            frames.append(encode(Epochs.of(self.epoch, ("loss",), ((float(self.epoch),),), 0.1, self.epoch / 1e4)))
        write(b"".join(frames))

    def end(self, kind: str, always: bool = False) -> None:
        if self.target is None and not always:
            return
        self.target = None
        self.begun = kind == "paused"
        send(Ending(kind, f"It {kind}.", self.epoch, 0.1))


def main() -> None:
    mode = sys.argv[1]
    if len(sys.argv) > 2:
        marker = Path(sys.argv[2])
        if marker.exists():
            mode = "good"
        marker.touch()
    if mode == "no_keras":
        print("ModuleNotFoundError: No module named 'keras'", file=sys.stderr)
        os._exit(1)
    if mode == "other_protocol":
        send(Ready(PROTOCOL + 1, "0", "0", "fake", os.getpid()))
        time.sleep(600)
    if mode == "deaf":
        send(Ready(PROTOCOL, "0", "0", "fake", os.getpid()))
        time.sleep(600)
    FakeEngine(mode).run()


if __name__ == "__main__":
    main()
