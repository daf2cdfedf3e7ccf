"""What pyproject.toml has no words for: ``resources/`` and the manual are installed inside the package."""

from setuptools import find_packages, setup

setup(
    packages=[*find_packages(include=["nnviz", "nnviz.*"]), "nnviz.resources", "nnviz.resources.manual"],
    package_dir={"nnviz": "nnviz", "nnviz.resources": "resources", "nnviz.resources.manual": "docs/manual"},
    package_data={"nnviz": ["py.typed"], "nnviz.resources": ["**/*"], "nnviz.resources.manual": ["**/*"]},
)
