"""What pyproject.toml has no words for: ``resources/`` is installed inside the package, as ``nnviz/resources/``."""

from setuptools import find_packages, setup

setup(
    packages=[*find_packages(include=["nnviz", "nnviz.*"]), "nnviz.resources"],
    package_dir={"nnviz": "nnviz", "nnviz.resources": "resources"},
    package_data={"nnviz": ["py.typed"], "nnviz.resources": ["**/*"]},
)
