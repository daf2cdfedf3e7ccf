"""From raw rows to what the network takes: steps, scaling, parts, targets, all fitted on the training part."""
