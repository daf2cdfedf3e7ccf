"""What is built, when it must be built again, and what follows."""

from __future__ import annotations

import json

from nnviz.backend.plan import Plan, fingerprint, wish_for
from nnviz.backend.speed import SpeedMeter
from nnviz.training.messages import Export, Prepare, Train

PROJECT = {
    "nnviz": 1,
    "network": {"layers": [{"id": "in", "kind": "Input"}, {"id": "out", "kind": "Output", "at": [3, 4]}]},
    "data": {"source": "builtin", "name": "xor"},
    "training": {"epochs": 10, "batch_size": 4},
}


def project(**training) -> bytes:
    return json.dumps({**PROJECT, "training": {**PROJECT["training"], **training}}).encode()


def wish(*then, keep=True, **training):
    return wish_for(Prepare(project(**training), ".", keep), *then)


def test_where_layers_stand_and_how_long_they_train_is_the_same_network():
    moved = json.loads(project(epochs=99))
    moved["network"]["layers"][1]["at"] = [9, 9]
    assert fingerprint(json.dumps(moved, indent=2).encode(), ".") == fingerprint(project(), ".")
    assert fingerprint(project(epochs=99), ".", with_epochs=True) != fingerprint(project(), ".", with_epochs=True)
    assert fingerprint(project(batch_size=2), ".") != fingerprint(project(), ".")
    assert fingerprint(project(), "/elsewhere") != fingerprint(project(), ".")


def test_grouping_and_collapsing_layers_is_the_same_network():
    grouped = json.loads(project())
    grouped["network"]["groups"] = [{"name": "Block", "layers": ["out"], "collapsed": True}]
    assert fingerprint(json.dumps(grouped).encode(), ".") == fingerprint(project(), ".")


def test_one_thing_is_built_at_a_time_and_the_last_wins():
    plan = Plan()
    first, second, third = wish(batch_size=1), wish(Train(5), batch_size=2), wish(batch_size=3)
    assert plan.want(first) == first.command
    assert plan.want(second) is None
    assert plan.want(third) is None
    assert plan.trains
    assert plan.came_true() == ()
    assert plan.stands(first)
    waiting = plan.next()
    assert waiting.command == third.command
    assert waiting.then == (Train(5),)
    assert plan.next() is None


def test_the_same_wish_while_it_is_built_only_adds_what_follows():
    plan = Plan()
    plan.want(wish(Train(5)))
    assert plan.want(wish(Export("keras", "a"))) is None
    assert plan.came_true() == (Train(5), Export("keras", "a"))
    assert plan.next() is None
    assert plan.stands(wish(epochs=99))
    assert not plan.stands(wish(epochs=99), exactly=True)


def test_starting_afresh_is_never_the_same():
    plan = Plan()
    plan.want(wish())
    plan.want(wish(Train(5), keep=False))
    assert plan.came_true() == ()
    assert plan.next().command.keep is False


def test_a_refusal_leaves_what_stood():
    plan = Plan()
    plan.want(wish(batch_size=1))
    plan.came_true()
    plan.want(wish(Train(5), batch_size=2))
    plan.refused()
    assert plan.stands(wish(batch_size=1))
    assert not plan.trains


def test_dropping_what_follows_still_builds():
    plan = Plan()
    plan.want(wish(Train(5)))
    plan.want(wish(Train(5), batch_size=2))
    plan.drop_training()
    assert not plan.trains
    assert plan.came_true() == ()
    assert plan.stands(wish())
    assert plan.next().then == ()


def test_a_fresh_start_that_waits_is_not_skipped_by_what_is_asked_for_behind_it():
    plan = Plan()
    opened = wish_for(Prepare(project(batch_size=2), ".", False, "/weights", 60))
    plan.want(wish(batch_size=1))
    plan.want(opened)
    plan.want(wish(Train(5), batch_size=2))  # the same network: it trains on from the weights of the file
    assert plan.overtaken
    plan.came_true()
    assert plan.next() == wish_for(opened.command, Train(5))
    assert plan.next() is None

    plan = Plan()
    plan.want(wish(batch_size=1))
    plan.want(opened)
    plan.want(wish(batch_size=3))
    plan.want(wish(Train(5), batch_size=4))  # another one: what fits of them is kept
    plan.came_true()
    assert plan.next() == opened
    assert plan.next() == wish(Train(5), batch_size=4)
    assert plan.next() is None


def test_a_reset_while_building_is_not_undone_by_training():
    plan = Plan()
    plan.want(wish())
    plan.want(wish(keep=False))
    plan.want(wish(Train(5)))
    assert plan.came_true() == ()
    assert plan.next() == wish(Train(5), keep=False)


def test_training_asked_for_while_building_goes_on_in_the_newest_network():
    plan = Plan()
    plan.want(wish(Export("keras", "a"), Train(5), batch_size=1))
    plan.want(wish(batch_size=2))
    assert plan.came_true() == (Export("keras", "a"),)
    assert plan.next() == wish(Train(5), batch_size=2)


def test_what_is_abandoned_never_stands():
    plan = Plan()
    plan.want(wish(Train(5), batch_size=1))
    plan.want(wish(batch_size=2))
    plan.abandon()
    assert plan.overtaken
    assert plan.next() is None
    plan.want(wish(Train(9), batch_size=1))
    assert plan.came_true() == ()
    assert plan.standing is None
    assert not plan.overtaken
    assert plan.next().then == (Train(9),)


def test_speed_is_smooth_and_gives_the_time_left():
    meter = SpeedMeter()
    assert meter.seconds_left(10) is None
    meter.update(0.0, 0.0)
    for second in range(1, 30):
        meter.update(second * 10.0, float(second))
    assert abs(meter.epochs_per_second - 10.0) < 1e-6
    assert abs(meter.seconds_left(300) - 1.0) < 1e-6
    meter.update(290.5, 30.0)
    assert 4.0 < meter.epochs_per_second < 10.0
    assert meter.seconds_left(100) == 0.0
    meter.restart()
    assert meter.epochs_per_second == 0.0


def test_a_file_that_cannot_be_used_keeps_nothing_from_being_built_and_trained():
    def refused(given_up=False):
        plan = Plan()
        plan.want(wish_for(Prepare(project(), ".", False, "/weights", 60)))
        plan.want(wish(Train(5)))
        plan.refused(given_up)
        return plan

    plan = refused()
    assert plan.next() == wish_for(Prepare(project(), "."), Train(5))
    plan.refused()
    assert plan.next() is None
    assert refused(given_up=True).next() is None
    plan = Plan()
    plan.want(wish_for(Prepare(project(), ".", False, "/weights", 60)))
    plan.abandon()
    plan.refused()
    assert plan.next() is None
