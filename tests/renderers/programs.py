# SPDX-License-Identifier: MIT
"""The programs: each renders figures to pictures of DPI dots per inch, FOLDER/NAME.png."""

import math
import os
import shutil
import subprocess

DPI = 180
SCALE = DPI / 72  # pixels a point
HANG = 900  # seconds after which a program is taken to hang
PAGE_HEIGHT = 9000  # pixels; browsers cut off higher pictures


def run(command, log, **options):
    """Runs a command; its messages go to the file LOG. Nothing depends on its exit status: a picture
    that is missing is a loss."""
    with open(log, "ab") as file:
        try:
            subprocess.run(command, stdin=subprocess.DEVNULL, stdout=file, stderr=file, timeout=HANG, check=False,
                           **options)
        except subprocess.TimeoutExpired:
            file.write(b"it hangs\n")


def log_in(folder):
    return os.path.join(folder, "log")


def png(folder, figure):
    return os.path.join(folder, figure.name + ".png")


def rsvg(figures, folder):
    for figure in figures:
        run(["rsvg-convert", "-d", str(DPI), "-p", str(DPI), figure.path, "-o", png(folder, figure)], log_in(folder))


def inkscape(figures, folder):
    copies = [shutil.copy(figure.path, os.path.join(folder, figure.name + ".svg")) for figure in figures]
    run(["inkscape", "--export-type=png", "--export-dpi=%d" % DPI, *copies], log_in(folder))


def pictures_of_pdf(figures, folder):
    for figure in figures:
        stem = os.path.join(folder, figure.name)
        run(["pdftocairo", "-r", str(DPI), "-png", "-singlefile", stem + ".pdf", stem], log_in(folder))


def libreoffice(figures, folder):
    profile = "-env:UserInstallation=file://" + os.path.join(folder, "profile")
    run(["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder,
         *(figure.path for figure in figures)], log_in(folder))
    pictures_of_pdf(figures, folder)


def image(figure, style):
    return '<img src="file://%s" style="%s"/>' % (figure.path, style)


WEASYPRINT = """
import sys, weasyprint
for path in sys.argv[1:]:
    weasyprint.HTML(path).write_pdf(path[:-4] + "pdf")
"""


def weasyprint(figures, folder):
    pages = []
    for figure in figures:
        pages.append(os.path.join(folder, figure.name + ".html"))
        size = "%gpt %gpt" % (figure.width, figure.height)
        with open(pages[-1], "w", encoding="utf-8") as file:
            file.write("<style>@page { size: %s; margin: 0 } body { margin: 0 }</style>" % size)
            file.write(image(figure, "display: block"))
    run(["/usr/bin/python3", "-c", WEASYPRINT, *pages], log_in(folder))
    pictures_of_pdf(figures, folder)


CAIROSVG = """
import sys, cairosvg
dpi, folder = int(sys.argv[1]), sys.argv[2]
for name, path in zip(sys.argv[3::2], sys.argv[4::2]):
    cairosvg.svg2png(url=path, write_to=folder + "/" + name + ".png", dpi=dpi)
"""


def cairosvg(figures, folder):
    named = [word for figure in figures for word in (figure.name, figure.path)]
    run(["/usr/bin/python3", "-c", CAIROSVG, str(DPI), folder, *named], log_in(folder))


def pixels(length):
    return math.ceil(length * SCALE)


def stacks(figures):
    """Lists of figures that fit below each other in a page of a browser."""
    stack, height = [], 0
    for figure in figures:
        if stack and height + pixels(figure.height) > PAGE_HEIGHT:
            yield stack
            stack, height = [], 0
        stack.append(figure)
        height += pixels(figure.height)
    yield stack


def page_of(stack):
    """A page with figures below each other, its width and height, and where each figure begins."""
    body, top, places = "", 0, []
    for figure in stack:
        style = "position: absolute; left: 0; top: %dpx; width: %.2fpx; height: %.2fpx" % (
            top, figure.width * SCALE, figure.height * SCALE)
        body += image(figure, style)
        places.append(top)
        top += pixels(figure.height)
    width = max(pixels(figure.width) for figure in stack)
    return "<!DOCTYPE html><body style='margin: 0; background: white'>" + body, width, top, places


def browse(figures, folder, command):
    """Renders figures in a browser: "command" makes its arguments from a page, a picture and a size."""
    from PIL import Image
    for number, stack in enumerate(stacks(figures)):
        stem = os.path.join(folder, "page-%d" % number)
        text, width, height, places = page_of(stack)
        with open(stem + ".html", "w", encoding="utf-8") as file:
            file.write(text)
        run(command("file://" + stem + ".html", stem + ".shot.png", width, height), log_in(folder),
            env={**os.environ, "HOME": folder, "MOZ_HEADLESS": "1"})
        if not os.path.exists(stem + ".shot.png"):
            continue
        shot = Image.open(stem + ".shot.png").convert("RGB")
        for figure, top in zip(stack, places):
            box = (0, top, pixels(figure.width), top + pixels(figure.height))
            shot.crop(box).save(png(folder, figure), compress_level=1)


def chromium(figures, folder):
    # Chromium's sandbox needs privileges that a container may lack; the figures are ours. Its window
    # is higher than the page, of which it may hide some for its bars.
    def command(page, picture, width, height):
        return ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                "--no-first-run", "--hide-scrollbars", "--force-device-scale-factor=1",
                "--user-data-dir=" + os.path.join(folder, "profile"),
                "--window-size=%d,%d" % (max(width, 600), height + 200), "--screenshot=" + picture, page]
    browse(figures, folder, command)


def firefox(figures, folder):
    profile = os.path.join(folder, "profile")
    os.mkdir(profile)

    def command(page, picture, width, height):
        return ["firefox-esr", "--headless", "--no-remote", "--profile", profile,
                "--window-size=%d,%d" % (max(width, 600), height), "--screenshot", picture, page]
    browse(figures, folder, command)


class Program:
    """A program: its command, the Debian packages that have all it needs, and how it renders."""

    def __init__(self, name, command, packages, render):
        self.name, self.command, self.packages, self.render = name, command, packages, render

    def version(self):
        """None if it is not installed."""
        if not shutil.which(self.command) or (self.render in PDF_WRITERS and not shutil.which("pdftocairo")):
            return None
        package = self.packages.split()[0]
        found = subprocess.run(["dpkg-query", "-W", "-f=${Version}", package], text=True, stdin=subprocess.DEVNULL,
                               stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False).stdout
        return found or "of an unknown version"


PDF_WRITERS = (libreoffice, weasyprint)
PROGRAMS = (
    Program("rsvg-convert", "rsvg-convert", "librsvg2-bin", rsvg),
    Program("Chromium", "chromium", "chromium", chromium),
    Program("Firefox", "firefox-esr", "firefox-esr", firefox),
    Program("Inkscape", "inkscape", "inkscape", inkscape),
    Program("LibreOffice", "soffice", "libreoffice-draw poppler-utils", libreoffice),
    Program("WeasyPrint", "weasyprint", "weasyprint poppler-utils", weasyprint),
    Program("CairoSVG", "cairosvg", "cairosvg", cairosvg),
)
