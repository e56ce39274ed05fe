"""Stands in for the build backend that the release names. pip asks it what the source distribution it has just
downloaded is called; the real one would build the whole front end to say so."""
import pathlib
import shutil


def prepare_metadata_for_build_wheel(metadata_directory, config_settings=None):
    folder = pathlib.Path(metadata_directory, "open_webui.dist-info")
    folder.mkdir()
    shutil.copy("PKG-INFO", folder / "METADATA")
    return folder.name
