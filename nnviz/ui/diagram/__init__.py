"""The diagram: layers, links and weights, drawn and edited with the mouse."""
